package org.afterfusion.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterfusion.api.problem.Fault;
import org.afterfusion.api.problem.ProblemType;
import org.afterfusion.api.problem.Problems;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** No answer mixes languages, whatever is asked for: not one sentence, label or error. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneLanguageTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Shorter texts may be part of a word or a name. */
    private static final int LONG_ENOUGH = 12;

    private static final Map<String, Set<String>> COMMON_WORDS = Map.of(
            "en",
            Set.of(
                    "the", "of", "and", "is", "are", "was", "were", "be", "been", "it", "its", "this", "that", "these",
                    "to", "for", "with", "from", "by", "at", "on", "or", "an", "not", "you", "your", "have", "has",
                    "can", "may", "when", "which", "who", "after", "before", "without", "than", "then", "each", "only",
                    "about", "one", "two", "their", "they", "but", "if", "in", "most", "more"),
            "es",
            Set.of(
                    "el", "la", "los", "las", "un", "una", "unos", "unas", "de", "del", "al", "que", "y", "en", "con",
                    "por", "para", "su", "sus", "se", "es", "está", "están", "lo", "como", "o", "sin", "tras", "más",
                    "ni", "esto", "esta", "este", "cuando", "hay", "puede", "si", "desde", "hasta", "entre", "sobre",
                    "muy", "dos"));

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_/-]*");

    /** Such as OR, which is an odds ratio in both languages. */
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2,}");

    /** Reviewed: the same word in both languages. */
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "Diabetes mellitus",
            "Osteoporosis",
            "diabetes",
            "estradiol",
            "expert-judgement",
            "lupus",
            "osteonecrosis",
            "provisional",
            "sepsis",
            "tramadol",
            "tumor");

    @Inject
    TriageEngine engine;

    @Inject
    Problems problems;

    private EverythingSaid english;
    private EverythingSaid spanish;

    @BeforeEach
    void ask() {
        if (english == null) {
            english = new EverythingSaid("en", engine.knowledge());
            spanish = new EverythingSaid("es", engine.knowledge());
        }
    }

    @Test
    void muchIsAsked() {
        assertThat(english.places()).hasSizeGreaterThan(3000);
        assertThat(spanish.places()).hasSizeGreaterThan(3000);
        assertThat(english.placesOnPage()).hasSizeGreaterThan(300);
        assertThat(english.places().values())
                .anyMatch(place -> place.startsWith("/v1/sources/"))
                .anyMatch(place -> place.startsWith("/v1/knowledge/hazards"))
                .anyMatch(place -> place.startsWith("/v1/evaluation"))
                .anyMatch(place -> place.startsWith("/v1/recovery"));
        assertThat(spanish.faults())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Fault.Code.values()).map(Words::of).toList());
    }

    @Test
    void noSpanishAnswerHoldsEnglish() {
        assertHoldsNone("en", everythingSaid(spanish, "es"), "es");
    }

    @Test
    void noEnglishAnswerHoldsSpanish() {
        assertHoldsNone("es", everythingSaid(english, "en"), "en");
    }

    @Test
    void whatIsTheSameInBothIsReviewed() {
        var same = new TreeSet<>(everythingSaid(english, "en"));
        same.retainAll(everythingSaid(spanish, "es"));
        same.removeIf(text -> text.codePoints().noneMatch(Character::isLetter));

        assertThat(same).containsExactlyInAnyOrderElementsOf(SAME_IN_BOTH);
    }

    /** What is said to requests, and the kinds of problem that no request meets by itself. */
    private Set<String> everythingSaid(EverythingSaid said, String language) {
        var texts = new HashSet<>(said.places().keySet());
        texts.addAll(said.placesOnPage().keySet());
        Stream.of(ProblemType.values())
                .map(type -> problems.of(type, language))
                .flatMap(problem -> Stream.of(problem.title(), problem.detail(), problem.safetyNet()))
                .forEach(texts::add);
        return texts;
    }

    private static void assertHoldsNone(String other, Set<String> texts, String own) {
        var foreign = new HashSet<String>();
        var foreignLong = new HashSet<String>();
        for (var text : knownTexts(other, own)) {
            foreign.add(text);
            if (text.length() >= LONG_ENOUGH && text.contains(" ")) {
                foreignLong.add(text);
            }
        }
        assertThat(foreignLong).hasSizeGreaterThan(2000);

        assertThat(texts)
                .filteredOn(text -> {
                    var plain = text.toLowerCase(Locale.ROOT);
                    return foreign.contains(plain) || foreignLong.stream().anyMatch(plain::contains);
                })
                .as("holds a known text of " + other)
                .isEmpty();
        assertThat(texts)
                .filteredOn(text -> commonWords(text, other) > commonWords(text, own))
                .as("reads like " + other)
                .isEmpty();
    }

    private static long commonWords(String text, String language) {
        var common = COMMON_WORDS.get(language);
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> !ABBREVIATION.matcher(word).matches())
                .filter(word -> common.contains(word.toLowerCase(Locale.ROOT)))
                .count();
    }

    /** Returns the texts of one language, in lower case and without places to fill, that differ from those of another. */
    private static Set<String> knownTexts(String language, String other) {
        var texts = new HashSet<String>();
        try (var files = Files.walk(RESOURCES)) {
            var yaml = new YAMLMapper();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                collect(yaml.readTree(file.toFile()), language, other, texts);
            }
            var own = messages(language);
            var others = messages(other);
            own.stringPropertyNames().stream()
                    .filter(key -> !own.getProperty(key).equals(others.getProperty(key)))
                    .flatMap(key -> pieces(own.getProperty(key).replace("''", "'")))
                    .forEach(texts::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static void collect(JsonNode node, String language, String other, Set<String> texts) {
        var own = node.path(language);
        if (own.isTextual() && !own.equals(node.path(other))) {
            pieces(own.textValue()).forEach(texts::add);
        } else if (own.isArray()) {
            own.forEach(word -> {
                if (word.asText().contains(" ")) {
                    texts.add(word.asText().toLowerCase(Locale.ROOT));
                }
            });
        }
        node.forEach(child -> collect(child, language, other, texts));
    }

    private static Stream<String> pieces(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\{\\d+}", -1))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty());
    }

    private static Properties messages(String language) throws IOException {
        var name = language.equals("en") ? "messages.properties" : "messages_" + language + ".properties";
        var messages = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("problems").resolve(name))) {
            messages.load(reader);
        }
        return messages;
    }
}
