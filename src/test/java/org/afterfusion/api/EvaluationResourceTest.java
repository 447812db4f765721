package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.afterfusion.evaluation.Evaluation;
import org.afterfusion.evaluation.Evaluation.Origin;
import org.afterfusion.evaluation.EvaluationTexts;
import org.afterfusion.triage.TriageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The evaluation over HTTP, for programs and as a page. */
@QuarkusTest
class EvaluationResourceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path STORED = Path.of("src/main/resources/evaluation");

    /** Titles of sources are quoted in their own language. */
    private static final Pattern QUOTED = Pattern.compile("<a [^>]*lang=\"en\"[^>]*>.*?</a>", Pattern.DOTALL);

    private static final Pattern ENGLISH = Pattern.compile(
            ".{0,40}\\b(the|of|and|with|without|wanted|given|cases|level|levels|first|cause|causes|right|not|only|measured)\\b.{0,40}",
            Pattern.CASE_INSENSITIVE);

    @Inject
    TriageEngine engine;

    @Inject
    Evaluation evaluation;

    @Inject
    EvaluationTexts texts;

    // For programs

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theFiguresAreThoseStored(String language) throws IOException {
        var served = json(language);
        var stored = JSON.readTree(STORED.resolve("evaluation.json").toFile());

        assertThat(served.get("encodings")).isEqualTo(stored.get("encodings"));
        assertThat(served.get("cases")).isEqualTo(stored.get("cases"));
        assertThat(served.get("intervals")).isEqualTo(stored.get("intervals"));
        assertThat(served.at("/measuredOn/knowledgeDigest")).isEqualTo(stored.at("/measuredOn/knowledgeDigest"));
        assertThat(served.get("history")).hasSameSizeAs(stored.get("history"));
        assertThat(served.at("/history/0/figures")).isEqualTo(stored.at("/history/0/figures"));
        assertThat(served.at("/history/0/change"))
                .isEqualTo(stored.at("/history/0/change").get(language));
    }

    @Test
    void itSaysWhetherTheFiguresFitTheKnowledgeInService() throws IOException {
        var measuredOn = json("en").get("measuredOn");

        assertThat(measuredOn.get("current").booleanValue())
                .isEqualTo(measuredOn
                        .get("knowledgeDigest")
                        .textValue()
                        .equals(engine.knowledge().digest()));
    }

    @Test
    void figuresOfOtherKnowledgeAreSaidToBeSo() {
        var origin = evaluation.measuredOn();
        var older = new Evaluation(
                new Origin(origin.knowledgeVersion(), "sha256:" + "0".repeat(64), origin.casesDigest()),
                evaluation.intervals(),
                evaluation.encodings(),
                evaluation.interviews(),
                evaluation.cases(),
                evaluation.notMeasured(),
                evaluation.history(),
                evaluation.guards());
        var answers = new EvaluationAnswers(older, texts, engine);

        assertThat(answers.in("en").measuredOn().current()).isFalse();
        assertThat(textOf(new EvaluationPage(answers, texts, engine).in("en")))
                .contains("These figures do not describe it.");
        assertThat(textOf(new EvaluationPage(answers, texts, engine).in("es")))
                .contains("Estas cifras no lo describen.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | editorial-labels | No clinician has reviewed them",
                "en | cleaner-than-people | cleaner than people",
                "en | not-independent | not evidence of accuracy on new people",
                "en | small-numbers | few cases",
                "en | own-ground | built for these conditions",
                "es | editorial-labels | Ningún médico las ha revisado",
                "es | cleaner-than-people | más claro que una persona",
                "es | not-independent | No demuestran que acierte con personas nuevas",
                "es | small-numbers | pocos casos",
                "es | own-ground | se creó para estos problemas",
            })
    void itSaysWhatTheFiguresAreNot(String language, String statement, String words) throws IOException {
        var said = stream(json(language).get("statements"))
                .filter(one -> one.get("id").textValue().equals(statement))
                .map(one -> one.get("text").textValue())
                .toList();

        assertThat(said).singleElement().asString().contains(words);
        assertThat(textOf(page(language))).contains(words);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertThat(stream(json("en").get("notMeasured"))
                        .map(term -> term.get("id").textValue()))
                .contains("comparison-with-others", "agreement-of-reviewers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyIdHasAName(String language) throws IOException {
        var served = json(language);
        var named = new HashSet<String>();
        served.get("terms").forEach(term -> {
            assertThat(term.get("name").textValue()).isNotBlank();
            named.add(term.get("kind").textValue() + " " + term.get("id").textValue());
        });
        var used = new HashSet<String>();
        for (var encoding : served.get("encodings")) {
            used.add("vocabulary " + encoding.get("vocabulary").textValue());
            used.add("answers " + encoding.get("answers").textValue());
            for (var results : encoding.get("results")) {
                used.add("set " + results.get("set").textValue());
                results.get("figures")
                        .forEach(
                                figure -> used.add("measure " + figure.get("id").textValue()));
                results.get("groups")
                        .forEach(group -> used.add("group " + group.get("group").textValue()));
                results.at("/calibration/bands")
                        .forEach(band -> used.add("band " + band.get("band").textValue()));
            }
        }
        for (var story : served.get("cases")) {
            used.add("kind " + story.get("kind").textValue());
            used.add("level " + story.get("wanted").textValue());
            story.get("tags").forEach(tag -> used.add("tag " + tag.textValue()));
            for (var result : story.get("results")) {
                used.add("status " + result.get("status").textValue());
                used.add("level-verdict " + result.get("levelVerdict").textValue());
                used.add("cause-verdict " + result.get("causeVerdict").textValue());
            }
        }

        assertThat(used).hasSizeGreaterThan(60).isSubsetOf(named);
    }

    @Test
    void everyShareLiesInItsInterval() throws IOException {
        var figures = new ArrayList<JsonNode>();
        for (var parent : json("en").findParents("low")) {
            figures.add(parent);
            assertThat(parent.get("count").intValue())
                    .isBetween(0, parent.get("of").intValue());
            assertThat(parent.get("share").doubleValue())
                    .isBetween(
                            parent.get("low").doubleValue(), parent.get("high").doubleValue());
        }

        assertThat(figures).hasSizeGreaterThan(200);
    }

    @Test
    void countsAddUp() throws IOException {
        for (var encoding : json("en").get("encodings")) {
            for (var results : encoding.get("results")) {
                int cases = results.get("cases").intValue();
                assertThat(stream(results.get("confusion"))
                                .flatMap(row -> stream(row.get("given")))
                                .mapToInt(JsonNode::intValue)
                                .sum())
                        .isEqualTo(cases);
                assertThat(stream(results.get("groups"))
                                .mapToInt(group -> group.get("cases").intValue())
                                .sum())
                        .isEqualTo(cases);
                assertThat(stream(results.get("exactByLevel"))
                                .mapToInt(figure -> figure.get("count").intValue())
                                .sum())
                        .isEqualTo(figure(results, "exact-level").get("count").intValue());
                assertThat(figure(results, "under-triage").get("count").intValue()
                                + figure(results, "over-triage").get("count").intValue()
                                + figure(results, "acceptable-level")
                                        .get("count")
                                        .intValue())
                        .isEqualTo(cases);
            }
        }
    }

    private static JsonNode figure(JsonNode results, String id) {
        return stream(results.get("figures"))
                .filter(figure -> figure.get("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    // Headers

    @Test
    void programsGetJsonAndBrowsersThePage() {
        assertThat(given().get("/v1/evaluation").contentType()).startsWith("application/json");
        assertThat(given().accept("*/*").get("/v1/evaluation").contentType()).startsWith("application/json");
        assertThat(given().accept("application/json").get("/v1/evaluation").contentType())
                .startsWith("application/json");
        assertThat(given().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                        .get("/v1/evaluation")
                        .contentType())
                .startsWith("text/html");
    }

    @Test
    void anotherFormatIsAProblem() {
        var response = given().accept("text/csv").get("/v1/evaluation");

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html"})
    void whatTheClientHasIsNotSentAgain(String type) {
        var first = ask(type, "en");
        var again = given().accept(type)
                .header("Accept-Language", "en")
                .header("If-None-Match", first.header("ETag"))
                .get("/v1/evaluation");

        assertThat(first.header("Cache-Control")).contains("public", "max-age=");
        assertThat(varyOf(first)).contains("accept", "accept-language");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
        assertThat(varyOf(again)).contains("accept", "accept-language");
    }

    @Test
    void everyLanguageAndFormHasItsOwnTag() {
        var tags = Stream.of("application/json", "text/html")
                .flatMap(type -> Stream.of(ask(type, "en"), ask(type, "es")))
                .map(response -> response.header("ETag"))
                .toList();

        assertThat(tags).hasSize(4).doesNotHaveDuplicates().doesNotContainNull();
    }

    // The page

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void thePageShowsEveryCaseWithItsSource(String language) throws IOException {
        var page = page(language);
        var text = textOf(page);

        assertThat(page).startsWith("<!DOCTYPE html>").contains("<html lang=\"" + language + "\">");
        for (var story : json(language).get("cases")) {
            assertThat(page).contains("<th scope=\"row\">" + story.get("id").textValue() + "</th>");
            assertThat(text).contains(story.at("/source/title").textValue());
        }
    }

    @Test
    void numbersAreWrittenTheWayOfTheLanguage() {
        assertThat(textOf(page("en"))).containsPattern("\\d+ of \\d+: \\d+\\.\\d % \\(\\d+\\.\\d % to \\d+\\.\\d %\\)");
        assertThat(textOf(page("es"))).containsPattern("\\d+ de \\d+: \\d+,\\d % \\(\\d+,\\d % a \\d+,\\d %\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void aMissOfNoneIsNotSaidToBeNever(String language) throws IOException {
        var limit = stream(json(language).get("encodings"))
                .map(encoding -> figure(encoding.get("results").get(0), "emergencies-missed"))
                .findFirst()
                .orElseThrow();
        var words = language.equals("en") ? "the true rate may be up to " : "la tasa real puede llegar hasta ";

        assertThat(textOf(page(language)))
                .contains(words
                        + String.format(
                                Locale.forLanguageTag(language),
                                "%.1f %%",
                                100 * limit.get("atMost").doubleValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void thePageAsksNobodyElseForAnything(String language) {
        var response = ask("text/html", language);
        var page = response.asString();

        assertThat(page).doesNotContain("<script", "<img", "<link", "<iframe", "<form", "@import", "url(");
        assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyTableCanBeReadAloud(String language) {
        var page = page(language);

        int tables = count(page, "<table>");
        assertThat(tables).isGreaterThan(10);
        assertThat(count(page, "<caption id=")).isEqualTo(tables);
        assertThat(count(page, "<thead>")).isEqualTo(tables);
        assertThat(count(page, "<h1>")).isEqualTo(1);
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        var labels = Pattern.compile(" aria-labelledby=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(labels).isNotEmpty().isSubsetOf(ids);
        var rows =
                Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL).matcher(page).results();
        assertThat(rows.map(match -> match.group(1)))
                .allSatisfy(row -> assertThat(row).startsWith("<th scope="));
    }

    @Test
    void theSpanishPageHoldsNoEnglish() throws IOException {
        var spanish = textOf(QUOTED.matcher(page("es")).replaceAll(""));

        assertThat(ENGLISH.matcher(spanish).results().map(match -> match.group()))
                .isEmpty();
        assertThat(englishTexts()).hasSizeGreaterThan(100).allSatisfy(text -> assertThat(spanish)
                .doesNotContain(text));
    }

    /** The English texts that differ from the Spanish ones and are long enough not to be part of a Spanish word. */
    private static Set<String> englishTexts() throws IOException {
        var texts = new HashSet<String>();
        collect(new YAMLMapper().readTree(STORED.resolve("texts.yaml").toFile()), texts);
        return texts;
    }

    private static void collect(JsonNode node, Set<String> texts) {
        if (node.has("en")) {
            var english = node.get("en").textValue();
            assertThat(node.path("es").asText()).as(english).isNotBlank();
            if (english.contains(" ") && !english.equals(node.get("es").textValue())) {
                texts.add(english);
            }
        } else {
            node.forEach(child -> collect(child, texts));
        }
    }

    // Reading

    private static Response ask(String type, String language) {
        var response = given().accept(type).header("Accept-Language", language).get("/v1/evaluation");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith(type);
        assertThat(response.header("Content-Language")).isEqualTo(language);
        return response;
    }

    private static JsonNode json(String language) throws IOException {
        return JSON.readTree(ask("application/json", language).asByteArray());
    }

    private static String page(String language) {
        return ask("text/html", language).asString();
    }

    private static String textOf(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static int count(String page, String part) {
        return page.split(Pattern.quote(part), -1).length - 1;
    }

    private static List<String> varyOf(Response response) {
        return response.headers().getValues("Vary").stream()
                .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
