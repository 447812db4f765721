package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.afterfusion.triage.TriageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Triage over HTTP with the shipped knowledge, and what is served beside it. */
@QuarkusTest
class TriageTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> LEVELS =
            List.of("routine", "soon", "same-day", "emergency", "emergency-ambulance");
    private static final Map<String, Number> REASSURING_VALUES =
            Map.of("pain-score", 2, "temperature", 36.8, "last-passed-urine-hours", 3);
    private static final double HALF_A_STEP = 0.0005;

    /** The request of the contract. */
    private static final String EVERY_PROPERTY = /* language=JSON */ """
            {
              "patient": { "ageYears": 58, "sex": "female", "bmi": 31.5 },
              "surgery": { "daysAgo": 21, "procedure": "fusion", "approach": "posterior", "levelsFused": 2,
                           "fusedToSacrum": true, "interbodyCage": true, "ownHipBone": false, "bmp": false,
                           "revision": false, "duralTear": false },
              "symptomsStartedDaysAgo": 2,
              "findings": [
                { "id": "shooting-electric", "presence": "present" },
                { "id": "saddle-numbness", "presence": "absent" },
                { "id": "diabetes", "presence": "present", "sinceBeforeSurgery": true },
                { "id": "leg-numbness", "presence": "present", "startedDaysAgo": 400, "course": "same" },
                { "id": "calf-tender-deep", "presence": "unsure" },
                { "id": "pain-score", "value": 7 },
                { "id": "temperature", "value": 38.4 },
                { "id": "pain-trend", "choice": "slowly-worse" },
                { "id": "wound-drainage", "choice": "none" }
              ],
              "reportedBy": "patient"
            }
            """;

    private static final String FIRST_ANSWER = /* language=JSON */ """
            { "surgery": { "daysAgo": 5 }, "findings": [ { "id": "shooting-electric", "presence": "present" } ] }
            """;

    private static final String CAUDA_EQUINA = /* language=JSON */ """
            {
              "surgery": { "daysAgo": 3 },
              "symptomsStartedDaysAgo": 1,
              "findings": [
                { "id": "saddle-numbness", "presence": "present" },
                { "id": "cannot-pass-urine", "presence": "present" }
              ]
            }
            """;

    private static final String LUNG_CLOT = /* language=JSON */ """
            {
              "surgery": { "daysAgo": 30 },
              "findings": [
                { "id": "sudden-breathless", "presence": "present" },
                { "id": "chest-pain", "presence": "present" },
                { "id": "one-leg-swollen", "presence": "present" }
              ]
            }
            """;

    private static final String LATE_AND_UNCLEAR = /* language=JSON */ """
            {
              "surgery": { "daysAgo": 900 },
              "symptomsStartedDaysAgo": 60,
              "findings": [
                { "id": "buttock-pain", "presence": "present" },
                { "id": "walking-limits", "presence": "present" },
                { "id": "pain-trend", "choice": "same" }
              ]
            }
            """;

    private static final String CHILD = /* language=JSON */ """
            {
              "patient": { "ageYears": 10 },
              "surgery": { "daysAgo": 5 },
              "findings": [ { "id": "shooting-electric", "presence": "present" } ]
            }
            """;

    private static final String OTHER_OPERATION = /* language=JSON */ """
            {
              "surgery": { "daysAgo": 500, "procedure": "other-spine-surgery" },
              "findings": [ { "id": "shooting-electric", "presence": "present" } ]
            }
            """;

    private static final int MOST_FINDINGS = 200;

    @Inject
    TriageEngine engine;

    static Stream<String> reports() {
        return Stream.of(
                EVERY_PROPERTY, FIRST_ANSWER, CAUDA_EQUINA, LUNG_CLOT, LATE_AND_UNCLEAR, CHILD, OTHER_OPERATION);
    }

    // The shape of the answer

    @ParameterizedTest
    @MethodSource("reports")
    void theAnswerIsTheOneOfTheContract(String report) {
        assertIsOfTheContract(triage(report, "en"), "en");
        assertIsOfTheContract(triage(report, "es"), "es");
    }

    @Test
    void theAnswerToEveryQuestionAtOnceIsToo() {
        for (var presence : List.of("present", "absent", "unsure")) {
            for (int day : new int[] {0, 10, 36_500}) {
                for (var answers : fullReports(presence)) {
                    var report = report(day, answers).toString();
                    assertIsOfTheContract(triage(report, "en"), "en");
                    assertIsOfTheContract(triage(report, "es"), "es");
                }
            }
        }
    }

    private void assertIsOfTheContract(JsonNode answer, String language) {
        assertUrgency(answer);
        assertStatus(answer);
        assertCauses(answer);
        assertQuestions(answer);
        assertChanges(answer, language);
        assertEducation(answer, language);
        assertBasis(answer);
        assertHasTexts(answer, "notice");
        assertThat(Duration.parse(answer.get("recheckAfter").textValue())).isPositive();
        assertThat(answer.get("selfCare")).isNotEmpty().allMatch(JsonNode::isTextual);
        assertNothingIsBlank(answer);
    }

    private static void assertUrgency(JsonNode answer) {
        var urgency = answer.get("urgency");
        assertThat(urgency.get("level").textValue()).isIn(LEVELS);
        assertThat(urgency.get("rank").isInt()).isTrue();
        assertThat(urgency.get("rank").intValue())
                .isEqualTo(LEVELS.indexOf(urgency.get("level").textValue()) + 1);
        assertHasTexts(urgency, "title", "action", "contact", "contactName");
        assertThat(urgency.get("contact").textValue()).matches("[a-z]+(-[a-z]+)*");
        assertThat(Duration.parse(urgency.get("actWithin").textValue())).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(urgency.get("setBy").isArray()).isTrue();
        if (urgency.get("rank").intValue() > 1) {
            assertThat(urgency.get("setBy")).isNotEmpty();
        }
        urgency.get("setBy").forEach(reason -> assertSetBy(reason, answer));
    }

    private static void assertSetBy(JsonNode reason, JsonNode answer) {
        assertHasTexts(reason, "rule", "kind", "because");
        var rule = reason.get("rule").textValue();
        switch (reason.get("kind").textValue()) {
            case "red-flag" -> {
                assertThat(catalog("/v1/red-flags/" + rule).get("id").textValue())
                        .isEqualTo(rule);
                assertThat(texts(answer.get("basis").get("rulesFired"))).contains(rule);
            }
            case "likely-cause" ->
                assertThat(catalog("/v1/causes/" + rule).get("id").textValue()).isEqualTo(rule);
            default -> assertThat(reason.get("kind").textValue()).isIn("no-clear-cause", "open-questions", "scope");
        }
        assertThat(texts(reason.get("findings"))).isSubsetOf(ids("/v1/findings"));
        assertThat(texts(reason.get("sources"))).isNotEmpty().isSubsetOf(ids("/v1/sources"));
    }

    private static void assertStatus(JsonNode answer) {
        var status = answer.get("status").textValue();
        assertThat(status).isIn("final", "provisional", "out-of-scope");
        if (!status.equals("out-of-scope")) {
            assertThat(status.equals("provisional"))
                    .as("provisional with %s", answer.get("openQuestions"))
                    .isEqualTo(!answer.get("openQuestions").isEmpty());
        }
    }

    private void assertCauses(JsonNode answer) {
        var causes = list(answer.get("causes"));
        assertThat(causes).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(causes.get(0).get("rank").intValue()).isBetween(1, 2);
        assertAreRanked(causes);
        assertAreRanked(list(answer.get("mustExclude")));
        assertThat(answer.get("unexplainedShare").isNumber()).isTrue();
        double unexplained = answer.get("unexplainedShare").doubleValue();
        assertThat(unexplained).isBetween(0.0, 1.0);
        double listed = causes.stream()
                .mapToDouble(cause -> cause.get("share").doubleValue())
                .sum();
        assertThat(listed + unexplained).isLessThanOrEqualTo(1 + 6 * HALF_A_STEP);

        causes.forEach(cause -> assertCause(cause, answer));
        for (var dangerous : answer.get("mustExclude")) {
            assertCause(dangerous, answer);
            assertThat(catalog("/v1/causes/" + dangerous.get("id").textValue())
                            .get("dangerous")
                            .booleanValue())
                    .isTrue();
            assertThat(causes)
                    .filteredOn(cause -> cause.get("id").equals(dangerous.get("id")))
                    .allMatch(dangerous::equals);
        }
    }

    private static void assertAreRanked(List<JsonNode> causes) {
        assertThat(causes).extracting(cause -> cause.get("id").textValue()).doesNotHaveDuplicates();
        for (int i = 1; i < causes.size(); i++) {
            assertThat(causes.get(i).get("rank").intValue())
                    .isGreaterThan(causes.get(i - 1).get("rank").intValue());
            assertThat(causes.get(i).get("share").doubleValue())
                    .isLessThanOrEqualTo(causes.get(i - 1).get("share").doubleValue());
        }
    }

    private void assertCause(JsonNode cause, JsonNode answer) {
        assertHasTexts(
                cause, "id", "name", "clinicalName", "summary", "expectedCourse", "usualNextStep", "contact", "band");
        assertThat(cause.get("id").textValue()).isNotEqualTo("undetermined").isIn(ids("/v1/causes"));
        assertThat(cause.get("urgency").textValue()).isIn(LEVELS);
        assertThat(cause.get("rank").isInt()).isTrue();
        assertThat(cause.get("share").isNumber()).isTrue();
        double share = cause.get("share").doubleValue();
        assertThat(share).isBetween(0.0, 1.0);
        assertThat(cause.get("band").textValue()).isIn(band(share - HALF_A_STEP), band(share + HALF_A_STEP));
        assertThat(cause.get("codings").isArray()).isTrue();
        cause.get("codings").forEach(coding -> assertHasTexts(coding, "system", "code"));
        for (var reasons : List.of("for", "against", "missing")) {
            assertThat(cause.get(reasons).isArray()).as(reasons).isTrue();
            for (var reason : cause.get(reasons)) {
                assertHasTexts(reason, "finding", "text");
                assertThat(reason.get("finding").textValue()).isIn(ids("/v1/findings"));
                assertThat(reason.get("weight").isNumber()).isTrue();
            }
        }
        assertThat(texts(cause.get("education"))).isSubsetOf(idsIn(answer.get("education")));
    }

    private String band(double share) {
        var bands = engine.knowledge().method().bands();
        if (share >= bands.veryLikely()) {
            return "very-likely";
        }
        if (share >= bands.likely()) {
            return "likely";
        }
        return share >= bands.possible() ? "possible" : "unlikely";
    }

    private static void assertChanges(JsonNode answer, String language) {
        assertThat(answer.get("wouldRaise").isArray()).isTrue();
        assertThat(answer.get("wouldRaise").size()).isLessThanOrEqualTo(5);
        if (rank(answer) >= LEVELS.indexOf("emergency") + 1) {
            assertThat(answer.get("wouldRaise")).isEmpty();
        }
        for (var change : answer.get("wouldRaise")) {
            assertThat(rank(change.get("raisesTo"))).isGreaterThan(rank(answer));
            assertThat(change.get("findings").size()).isBetween(1, 2);
            for (var fact : change.get("findings")) {
                assertThat(fact.get("finding").textValue()).isIn(ids("/v1/findings"));
                assertHasTexts(fact, "text");
                assertThat(change.get("text").textValue())
                        .as(language)
                        .contains(fact.get("text").textValue());
            }
            assertThat(change.get("text").textValue()).endsWith(".").doesNotContain("{");
        }
    }

    private static void assertQuestions(JsonNode answer) {
        int rank = answer.get("urgency").get("rank").intValue();
        assertThat(answer.get("openQuestions").isArray()).isTrue();
        for (var question : answer.get("openQuestions")) {
            assertHasTexts(question, "finding", "ask", "why");
            assertThat(question.get("finding").textValue()).isIn(ids("/v1/findings"));
            assertThat(rank(question.get("couldRaiseTo"))).isGreaterThan(rank);
        }
        assertThat(answer.get("watchFor").isArray()).isTrue();
        for (var sign : answer.get("watchFor")) {
            assertHasTexts(sign, "text");
            assertThat(rank(sign.get("then"))).isGreaterThan(rank);
        }
    }

    private static void assertEducation(JsonNode answer, String language) {
        var pages = catalog("/v1/education?language=" + language);
        assertThat(answer.get("education")).isNotEmpty();
        if (answer.get("urgency").get("rank").intValue() >= 4) {
            assertThat(answer.get("education")).hasSize(1);
        }
        for (var link : answer.get("education")) {
            assertHasTexts(link, "id", "title", "url", "publisher");
            assertThat(URI.create(link.get("url").textValue())).hasScheme("https");
            assertThat(link.get("language").textValue()).isEqualTo(language);
            assertThat(link.get("causes").isArray()).isTrue();
            assertThat(list(pages))
                    .filteredOn(page -> page.get("id").equals(link.get("id")))
                    .singleElement()
                    .matches(page -> page.get("url").equals(link.get("url")))
                    .matches(page -> !page.get("seen").textValue().equals("unread"), "somebody has read it");
        }
    }

    private static void assertBasis(JsonNode answer) {
        var basis = answer.get("basis");
        var knowledge = catalog("/v1/knowledge");
        assertThat(basis.get("knowledgeVersion")).isEqualTo(knowledge.get("version"));
        assertThat(basis.get("knowledgeDigest")).isEqualTo(knowledge.get("digest"));
        assertThat(basis.get("knowledgeDigest").textValue()).matches("sha256:[0-9a-f]{64}");
        assertThat(basis.get("reportDigest").textValue()).matches("sha256:[0-9a-f]{64}");
        assertThat(texts(basis.get("rulesFired"))).isSubsetOf(ids("/v1/red-flags"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReasonForSpeaksForAndAReasonAgainstSpeaksAgainst(String report) {
        var answer = triage(report, "en");

        for (var cause : answer.get("causes")) {
            assertThat(list(cause.get("for")))
                    .allSatisfy(reason -> assertThat(reason.get("weight").doubleValue())
                            .as("%s", reason)
                            .isPositive());
            assertThat(list(cause.get("against")))
                    .allSatisfy(reason -> assertThat(reason.get("weight").doubleValue())
                            .as("%s", reason)
                            .isNegative());
        }
    }

    @Test
    void anAnswerIsNotStoredByAnybody() {
        var response = post(FIRST_ANSWER, "es");

        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("ETag")).isNull();
        assertThat(response.header("Content-Language")).isEqualTo("es");
        assertThat(response.header("Vary")).containsIgnoringCase("Accept-Language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es;q=abc", ";;;q=,", "es;q=2", "***"})
    void aMalformedLanguageStillGetsATriage(String malformed) {
        assertThat(post(CAUDA_EQUINA, malformed).statusCode()).isEqualTo(200);
    }

    // The same answer to the same report

    @ParameterizedTest
    @MethodSource("reports")
    void theSameReportGivesTheSameBytes(String report) {
        assertThat(post(report, "en").asByteArray())
                .isEqualTo(post(report, "en").asByteArray());
    }

    @Test
    void theOrderOfFindingsMakesNoDifference() {
        for (var report : List.of(EVERY_PROPERTY, CAUDA_EQUINA, LUNG_CLOT, LATE_AND_UNCLEAR)) {
            assertThat(post(reversed(report), "en").asByteArray())
                    .isEqualTo(post(report, "en").asByteArray());
        }
        for (var answers : fullReports("present")) {
            var full = report(10, answers).toString();
            assertThat(post(reversed(full), "en").asByteArray())
                    .isEqualTo(post(full, "en").asByteArray());
        }
    }

    private static String reversed(String report) {
        var reversed = object(report);
        var order = new ArrayList<>(list(reversed.get("findings")));
        Collections.reverse(order);
        reversed.putArray("findings").addAll(order);
        return reversed.toString();
    }

    @Test
    void aNullPropertyIsReadAsLeftOut() {
        var withNulls = /* language=JSON */ """
                {
                  "patient": { "ageYears": null, "sex": null, "bmi": null },
                  "surgery": { "daysAgo": 5, "procedure": null, "approach": null, "levelsFused": null,
                               "fusedToSacrum": null, "interbodyCage": null, "ownHipBone": null, "bmp": null,
                               "revision": null, "duralTear": null },
                  "symptomsStartedDaysAgo": null,
                  "findings": [
                    { "id": "shooting-electric", "presence": "present", "value": null, "choice": null,
                      "startedDaysAgo": null, "sinceBeforeSurgery": null, "course": null }
                  ],
                  "reportedBy": null
                }
                """;
        var withoutPatient = object(FIRST_ANSWER).putNull("patient").toString();

        var bytes = post(FIRST_ANSWER, "en").asByteArray();
        assertThat(post(withNulls, "en").asByteArray()).isEqualTo(bytes);
        assertThat(post(withoutPatient, "en").asByteArray()).isEqualTo(bytes);
    }

    @Test
    void anotherReportHasAnotherDigest() {
        var digests = reports()
                .map(report -> triage(report, "en").get("basis").get("reportDigest"))
                .toList();

        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void whoReportsChangesNothingButTheDigest() {
        var answers = Stream.of("patient", "carer", "clinician")
                .map(who -> triage(object(EVERY_PROPERTY).put("reportedBy", who).toString(), "en"))
                .map(answer -> ((ObjectNode) answer).set("basis", JsonNodeFactory.instance.nullNode()))
                .toList();

        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
    }

    // Spanish

    @ParameterizedTest
    @MethodSource("reports")
    void spanishDiffersInTextsOnly(String report) {
        var english = triage(report, "en");
        var spanish = triage(report, "es");

        assertThat(withoutTexts(spanish)).isEqualTo(withoutTexts(english));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyTextIsTranslated(String report) {
        var english = textsByPath(triage(report, "en"), "");
        var spanish = textsByPath(triage(report, "es"), "");

        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        english.forEach((path, text) -> assertThat(spanish.get(path)).as(path).isNotEqualTo(text));
    }

    private static final Set<String> WORDED = Set.of(
            "title",
            "action",
            "contactName",
            "because",
            "name",
            "clinicalName",
            "summary",
            "expectedCourse",
            "usualNextStep",
            "explainer",
            "text",
            "ask",
            "why",
            "selfCare",
            "notice");

    private static JsonNode withoutTexts(JsonNode node) {
        var copy = node.deepCopy();
        copy.findParents("id").forEach(parent -> ((ObjectNode) parent).remove("education"));
        ((ObjectNode) copy).remove("education");
        for (var worded : WORDED) {
            copy.findParents(worded).forEach(parent -> ((ObjectNode) parent).remove(worded));
        }
        return copy;
    }

    private static Map<String, String> textsByPath(JsonNode node, String path) {
        var texts = new LinkedHashMap<String, String>();
        node.properties().forEach(field -> {
            var here = path + "/" + field.getKey();
            if (WORDED.contains(field.getKey())) {
                texts.put(here, field.getValue().toString());
            } else if (!field.getKey().equals("education") && !field.getKey().equals("codings")) {
                texts.putAll(textsByPath(field.getValue(), here));
            }
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                texts.putAll(textsByPath(node.get(i), path + "/" + i));
            }
        }
        return texts;
    }

    // Open questions

    @Test
    void whileTheScreenIsOpenTheAnswerIsProvisional() {
        var answer = triage(FIRST_ANSWER, "en");

        assertThat(answer.get("status").textValue()).isEqualTo("provisional");
        assertThat(rank(answer)).isGreaterThanOrEqualTo(2);
        assertThat(list(answer.get("openQuestions")))
                .extracting(question -> question.get("finding").textValue())
                .contains("saddle-numbness", "cannot-pass-urine", "new-leg-weakness", "sudden-breathless")
                .doesNotContain("shooting-electric")
                .doesNotHaveDuplicates();
        assertThat(list(answer.get("openQuestions")))
                .extracting(question -> rank(question.get("couldRaiseTo")))
                .isSortedAccordingTo(Collections.reverseOrder());
    }

    // What would raise the level

    @Test
    void theAnswerSaysWhatWouldRaiseTheLevel() {
        assertThat(change(triage(FIRST_ANSWER, "en"), "both-legs")).isEqualTo(object("""
                        { "findings": [ { "finding": "both-legs", "text": "pain, numbness or weakness in both legs" } ],
                          "raisesTo": "emergency",
                          "text": "If this is there too, the advice is \\"Go to an emergency department now\\": pain, numbness or weakness in both legs." }
                        """));
        assertThat(change(triage(FIRST_ANSWER, "es"), "pain-score")).isEqualTo(object("""
                        { "findings": [ { "finding": "pain-score", "atLeast": 8.0, "text": "dolor fuerte, de 8 o más sobre 10" } ],
                          "raisesTo": "same-day",
                          "text": "Si además hay esto, el consejo es «Llame hoy a su equipo de cirugía»: dolor fuerte, de 8 o más sobre 10." }
                        """));
    }

    @Test
    void thatIsWhatItDoes() {
        var answer = triage(FIRST_ANSWER, "en");
        assertThat(answer.get("wouldRaise")).hasSize(5);

        for (var change : answer.get("wouldRaise")) {
            var report = object(FIRST_ANSWER);
            for (var fact : change.get("findings")) {
                var added = report.withArrayProperty("findings")
                        .addObject()
                        .put("id", fact.get("finding").textValue());
                if (fact.has("atLeast")) {
                    added.set("value", fact.get("atLeast"));
                } else if (fact.has("choice")) {
                    added.set("choice", fact.get("choice"));
                } else {
                    added.put("presence", "present");
                }
            }
            assertThat(rank(triage(report.toString(), "en")))
                    .as("with %s", change)
                    .isGreaterThanOrEqualTo(rank(change.get("raisesTo")));
        }
    }

    @Test
    void anEmergencyAnswerSaysNothingOfIt() {
        for (var report : List.of(CAUDA_EQUINA, LUNG_CLOT)) {
            assertThat(triage(report, "en").get("wouldRaise")).isEmpty();
        }
    }

    /** No evidence names these: the number comes with its unit, in both that people use. */
    @Test
    void aNumberIsNamedWithItsUnit() {
        assertThat(change(triage(FIRST_ANSWER.replace("5", "3"), "en"), "temperature")
                        .get("findings")
                        .get(0)
                        .get("text")
                        .textValue())
                .isEqualTo("a measured body temperature: 38.5 °C (101.3 °F) or more");
    }

    private static JsonNode change(JsonNode answer, String finding) {
        return list(answer.get("wouldRaise")).stream()
                .filter(change -> change.get("findings").size() == 1
                        && change.get("findings")
                                .get(0)
                                .get("finding")
                                .textValue()
                                .equals(finding))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + finding + " in " + answer.get("wouldRaise")));
    }

    @Test
    void aScreenedReassuringReportIsFinalAndRoutine() {
        var screened = reassuringScreen();
        assertThat(screened).hasSizeGreaterThan(30);

        for (var language : List.of("en", "es")) {
            var answer = triage(report(5, screened).toString(), language);
            assertThat(answer.get("status").textValue()).isEqualTo("final");
            assertThat(answer.get("urgency").get("level").textValue()).isEqualTo("routine");
            assertThat(answer.get("openQuestions")).isEmpty();
            assertIsOfTheContract(answer, language);
        }
    }

    @Test
    void leavingAQuestionOutNeverReassures() {
        var screened = reassuringScreen();
        var complete = triage(report(5, screened).toString(), "en");

        for (var question : screened) {
            var left = screened.stream().filter(one -> one != question).toList();
            var answer = triage(report(5, left).toString(), "en");

            assertThat(rank(answer)).isGreaterThanOrEqualTo(rank(complete));
            if (answer.get("status").textValue().equals("provisional")) {
                assertThat(rank(answer)).as("without %s", question).isGreaterThanOrEqualTo(2);
                assertThat(list(answer.get("openQuestions")))
                        .extracting(open -> open.get("finding"))
                        .containsExactly(question.get("id"));
            }
        }
    }

    @Test
    void notSureIsNeverReadAsNo() {
        var screened = reassuringScreen();

        for (var question : screened) {
            if (!question.has("presence")) {
                continue;
            }
            var others = screened.stream().filter(one -> one != question).toList();
            var unsure = new ArrayList<JsonNode>(others);
            unsure.add(question.<ObjectNode>deepCopy().put("presence", "unsure"));
            var answerUnsure = triage(report(5, unsure).toString(), "en");
            var answerNotAsked = triage(report(5, others).toString(), "en");

            assertThat(rank(answerUnsure)).as("unsure of %s", question).isGreaterThanOrEqualTo(rank(answerNotAsked));
            if (answerNotAsked.get("status").textValue().equals("provisional")) {
                assertThat(answerUnsure.get("status").textValue().equals("provisional")
                                || rank(answerUnsure) > rank(answerNotAsked))
                        .as("unsure of %s is open or counts as yes", question)
                        .isTrue();
            }
            assertThat(answerUnsure.get("causes").findParents("text"))
                    .as("reasons, unsure of %s", question)
                    .noneMatch(reason -> reason.get("finding").equals(question.get("id"))
                            && reason.get("text").textValue().startsWith("Not present"));
        }
    }

    @Test
    void notSureWeighsLikeNotAskedAndUnlikeNo() {
        var causesWhen = new LinkedHashMap<String, JsonNode>();
        for (var presence : List.of("unsure", "absent")) {
            var report = object(FIRST_ANSWER);
            ((ArrayNode) report.get("findings"))
                    .addObject()
                    .put("id", "below-knee-strip")
                    .put("presence", presence);
            causesWhen.put(presence, shares(triage(report.toString(), "en")));
        }
        var notAsked = shares(triage(FIRST_ANSWER, "en"));

        assertThat(causesWhen.get("unsure")).isEqualTo(notAsked);
        assertThat(causesWhen.get("absent")).isNotEqualTo(notAsked);
    }

    private static JsonNode shares(JsonNode answer) {
        var shares = JsonNodeFactory.instance.objectNode();
        answer.get("causes").forEach(cause -> shares.set(cause.get("id").textValue(), cause.get("share")));
        return shares;
    }

    // Scope

    @Test
    void aChildIsOutOfScopeAndSeenToday() {
        var answer = triage(CHILD, "en");

        assertThat(answer.get("status").textValue()).isEqualTo("out-of-scope");
        assertThat(rank(answer)).isGreaterThanOrEqualTo(3);
        assertThat(answer.get("notice").textValue())
                .contains(engine.knowledge().phrase("child").in("en"));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "15, true", "16, false", "120, false"})
    void scopeBeginsAtSixteen(int age, boolean outOfScope) {
        var report = object(CHILD);
        report.putObject("patient").put("ageYears", age);

        assertThat(triage(report.toString(), "en").get("status").textValue().equals("out-of-scope"))
                .isEqualTo(outOfScope);
    }

    @Test
    void outOfScopeNeverLowersAnEmergency() {
        for (var emergency : List.of(CAUDA_EQUINA, LUNG_CLOT)) {
            var child = object(emergency);
            child.putObject("patient").put("ageYears", 10);
            var other = object(emergency);
            other.withObject("/surgery").put("procedure", "other-spine-surgery");

            for (var report : List.of(child, other)) {
                var answer = triage(report.toString(), "en");
                assertThat(answer.get("status").textValue()).isEqualTo("out-of-scope");
                assertThat(rank(answer)).isEqualTo(rank(triage(emergency, "en")));
            }
        }
    }

    @Test
    void anotherOperationIsOutOfScopeAndAnswered() {
        var answer = triage(OTHER_OPERATION, "en");

        assertThat(answer.get("status").textValue()).isEqualTo("out-of-scope");
        assertThat(rank(answer)).isGreaterThanOrEqualTo(2);
        assertThat(answer.get("notice").textValue())
                .contains(engine.knowledge().phrase("not-a-fusion").in("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void anUnknownOperationGetsANotice(String language) {
        var report = object(FIRST_ANSWER);
        report.withObject("/surgery").put("procedure", "unknown");
        var notice = engine.knowledge().phrase("procedure-unknown").in(language);

        var answer = triage(report.toString(), language);
        assertThat(answer.get("status").textValue()).isNotEqualTo("out-of-scope");
        assertThat(answer.get("notice").textValue()).contains(notice);
        assertThat(triage(FIRST_ANSWER, language).get("notice").textValue()).doesNotContain(notice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void anUnknownOnsetIsSaid(String language) {
        var dated = object(FIRST_ANSWER).put("symptomsStartedDaysAgo", 2).toString();
        var notice = engine.knowledge().phrase("onset-unknown").in(language);

        assertThat(triage(FIRST_ANSWER, language).get("notice").textValue()).contains(notice);
        assertThat(triage(dated, language).get("notice").textValue()).doesNotContain(notice);
    }

    @Test
    void symptomsFromBeforeSurgeryAreAnswered() {
        var report = object(FIRST_ANSWER).put("symptomsStartedDaysAgo", 400).toString();

        assertIsOfTheContract(triage(report, "en"), "en");
    }

    // Emergencies

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void anEmergencyIsNotDelayedByReading(String language) {
        for (var emergency : List.of(CAUDA_EQUINA, LUNG_CLOT)) {
            var answer = triage(emergency, language);

            assertThat(rank(answer)).isGreaterThanOrEqualTo(4);
            assertThat(answer.get("education")).hasSizeLessThanOrEqualTo(1);
            assertThat(Duration.parse(answer.get("urgency").get("actWithin").textValue()))
                    .isLessThanOrEqualTo(Duration.ofHours(1));
        }
    }

    // Beside triage

    @Test
    void readinessSaysWhichKnowledgeIsInService() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body(
                        "checks.find { it.name == 'knowledge' }.data.version",
                        is(engine.knowledge().version()))
                .body(
                        "checks.find { it.name == 'knowledge' }.data.digest",
                        is(engine.knowledge().digest()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live"})
    void theServiceIsUp(String path) {
        given().get(path).then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void metricsCountRequestsAndNothingOfAReport() {
        post(CAUDA_EQUINA, "en").then().statusCode(200);

        var metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();

        assertThat(metrics).contains("http_server_requests").contains("/v1/triage");
        assertThat(metrics).doesNotContain("saddle-numbness").doesNotContain("cauda-equina");
    }

    @Test
    void theContractIsPublished() {
        var openApi = tree(given().queryParam("format", "json").get("/openapi"));

        assertThat(openApi.get("openapi").textValue()).startsWith("3.1");
        for (var path : List.of(
                "/v1/triage",
                "/v1/findings",
                "/v1/findings/{id}",
                "/v1/causes",
                "/v1/causes/{id}",
                "/v1/red-flags",
                "/v1/red-flags/{id}",
                "/v1/education",
                "/v1/sources/{id}",
                "/v1/urgency-levels",
                "/v1/knowledge",
                "/v1/recovery")) {
            assertThat(openApi.get("paths").has(path)).as(path).isTrue();
        }
        given().get("/openapi").then().statusCode(200).header("Content-Type", containsString("yaml"));
    }

    @Test
    void theContractCanBeBrowsed() {
        given().get("/swagger-ui").then().statusCode(200).contentType(containsString("text/html"));
    }

    // Reports

    private static ObjectNode report(int daysAgo, List<? extends JsonNode> answers) {
        var report = MAPPER.createObjectNode();
        report.putObject("surgery").put("daysAgo", daysAgo);
        report.putArray("findings").addAll(answers);
        return report;
    }

    /** Everything that is always asked, answered with no. */
    private static List<ObjectNode> reassuringScreen() {
        return list(catalog("/v1/findings")).stream()
                .filter(finding -> finding.get("tier").intValue() == 1)
                .map(finding -> answer(finding, "absent", false))
                .toList();
    }

    /** Returns answers to all findings, as many at once as a report may hold: from the first on, and up to the last. */
    private static List<List<ObjectNode>> fullReports(String presence) {
        var all = list(catalog("/v1/findings")).stream()
                .map(finding -> answer(finding, presence, presence.equals("present")))
                .toList();
        return List.of(all.subList(0, MOST_FINDINGS), all.subList(all.size() - MOST_FINDINGS, all.size()));
    }

    private static ObjectNode answer(JsonNode finding, String presence, boolean worrying) {
        var answer = MAPPER.createObjectNode();
        answer.set("id", finding.get("id"));
        var choices = finding.get("choices");
        return switch (finding.get("type").textValue()) {
            case "presence" -> answer.put("presence", presence);
            case "choice" ->
                answer.set(
                        "choice", choices.get(worrying ? choices.size() - 1 : 0).get("id"));
            default -> {
                var reassuring =
                        REASSURING_VALUES.getOrDefault(finding.get("id").textValue(), 0);
                yield answer.set("value", worrying ? finding.get("maximum") : MAPPER.valueToTree(reassuring));
            }
        };
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Reading

    private static Response post(String report, String language) {
        return given().header("Accept-Language", language)
                .contentType(JSON)
                .body(report)
                .post("/v1/triage");
    }

    private static JsonNode triage(String report, String language) {
        var response = post(report, language);
        response.then().statusCode(200).contentType(JSON);
        return tree(response);
    }

    private static final Map<String, JsonNode> CATALOG = new LinkedHashMap<>();

    /** Returns what a catalogue address answers in English, asked for once. */
    private static JsonNode catalog(String path) {
        return CATALOG.computeIfAbsent(path, missing -> {
            var response = given().header("Accept-Language", "en").get(missing);
            response.then().statusCode(200).contentType(JSON);
            return tree(response);
        });
    }

    private static JsonNode tree(Response response) {
        try {
            return MAPPER.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ids(String path) {
        return idsIn(catalog(path));
    }

    private static List<String> idsIn(JsonNode array) {
        return list(array).stream().map(entry -> entry.get("id").textValue()).toList();
    }

    private static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::textValue).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static int rank(JsonNode levelOrAnswer) {
        return levelOrAnswer.isTextual()
                ? LEVELS.indexOf(levelOrAnswer.textValue()) + 1
                : levelOrAnswer.get("urgency").get("rank").intValue();
    }

    private static void assertHasTexts(JsonNode entry, String... properties) {
        for (var property : properties) {
            assertThat(entry.path(property).textValue())
                    .as("%s of %s", property, entry)
                    .isNotBlank();
        }
    }

    private static void assertNothingIsBlank(JsonNode node) {
        if (node.isValueNode()) {
            assertThat(node.isNull()).isFalse();
            assertThat(node.asText()).isNotBlank().doesNotContain("{0}");
        }
        node.forEach(TriageTest::assertNothingIsBlank);
    }
}
