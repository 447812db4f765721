package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.EducationLink;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Source;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue over HTTP, as the service ships it. */
@QuarkusTest
class CatalogTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> LEVELS =
            List.of("routine", "soon", "same-day", "emergency", "emergency-ambulance");

    @Inject
    TriageEngine engine;

    // What is listed

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everythingKnownIsListedInTheOrderOfTheKnowledge(String language) {
        var knowledge = engine.knowledge();

        assertThat(ids(get("/v1/findings", language)))
                .containsExactlyElementsOf(
                        knowledge.findings().stream().map(Finding::id).toList())
                .doesNotHaveDuplicates();
        assertThat(ids(get("/v1/causes", language)))
                .containsExactlyElementsOf(
                        knowledge.causes().stream().map(Cause::id).toList())
                .doesNotHaveDuplicates();
        assertThat(ids(get("/v1/red-flags", language)))
                .containsExactlyElementsOf(
                        knowledge.redFlags().stream().map(RedFlag::id).toList())
                .doesNotHaveDuplicates();
        assertThat(ids(get("/v1/education", language)))
                .containsExactlyElementsOf(
                        knowledge.education().stream().map(EducationLink::id).toList())
                .doesNotHaveDuplicates();
        assertThat(ids(get("/v1/sources", language)))
                .containsExactlyElementsOf(
                        knowledge.sources().stream().map(Source::id).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyCauseAndRedFlagFileIsServed() throws IOException {
        assertThat(ids(get("/v1/causes", "en")))
                .hasSize(39)
                .containsExactlyInAnyOrderElementsOf(filesIn("causes"))
                .doesNotContain("undetermined");
        assertThat(ids(get("/v1/red-flags", "en"))).containsExactlyInAnyOrderElementsOf(filesIn("red-flags"));
    }

    private static List<String> filesIn(String folder) throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/knowledge", folder))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .toList();
        }
    }

    // What an entry holds

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void findingsAreComplete(String language) {
        for (var finding : get("/v1/findings", language)) {
            assertHasTexts(finding, "id", "kind", "type", "label", "ask", "why", "clinicalTerm");
            assertThat(finding.get("kind").textValue()).isIn("symptom", "sign", "history", "risk-factor");
            assertThat(finding.get("tier").intValue()).isBetween(1, 3);
            assertHasLists(finding, "synonyms", "choices", "redFlags", "causes");
            assertThat(finding.get("synonyms")).as("synonyms of %s", finding).isNotEmpty();
            assertNothingIsBlank(finding);
            assertAnswerIsDescribed(finding);
        }
    }

    private static void assertAnswerIsDescribed(JsonNode finding) {
        var type = finding.get("type").textValue();
        assertThat(type).isIn("presence", "value", "choice");
        for (var property : List.of("minimum", "maximum", "unit")) {
            assertThat(finding.has(property)).as("%s of %s", property, finding).isEqualTo(type.equals("value"));
        }
        if (type.equals("value")) {
            assertThat(finding.get("minimum").doubleValue())
                    .isLessThan(finding.get("maximum").doubleValue());
        }
        assertThat(finding.get("choices").isEmpty())
                .as("choices of %s", finding)
                .isNotEqualTo(type.equals("choice"));
        finding.get("choices").forEach(choice -> assertHasTexts(choice, "id", "text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void causesAreComplete(String language) {
        for (var cause : get("/v1/causes", language)) {
            assertHasTexts(
                    cause,
                    "id",
                    "name",
                    "clinicalName",
                    "definition",
                    "summary",
                    "contact",
                    "onset",
                    "howOften",
                    "moreLikely",
                    "lessLikely",
                    "expectedCourse",
                    "usualCare",
                    "usualNextStep");
            assertThat(cause.get("urgency").textValue()).isIn(LEVELS);
            assertThat(cause.get("dangerous").isBoolean()).isTrue();
            assertThat(cause.get("status").textValue()).isEqualTo("draft");
            assertHasLists(cause, "selfCare", "codings", "weights", "multipliers", "findings", "education", "sources");
            assertThat(cause.get("weights")).hasSize(6);
            assertThat(cause.get("codings")).as("codings of %s", cause).isNotEmpty();
            cause.get("codings").forEach(coding -> assertHasTexts(coding, "system", "code", "display"));
            assertNothingIsBlank(cause);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void redFlagsAreComplete(String language) {
        for (var flag : get("/v1/red-flags", language)) {
            assertHasTexts(flag, "id", "title", "because", "why");
            assertThat(flag.get("status").textValue()).isEqualTo("draft");
            assertHasLists(flag, "floors", "findings", "pointsTo", "refinements", "sources");
            assertThat(flag.get("floors")).as("floors of %s", flag).isNotEmpty();
            for (var floor : flag.get("floors")) {
                assertThat(floor.get("level").textValue()).isIn(LEVELS);
                assertThat(floor.get("when")).as("condition in %s", flag).isNotEmpty();
            }
            assertNothingIsBlank(flag);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void urgencyLevelsComeLowestFirst(String language) {
        var levels = list(get("/v1/urgency-levels", language));

        assertThat(levels).extracting(level -> level.get("level").textValue()).containsExactlyElementsOf(LEVELS);
        assertThat(levels).extracting(level -> level.get("rank").intValue()).containsExactly(1, 2, 3, 4, 5);
        for (var level : levels) {
            assertHasTexts(level, "title", "action", "contact", "contactName");
            assertThat(Duration.parse(level.get("actWithin").textValue())).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(Duration.parse(level.get("recheckAfter").textValue())).isPositive();
            assertThat(level.get("meanwhile")).isNotEmpty();
            assertNothingIsBlank(level);
        }
        assertThat(levels)
                .extracting(level -> Duration.parse(level.get("actWithin").textValue()))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @ParameterizedTest
    @CsvSource({"en, draft", "es, borrador"})
    void knowledgeSaysThatItIsADraft(String language, String word) {
        var knowledge = get("/v1/knowledge", language);

        assertThat(knowledge.get("status").textValue()).isEqualTo("draft");
        assertThat(knowledge.has("reviewedBy")).isFalse();
        assertThat(knowledge.has("reviewedOn")).isFalse();
        assertThat(knowledge.get("version").textValue()).matches("\\d{4}\\.\\d{1,2}\\.\\d+");
        assertThat(knowledge.get("digest").textValue())
                .matches("sha256:[0-9a-f]{64}")
                .isEqualTo(engine.knowledge().digest());
        assertThat(texts(knowledge.get("languages"))).containsExactly("en", "es");
        assertThat(knowledge.get("notice").textValue()).contains(word);
        assertNothingIsBlank(knowledge);
    }

    @Test
    void knowledgeCountsWhatIsListed() {
        var counts = get("/v1/knowledge", "en").get("counts");

        assertThat(counts.get("causes").intValue())
                .isEqualTo(get("/v1/causes", "en").size());
        assertThat(counts.get("findings").intValue())
                .isEqualTo(get("/v1/findings", "en").size());
        assertThat(counts.get("redFlags").intValue())
                .isEqualTo(get("/v1/red-flags", "en").size());
        assertThat(counts.get("education").intValue())
                .isEqualTo(get("/v1/education", "en").size());
        assertThat(counts.get("sources").intValue())
                .isEqualTo(get("/v1/sources", "en").size());
        assertThat(counts.get("reviewed").intValue()).isZero();
    }

    @Test
    void spanishEntriesAreInSpanishWithTheSameFacts() {
        for (var kind : Map.of("findings", "ask", "causes", "summary", "red-flags", "because")
                .entrySet()) {
            var english = list(get("/v1/" + kind.getKey(), "en"));
            var spanish = list(get("/v1/" + kind.getKey(), "es"));
            for (int i = 0; i < english.size(); i++) {
                assertThat(spanish.get(i).get("id")).isEqualTo(english.get(i).get("id"));
                assertThat(spanish.get(i).get("sources"))
                        .isEqualTo(english.get(i).get("sources"));
                assertThat(spanish.get(i).get("findings"))
                        .isEqualTo(english.get(i).get("findings"));
                assertThat(spanish.get(i).get(kind.getValue()))
                        .as(english.get(i).get("id").textValue())
                        .isNotEqualTo(english.get(i).get(kind.getValue()));
            }
        }
    }

    // One entry

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void anEntryReadAloneIsTheOneListed(String language) {
        for (var kind : List.of("causes", "red-flags", "sources")) {
            for (var entry : get("/v1/" + kind, language)) {
                assertThat(get("/v1/" + kind + "/" + entry.get("id").textValue(), language))
                        .isEqualTo(entry);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void aFindingReadAloneAlsoHasItsEvidence(String language) {
        for (var entry : get("/v1/findings", language)) {
            var alone = get("/v1/findings/" + entry.get("id").textValue(), language);

            JsonNode listed = alone.<ObjectNode>deepCopy().without("evidence");
            assertThat(listed).isEqualTo(entry);
            assertThat(alone.get("evidence").isArray()).isTrue();
            for (var evidence : alone.get("evidence")) {
                assertHasTexts(evidence, "statement", "grade", "basis");
                assertThat(evidence.get("baseRate").doubleValue()).isBetween(0.0, 1.0);
                assertThat(evidence.get("sources"))
                        .as("sources of %s", evidence)
                        .isNotEmpty();
                for (var frequency : evidence.get("causes")) {
                    assertThat(frequency.doubleValue()).isBetween(0.0, 1.0);
                }
            }
        }
    }

    // References

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyIdNamedIsAnEntry(String language) {
        var findings = ids(get("/v1/findings", language));
        var causes = ids(get("/v1/causes", language));
        var redFlags = ids(get("/v1/red-flags", language));
        var pages = ids(get("/v1/education?language=" + language, language));

        for (var finding : get("/v1/findings", language)) {
            assertThat(texts(finding.get("causes"))).as("%s", finding).isSubsetOf(causes);
            assertThat(texts(finding.get("redFlags"))).as("%s", finding).isSubsetOf(redFlags);
        }
        for (var cause : get("/v1/causes", language)) {
            assertThat(texts(cause.get("findings")))
                    .as("%s", cause)
                    .isNotEmpty()
                    .isSubsetOf(findings);
            assertThat(texts(cause.get("education"))).as("%s", cause).isSubsetOf(pages);
            assertThat(cause.get("sources")).as("%s", cause).isNotEmpty();
        }
        for (var flag : get("/v1/red-flags", language)) {
            assertThat(texts(flag.get("findings"))).as("%s", flag).isNotEmpty().isSubsetOf(findings);
            assertThat(texts(flag.get("pointsTo"))).as("%s", flag).isSubsetOf(causes);
            assertThat(flag.get("sources")).as("%s", flag).isNotEmpty();
        }
        for (var page : get("/v1/education", language)) {
            assertThat(texts(page.get("causes"))).as("%s", page).isSubsetOf(causes);
        }
    }

    @Test
    void referencesGoBothWays() {
        var findings = byId(get("/v1/findings", "en"));
        assertBothWays(findings, "causes", byId(get("/v1/causes", "en")), "findings");
        assertBothWays(findings, "redFlags", byId(get("/v1/red-flags", "en")), "findings");
    }

    private static void assertBothWays(
            Map<String, JsonNode> ones, String toOthers, Map<String, JsonNode> others, String toOnes) {
        for (var one : ones.entrySet()) {
            for (var other : others.entrySet()) {
                assertThat(texts(one.getValue().get(toOthers)).contains(other.getKey()))
                        .as("%s names %s", one.getKey(), other.getKey())
                        .isEqualTo(texts(other.getValue().get(toOnes)).contains(one.getKey()));
            }
        }
    }

    @Test
    void everySourceNamedAnywhereCanBeRead() {
        var named = new LinkedHashSet<String>();
        for (var id : ids(get("/v1/findings", "en"))) {
            named.addAll(sourcesIn(get("/v1/findings/" + id, "en")));
        }
        named.addAll(sourcesIn(get("/v1/causes", "en")));
        named.addAll(sourcesIn(get("/v1/red-flags", "en")));

        assertThat(named).hasSizeGreaterThan(50);
        for (var id : named) {
            var source = get("/v1/sources/" + id, "en");
            assertThat(source.get("id").textValue()).isEqualTo(id);
            assertHasTexts(source, "cite", "printed", "depth", "kind", "supports");
        }
    }

    private static List<String> sourcesIn(JsonNode node) {
        var named = new ArrayList<String>();
        node.findValues("sources").forEach(sources -> named.addAll(texts(sources)));
        return named;
    }

    // Links

    @Test
    void linksAreHttps() {
        for (var page : get("/v1/education", "en")) {
            assertHasTexts(page, "id", "title", "publisher", "url", "language", "readingLevel", "seen");
            assertThat(page.get("language").textValue()).isIn("en", "es");
            assertThat(page.get("readingLevel").textValue()).isIn("easy", "mid", "hard");
            assertIsHttps(page.get("url"));
            assertNothingIsBlank(page);
        }
        for (var source : get("/v1/sources", "en")) {
            assertThat(source.has("href") || !source.get("printed").textValue().isBlank())
                    .isTrue();
            if (source.has("href")) {
                assertIsHttps(source.get("href"));
            }
        }
    }

    private static void assertIsHttps(JsonNode link) {
        assertThat(URI.create(link.textValue())).hasScheme("https");
        assertThat(URI.create(link.textValue()).getHost()).as("%s", link).isNotBlank();
    }

    @Test
    void anUnreadPageSaysSo() {
        var pages = byId(get("/v1/education", "en"));

        for (var link : engine.knowledge().education()) {
            assertThat(pages.get(link.id()).get("seen").textValue()).isEqualTo(Words.of(link.seen()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void pagesCanBeChosenByLanguage(String language) {
        var chosen = get("/v1/education?language=" + language, "en");

        assertThat(ids(chosen)).isNotEmpty().containsExactlyElementsOf(pages(link -> link.language()
                .equals(language)));
    }

    @Test
    void pagesCanBeChosenByCause() {
        for (var cause : engine.knowledge().causes()) {
            assertThat(ids(get("/v1/education?cause=" + cause.id(), "en")))
                    .containsExactlyElementsOf(pages(link -> isFor(cause, link)));
            assertThat(ids(get("/v1/education?language=es&cause=" + cause.id(), "en")))
                    .containsExactlyElementsOf(pages(link -> link.language().equals("es") && isFor(cause, link)));
        }
    }

    private static boolean isFor(Cause cause, EducationLink link) {
        return link.general() || link.causes().contains(cause.id());
    }

    private List<String> pages(Predicate<EducationLink> chosen) {
        return engine.knowledge().education().stream()
                .filter(chosen)
                .map(EducationLink::id)
                .toList();
    }

    // Search

    @ParameterizedTest
    @CsvSource({
        "en, pee, cannot-pass-urine",
        "en, PEE, hard-to-pass-urine",
        "en, calf, calf",
        "en, cold foot, leg-or-foot-cold",
        "en, foot COLD, leg-or-foot-cold",
        "en, fever, temperature",
        "es, orinar, cannot-pass-urine",
        "es, orinar, hard-to-pass-urine",
        "es, pantorrilla, calf",
        "es, Pantorrilla hinchada, one-leg-swollen",
        "es, pie frío, leg-or-foot-cold",
        "es, pie frio, leg-or-foot-cold",
        "es, fiebre, temperature",
    })
    void layWordsFindTheFinding(String language, String words, String finding) {
        assertThat(ids(search(language, words))).contains(finding);
    }

    @ParameterizedTest
    @CsvSource({"en, calf, calf", "en, cold foot, leg-or-foot-cold", "es, pantorrilla, calf"})
    void theFindingNamedComesFirst(String language, String words, String finding) {
        assertThat(ids(search(language, words))).first().isEqualTo(finding);
    }

    @ParameterizedTest
    @CsvSource({"pie frío, pie frio", "hinchazón, hinchazon", "HINCHAZÓN, hinchazon", "hinchazo\u0301n, hinchazon"})
    void accentsAndCapitalsMakeNoDifference(String written, String plain) {
        assertThat(search("es", written)).isNotEmpty().isEqualTo(search("es", plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzzz", "calf zzzz", "?!", "%", ".*"})
    void whatNothingMatchesFindsNothing(String words) {
        assertThat(search("en", words)).isEmpty();
    }

    @Test
    void aSearchTakesAtMostOneHundredCharacters() {
        assertThat(search("en", "x".repeat(100))).isEmpty();

        assertIsBadParameter(
                given().queryParam("search", "x".repeat(101)).get("/v1/findings"), "search", "x".repeat(101));
    }

    @Test
    void theFourKindsShareAllFindings() {
        var shared = new ArrayList<String>();
        for (var kind : List.of("symptom", "sign", "history", "risk-factor")) {
            var ofKind = get("/v1/findings?kind=" + kind, "en");
            assertThat(list(ofKind)).isNotEmpty().allSatisfy(finding -> assertThat(
                            finding.get("kind").textValue())
                    .isEqualTo(kind));
            shared.addAll(ids(ofKind));
        }

        assertThat(shared).containsExactlyInAnyOrderElementsOf(ids(get("/v1/findings", "en")));
    }

    @Test
    void aSearchCanBeLimitedToAKind() {
        assertThat(ids(read(given().queryParam("search", "fever")
                        .queryParam("kind", "sign")
                        .get("/v1/findings"))))
                .contains("temperature");
        assertThat(read(given().queryParam("search", "fever")
                        .queryParam("kind", "history")
                        .get("/v1/findings")))
                .noneMatch(finding -> finding.get("id").textValue().equals("temperature"));
    }

    private static JsonNode search(String language, String words) {
        return read(given().header("Accept-Language", language)
                .queryParam("search", words)
                .get("/v1/findings"));
    }

    // Problems

    @ParameterizedTest
    @CsvSource({
        "/v1/findings, kind, symptoms-9f3",
        "/v1/findings, kind, SYMPTOM",
        "/v1/education, cause, undetermined",
        "/v1/education, cause, no-such-9f3",
        "/v1/education, language, de",
        "/v1/education, language, en-US",
        "/v1/knowledge/hazards, rule, rf-9f3",
        "/v1/knowledge/hazards, rule, RF-01",
    })
    void aWrongParameterIsNamed(String path, String parameter, String value) {
        for (var language : List.of("en", "es")) {
            assertIsBadParameter(
                    given().header("Accept-Language", language)
                            .queryParam(parameter, value)
                            .get(path),
                    parameter,
                    value);
        }
    }

    @Test
    void allWrongParametersAreNamedAtOnce() {
        var findings = problem(
                given().queryParam("kind", "no-such-9f3")
                        .queryParam("search", "x".repeat(101))
                        .get("/v1/findings"),
                400,
                "en");
        var education = problem(
                given().queryParam("cause", "no-such-9f3")
                        .queryParam("language", "de")
                        .get("/v1/education"),
                400,
                "en");

        assertThat(list(findings.get("errors")))
                .extracting(error -> error.get("pointer").textValue())
                .satisfiesExactly(pointer -> assertThat(pointer).contains("kind"), pointer -> assertThat(pointer)
                        .contains("search"));
        assertThat(list(education.get("errors")))
                .extracting(error -> error.get("pointer").textValue())
                .satisfiesExactly(pointer -> assertThat(pointer).contains("cause"), pointer -> assertThat(pointer)
                        .contains("language"));
    }

    private static void assertIsBadParameter(Response response, String parameter, String value) {
        var problem = problem(response, 400, response.header("Content-Language"));

        assertThat(problem.get("errors")).hasSize(1);
        var error = problem.get("errors").get(0);
        assertThat(error.get("pointer").textValue()).contains(parameter);
        assertThat(error.get("code").textValue()).isIn("unknown-word", "wrong-length");
        assertHasTexts(error, "message");
        assertThat(problem.toString()).doesNotContain('"' + value + '"').doesNotContain("9f3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/findings/no-such-9f3",
                "/v1/findings/CALF",
                "/v1/causes/no-such-9f3",
                "/v1/causes/undetermined",
                "/v1/red-flags/rf-9f3",
                "/v1/red-flags/RF-01",
                "/v1/sources/no-such-9f3",
                "/v1/sources/SEED",
                "/v1/education/no-such-9f3",
                "/v1/knowledge/no-such-9f3",
                "/v1/no-such-9f3",
                "/v1",
                "/v2/findings",
            })
    void whatIsNotThereIsAProblem(String path) {
        for (var language : List.of("en", "es")) {
            var problem = problem(given().header("Accept-Language", language).get(path), 404, language);

            assertThat(problem.get("type").textValue()).isEqualTo("urn:afterfusion:problem:not-found");
            assertThat(problem.get("errors")).isEmpty();
            assertThat(problem.toString()).doesNotContain("9f3");
        }
    }

    @Test
    void problemsAreWordedInTheLanguageAskedFor() {
        var english = problem(given().header("Accept-Language", "en").get("/v1/causes/none"), 404, "en");
        var spanish = problem(given().header("Accept-Language", "es").get("/v1/causes/none"), 404, "es");

        assertThat(spanish.get("type")).isEqualTo(english.get("type"));
        for (var property : List.of("title", "detail", "safetyNet")) {
            assertThat(spanish.get(property)).isNotEqualTo(english.get(property));
        }
    }

    private static JsonNode problem(Response response, int status, String language) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.header("Content-Language")).isEqualTo(language);
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("ETag")).isNull();
        var problem = tree(response);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertHasTexts(problem, "type", "title", "detail", "safetyNet");
        assertThat(problem.get("redFlagsSeen").isArray()).isTrue();
        return problem;
    }

    // Caching

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/findings",
                "/v1/findings?search=calf",
                "/v1/findings/calf",
                "/v1/causes",
                "/v1/causes/deep-vein-thrombosis",
                "/v1/red-flags",
                "/v1/red-flags/rf-01",
                "/v1/education",
                "/v1/sources",
                "/v1/sources/seed",
                "/v1/urgency-levels",
                "/v1/knowledge",
                "/v1/knowledge/hazards",
                "/v1/knowledge/hazards?rule=rf-01",
                "/v1/recovery",
            })
    void whatTheClientHasIsNotSentAgain(String path) {
        var first = given().header("Accept-Language", "en").get(path);
        var tag = first.header("ETag");

        assertThat(tag).matches("(W/)?\"[^\"]+\"");
        assertThat(first.header("Cache-Control")).contains("public", "max-age=");
        assertThat(varyOf(first)).contains("accept-language");

        var opaque = tag.replaceFirst("^W/", "");
        for (var known : List.of(tag, opaque, "W/" + opaque, "\"other\", W/" + opaque + " ,\"x\"", "*")) {
            var again = given().header("Accept-Language", "en")
                    .header("If-None-Match", known)
                    .get(path);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.asByteArray()).isEmpty();
            assertThat(again.header("Content-Type"))
                    .as("a body that is not there has no type")
                    .isNull();
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
            assertThat(varyOf(again)).contains("accept-language");
        }
        for (var other : List.of("\"other\"", "W/\"other\"", opaque.replace("\"", ""), "\"\"")) {
            var again = given().header("Accept-Language", "en")
                    .header("If-None-Match", other)
                    .get(path);
            assertThat(again.statusCode()).as(other).isEqualTo(200);
            assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        }
    }

    @Test
    void theTagChangesWithTheLanguage() {
        var english = given().header("Accept-Language", "en").get("/v1/causes");
        var spanish = given().header("Accept-Language", "es").get("/v1/causes");

        assertThat(spanish.header("ETag")).isNotEqualTo(english.header("ETag"));
        assertThat(given().header("Accept-Language", "es")
                        .header("If-None-Match", english.header("ETag"))
                        .get("/v1/causes")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aProblemIsNeverNotModified() {
        var tag = given().get("/v1/causes").header("ETag");

        for (var known : List.of(tag, "*")) {
            problem(given().header("If-None-Match", known).get("/v1/causes/none"), 404, "en");
        }
    }

    @Test
    void theHeadOfAnEntryHasTheHeadersOfTheEntry() {
        var get = given().get("/v1/causes");
        var head = given().head("/v1/causes");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Cache-Control")).isEqualTo(get.header("Cache-Control"));
    }

    /** A shared cache must not hand packed bytes to a client that did not ask for them. */
    @Test
    void aPackedAnswerIsToldApartFromAPlainOne() {
        var packed = in("en", "gzip").get("/v1/causes");
        var plain = in("en", "identity").get("/v1/causes");

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(plain.header("Content-Encoding")).isIn(null, "identity");
        assertThat(varyOf(packed)).contains("accept-encoding");
        assertThat(varyOf(plain)).contains("accept-encoding");
        if (packed.header("ETag").equals(plain.header("ETag"))) {
            assertThat(packed.header("ETag"))
                    .as("one tag for two encodings is a weak one")
                    .startsWith("W/");
        }
    }

    /** The first answer is packed when it is asked for, and kept; others are packed as they are sent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/findings",
                "/v1/findings?kind=sign",
                "/v1/causes",
                "/v1/red-flags",
                "/v1/education",
                "/v1/education?language=es",
                "/v1/sources",
                "/v1/urgency-levels",
                "/v1/knowledge/hazards"
            })
    void packedOnceOrAgainAnAnswerIsTheSame(String path) throws IOException {
        for (var language : List.of("en", "es", "en", "es")) {
            var plain = in(language, "identity").get(path);
            for (var accepted : List.of("gzip", "br, gzip;q=0.5")) {
                var packed = in(language, accepted).get(path);

                assertThat(packed.header("Content-Encoding")).isIn("gzip", "br");
                assertThat(unpacked(packed)).as(language).isEqualTo(plain.asByteArray());
                for (var header : List.of("Content-Type", "Content-Language", "ETag", "Cache-Control", "Vary")) {
                    assertThat(packed.header(header)).as(header).isEqualTo(plain.header(header));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br | br",
                "br, gzip | br",
                "br | br",
                "BR;q=0.1 | br",
                "gzip;q=0.5, br | br",
                "gzip;q=0, br;q=0.5 | br",
                "gzip;q=1, br;q=0.5 | gzip",
                "br;q=0.5, gzip;q=0.6 | gzip",
                "br;q=0, gzip;q=0.1 | gzip",
                "gzip, deflate | gzip",
            })
    void aListIsPackedAsTheClientLikesBestAndOtherwiseByBrotli(String accepted, String encoding) throws IOException {
        assumeBrotli();
        for (var language : List.of("en", "es")) {
            var plain = in(language, "identity").get("/v1/findings");
            var packed = in(language, accepted).get("/v1/findings");

            assertThat(packed.header("Content-Encoding")).isEqualTo(encoding);
            assertThat(unpacked(packed)).isEqualTo(plain.asByteArray());
        }
    }

    @Test
    void brotliPacksCloserThanGzip() {
        assumeBrotli();

        assertThat(in("en", "br").get("/v1/causes").asByteArray())
                .hasSizeLessThan(in("en", "gzip").get("/v1/causes").asByteArray().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br"})
    void aPackedAnswerIsKnownAgainAndHasAHead(String encoding) {
        assumeBrotli();
        var packed = in("es", encoding).get("/v1/causes");
        assertThat(packed.header("Content-Encoding")).isEqualTo(encoding);

        var again = in("es", encoding)
                .header("If-None-Match", packed.header("ETag"))
                .get("/v1/causes");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(packed.header("ETag"));
        assertThat(varyOf(again)).contains("accept-encoding");

        var head = in("es", encoding).head("/v1/causes");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        for (var header : List.of("ETag", "Content-Encoding", "Vary")) {
            assertThat(head.header(header)).as(header).isEqualTo(packed.header(header));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "br;q=0", "gzip;q=0, br;q=0", "identity", "zstd", ";;;q=xx,gz ip", ","})
    void nothingIsPackedForAClientThatCouldNotUnpackIt(String accepted) {
        in("en", "gzip").get("/v1/causes");
        in("en", "br").get("/v1/causes");

        var answer = in("en", accepted).get("/v1/causes");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Encoding")).isIn(null, "identity");
        assertThat(answer.asString()).startsWith("[");
    }

    private static void assumeBrotli() {
        assumeTrue(Brotli4jLoader.isAvailable(), "there is no brotli for this platform");
    }

    private static byte[] unpacked(Response response) throws IOException {
        var body = response.asInputStream();
        return switch (Objects.requireNonNullElse(response.header("Content-Encoding"), "identity")) {
            case "gzip" -> new GZIPInputStream(body).readAllBytes();
            case "br" -> new BrotliInputStream(body).readAllBytes();
            default -> body.readAllBytes();
        };
    }

    private static RequestSpecification in(String language, String encoding) {
        return given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Language", language)
                .header("Accept-Encoding", encoding);
    }

    private static List<String> varyOf(Response response) {
        return response.headers().getValues("Vary").stream()
                .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split(",", -1)))
                .map(String::strip)
                .toList();
    }

    // Language

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr;q=1, es;q=0.8, en;q=0.5 | es",
                "en;q=0.1, es;q=0.9 | es",
                "es;q=0.1, en;q=0.9 | en",
                "es, en | es",
                "en, es | en",
                "es-MX | es",
                "es-419, en;q=0.9 | es",
                "ES | es",
                "EN-us, es;q=0.5 | en",
                "de | en",
                "de, fr;q=0.5 | en",
                "* | en",
                "de, *;q=0.1 | en",
                "es;q=0 | en",
                "es;q=0, en;q=0.1 | en",
            })
    void theLanguageIsTheOneLikedBest(String accepted, String language) {
        var response = given().header("Accept-Language", accepted).get("/v1/urgency-levels");

        assertThat(response.header("Content-Language")).isEqualTo(language);
        assertThat(read(response)).isEqualTo(get("/v1/urgency-levels", language));
    }

    @Test
    void withoutALanguageItIsEnglish() {
        assertThat(given().get("/v1/urgency-levels").header("Content-Language")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "es;q=abc",
                "es;q=",
                "es;q",
                "es;q=2",
                "es;q=-1",
                ";;;q=,",
                ",",
                ";",
                "=",
                "***",
                "-",
                "es_MX",
                "es;q=0.8;q",
                "es;level=1;q=x",
                "a-subtag-that-is-far-longer-than-eight-letters",
                "123456789",
                "{}",
                "\"",
                "es;q=1e999",
                "es;q=NaN",
            })
    void aMalformedLanguageStillGetsAnAnswer(String malformed) {
        assertThat(given().header("Accept-Language", malformed)
                        .get("/v1/urgency-levels")
                        .statusCode())
                .isEqualTo(200);
        var missing = given().header("Accept-Language", malformed).get("/v1/causes/none");
        problem(missing, 404, missing.header("Content-Language"));
        assertThat(missing.header("Content-Language")).isIn("en", "es");
    }

    @Test
    void aMalformedPartDoesNotHideTheRest() {
        assertThat(given().header("Accept-Language", "fr;q=abc, es;q=0.9")
                        .get("/v1/urgency-levels")
                        .header("Content-Language"))
                .isEqualTo("es");
    }

    // Reading

    private static JsonNode get(String path, String language) {
        var response = given().header("Accept-Language", language).get(path);
        assertThat(response.header("Content-Language")).isEqualTo(language);
        return read(response);
    }

    private static JsonNode read(Response response) {
        response.then().statusCode(200).contentType(JSON);
        return tree(response);
    }

    private static JsonNode tree(Response response) {
        try {
            return MAPPER.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<String> ids(JsonNode array) {
        return list(array).stream().map(entry -> entry.get("id").textValue()).toList();
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new LinkedHashSet<String>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static Map<String, JsonNode> byId(JsonNode array) {
        var byId = new LinkedHashMap<String, JsonNode>();
        array.forEach(entry -> byId.put(entry.get("id").textValue(), entry));
        return byId;
    }

    private static void assertHasTexts(JsonNode entry, String... properties) {
        for (var property : properties) {
            assertThat(entry.path(property).textValue())
                    .as("%s of %s", property, entry)
                    .isNotBlank();
        }
    }

    private static void assertHasLists(JsonNode entry, String... properties) {
        for (var property : properties) {
            assertThat(entry.path(property).isArray())
                    .as("%s of %s", property, entry)
                    .isTrue();
        }
    }

    private static void assertNothingIsBlank(JsonNode node) {
        if (node.isValueNode()) {
            assertThat(node.isNull()).isFalse();
            assertThat(node.asText()).isNotBlank().doesNotContain("{0}");
        }
        node.forEach(CatalogTest::assertNothingIsBlank);
    }
}
