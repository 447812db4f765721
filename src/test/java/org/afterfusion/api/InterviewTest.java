package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interviews over HTTP, as a front end leads them. */
@QuarkusTest
class InterviewTest {

    private static final String PATH = "/v1/interview";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_SCREENS = 40;

    private static Response post(String path, Object report, String language) {
        return given().contentType("application/json")
                .header("Accept-Language", language)
                .body(report.toString())
                .post(path);
    }

    private static JsonNode interview(ObjectNode report) throws IOException {
        var response = post(PATH, report, "en");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return JSON.readTree(response.asString());
    }

    private static ObjectNode report(int daysAgo) {
        var report = JSON.createObjectNode();
        report.putObject("surgery").put("daysAgo", daysAgo);
        return report;
    }

    private static void answer(ObjectNode report, String finding, String presence) {
        report.withArray("findings").addObject().put("id", finding).put("presence", presence);
    }

    /** Answers the screen with "none of these", a harmless number, the least worrying choice. */
    private static void answerHarmlessly(ObjectNode report, JsonNode next) {
        for (var question : next) {
            var id = question.get("finding").textValue();
            switch (question.get("type").textValue()) {
                case "presence" -> answer(report, id, "absent");
                case "value" ->
                    report.withArray("findings")
                            .addObject()
                            .put("id", id)
                            .put(
                                    "value",
                                    id.equals("temperature")
                                            ? 36.6
                                            : question.get("minimum").doubleValue());
                default ->
                    report.withArray("findings")
                            .addObject()
                            .put("id", id)
                            .put(
                                    "choice",
                                    question.get("choices").get(0).get("id").textValue());
            }
        }
    }

    private static List<String> ids(JsonNode next) {
        return StreamSupport.stream(next.spliterator(), false)
                .map(question -> question.get("finding").textValue())
                .toList();
    }

    @Test
    void beginsWithWhatThreatensLife() throws IOException {
        var response = post(PATH, report(6), "en");
        var first = JSON.readTree(response.asString());

        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("Content-Language")).isEqualTo("en");
        assertThat(first.at("/screen/id").textValue()).isEqualTo("life");
        assertThat(ids(first.get("next")))
                .contains("sudden-breathless", "chest-pain")
                .hasSizeLessThanOrEqualTo(8);
        assertThat(first.at("/next/0/couldRaiseTo").textValue()).isEqualTo("emergency-ambulance");
        assertThat(first.at("/stop/done").booleanValue()).isFalse();
        assertThat(first.at("/stop/because").textValue()).isEqualTo("safety-question-open");
        assertThat(first.at("/progress/answered").intValue()).isZero();
        assertThat(first.at("/progress/atMostToGo").intValue()).isPositive();
        assertThat(first.at("/triage/status").textValue()).isEqualTo("provisional");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null"})
    void noFindingsAreAsGoodAsNone(String findings) throws IOException {
        var empty = report(6);
        empty.set("findings", JSON.readTree(findings));

        assertThat(post(PATH, empty, "en").asString())
                .isEqualTo(post(PATH, report(6), "en").asString());
    }

    @Test
    void anAmbulanceStopsIt() throws IOException {
        var report = report(6);
        answer(report, "coughing-blood", "present");
        answer(report, "sudden-breathless", "present");

        var stopped = interview(report);

        assertThat(stopped.at("/stop/done").booleanValue()).isTrue();
        assertThat(stopped.at("/stop/because").textValue()).isEqualTo("ambulance");
        assertThat(stopped.get("next")).isEmpty();
        assertThat(stopped.has("screen")).isFalse();
        assertThat(stopped.at("/triage/urgency/level").textValue()).isEqualTo("emergency-ambulance");
    }

    @Test
    void theTriageIsThatOfTheReport() throws IOException {
        var report = report(12);
        answer(report, "wound-red-hot", "present");
        answer(report, "fever", "present");

        assertThat(interview(report).get("triage"))
                .isEqualTo(JSON.readTree(post("/v1/triage", report, "en").asString()));
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "30, 2", "400, 3"})
    void whoHasNothingIsAskedNothingTwiceAndGetsAFinalResult(int day, long seed) throws IOException {
        var report = report(day);
        report.put("symptomsStartedDaysAgo", 1);
        var asked = new HashSet<String>();
        var random = new Random(seed);
        var interview = interview(report);
        int screens = 0;
        while (!interview.at("/stop/done").booleanValue()) {
            assertThat(++screens).isLessThan(MOST_SCREENS);
            assertThat(interview.get("next")).hasSizeBetween(1, 8);
            assertThat(interview.at("/screen").has("heading"))
                    .isEqualTo(interview.get("next").size() > 1);
            ids(interview.get("next"))
                    .forEach(id -> assertThat(asked.add(id)).as(id).isTrue());
            answerHarmlessly(report, interview.get("next"));
            var next = interview(report);
            assertThat(next).isEqualTo(interview(shuffled(report, random)));
            interview = next;
        }

        assertThat(interview.at("/triage/status").textValue()).isEqualTo("final");
        assertThat(interview.at("/progress/atMostToGo").intValue()).isZero();
        assertThat(interview.at("/progress/answered").intValue()).isEqualTo(asked.size());
    }

    private static ObjectNode shuffled(ObjectNode report, Random random) {
        var findings = new ArrayList<JsonNode>();
        report.get("findings").forEach(findings::add);
        Collections.shuffle(findings, random);
        var copy = report.deepCopy();
        copy.set("findings", new ArrayNode(JSON.getNodeFactory(), findings));
        return copy;
    }

    @Test
    void whatIsNotKnownIsNotAskedAgainAndStaysOpen() throws IOException {
        var report = report(6);
        for (var finding : List.of("pain-score", "pain-trend", "wound-drainage", "last-passed-urine-hours")) {
            answer(report, finding, "unsure");
        }
        var asked = new HashSet<String>();
        var interview = interview(report);
        while (!interview.at("/stop/done").booleanValue()) {
            asked.addAll(ids(interview.get("next")));
            answerHarmlessly(report, interview.get("next"));
            interview = interview(report);
        }

        assertThat(asked).doesNotContain("pain-score", "pain-trend", "wound-drainage", "last-passed-urine-hours");
        assertThat(interview.at("/triage/status").textValue()).isEqualTo("provisional");
        assertThat(ids(interview.at("/triage/openQuestions"))).contains("wound-drainage");
    }

    @Test
    void aWoundThatIsFineIsNotAskedAboutFurther() throws IOException {
        var report = report(400);
        var asked = new HashSet<String>();
        var interview = interview(report);
        while (!interview.at("/stop/done").booleanValue()) {
            asked.addAll(ids(interview.get("next")));
            answerHarmlessly(report, interview.get("next"));
            interview = interview(report);
        }

        assertThat(asked)
                .contains("wound-red-hot", "wound-open")
                .doesNotContain(
                        "wound-drainage", "wound-smell", "dressing-soaked", "wound-bleeding-soaks", "temperature");
    }

    @Test
    void menAreNotAskedAboutTheBirthControlPill() throws IOException {
        var report = report(20);
        answer(report, "one-leg-swollen", "unsure");
        report.putObject("patient").put("sex", "male");
        var asked = new HashSet<String>();
        var interview = interview(report);
        while (!interview.at("/stop/done").booleanValue()) {
            asked.addAll(ids(interview.get("next")));
            answerHarmlessly(report, interview.get("next"));
            interview = interview(report);
        }

        assertThat(asked).doesNotContain("estrogen-pill-or-therapy");
    }

    @Test
    void speaksTheLanguageAskedFor() throws IOException {
        var english = interview(report(6));
        var response = post(PATH, report(6), "es-MX,es;q=0.9");
        var spanish = JSON.readTree(response.asString());

        assertThat(response.header("Content-Language")).isEqualTo("es");
        assertThat(spanish.at("/screen/id")).isEqualTo(english.at("/screen/id"));
        for (var text : List.of("/screen/heading", "/next/0/ask", "/next/0/label", "/next/0/why", "/stop/text")) {
            assertThat(spanish.at(text).textValue())
                    .isNotBlank()
                    .isNotEqualTo(english.at(text).textValue());
        }
    }
}
