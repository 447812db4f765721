package org.afterfusion.readability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page says by itself: the same in every language, easy to read, and no claim or comfort. */
class PageWordsTest {

    private static final Path PAGE = Path.of("src/main/resources/META-INF/resources");
    private static final Glossary GLOSSARY = Glossary.load();
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private static final Pattern NAMED = Pattern.compile("\\b(?:say|part)\\(\"([\\w.-]+)\"");

    /** Written for the care team. */
    private static final Set<String> FOR_PROFESSIONALS = Set.of("summary", "clinician");

    @Test
    void bothLanguagesSayTheSame() {
        var english = words("en");
        var spanish = words("es");

        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        assertThat(spanish)
                .allSatisfy((key, text) -> assertThat(places(text)).as(key).isEqualTo(places(english.get(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void noTextIsEmptyOrHard(String language) {
        var readability = new Readability(language, GLOSSARY);
        var words = words(language);
        var faults = words.entrySet().stream()
                .filter(text -> !isForProfessionals(text.getKey()))
                .flatMap(text -> sentences(text.getValue()).flatMap(sentence -> readability.faults(sentence).stream()
                        .map(fault -> text.getKey() + ": " + fault + ": " + sentence)))
                .toList();

        assertThat(words).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void noTextClaimsOrSoothes(String language) {
        var hits = words(language).entrySet().stream()
                .flatMap(text -> sentences(text.getValue())
                        .flatMap(sentence ->
                                ForbiddenWords.in(language, sentence).stream().map(hit -> text.getKey() + ": " + hit)))
                .toList();

        assertThat(hits).isEmpty();
    }

    /** What stands in the page itself, since it must be there when nothing else is, is what the page says later. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void thePageItselfHoldsTheAdvice(String language) throws IOException {
        var page = Files.readString(PAGE.resolve("index.html"));

        var words = words(language);
        assertThat(page)
                .contains("<summary>" + words.get("emergency.call") + "</summary>")
                .contains("<p>" + words.get("emergency.signs") + "</p>")
                .contains("<p lang=\"" + language + "\">" + words.get("page.unloaded") + "</p>")
                .contains("<p lang=\"" + language + "\">" + words.get("page.noScript") + "</p>");
    }

    @Test
    void everyKeyThatAScriptNamesHasAText() throws IOException {
        try (var scripts = Files.walk(PAGE.resolve("js"))) {
            for (var script : scripts.filter(Files::isRegularFile).toList()) {
                assertThat(words("en").keySet())
                        .as(script.toString())
                        .containsAll(NAMED.matcher(Files.readString(script))
                                .results()
                                .map(key -> key.group(1))
                                .toList());
            }
        }
    }

    private static Map<String, String> words(String language) {
        try {
            var file = new JsonMapper()
                    .readTree(PAGE.resolve("words/" + language + ".json").toFile());
            return file.properties().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, text -> text.getValue().textValue(), (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A place is filled with a figure or a name, so it counts as a short word. */
    private static Stream<String> sentences(String text) {
        return Sentences.of(PLACE.matcher(text).replaceAll("1")).stream();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group()).collect(Collectors.toSet());
    }

    private static boolean isForProfessionals(String key) {
        return FOR_PROFESSIONALS.contains(key.substring(0, key.indexOf('.')));
    }
}
