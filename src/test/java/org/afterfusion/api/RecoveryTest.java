package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.afterfusion.triage.RecoveryTimeline;
import org.afterfusion.triage.TriageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The recovery timeline as front ends read it. */
@QuarkusTest
class RecoveryTest {

    private static final String PATH = "/v1/recovery";
    private static final JsonMapper JSON = new JsonMapper();

    @Inject
    TriageEngine engine;

    @Test
    void everyDayFallsIntoOnePhase() throws IOException {
        int next = 0;
        var phases = phases(get("en"));
        for (var phase : phases) {
            var days = phase.get("days");
            assertThat(days.get("from").intValue()).isEqualTo(next);
            assertThat(days.has("to")).isEqualTo(phase != phases.get(phases.size() - 1));
            next = days.path("to").intValue() + 1;
        }
        assertThat(phases.get(0).properties())
                .extracting(property -> property.getKey())
                .containsExactly("id", "days", "title", "usual", "tellTeam", "sources");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyPhaseSaysFirstWhatIsAnEmergencyAtAnyTime(String language) throws IOException {
        var timeline = timeline();
        var anyTime = timeline.anyTime().stream().map(text -> text.in(language)).toList();
        var phases = phases(get(language));

        assertThat(phases).hasSameSizeAs(timeline.phases());
        for (int i = 0; i < phases.size(); i++) {
            var phase = timeline.phases().get(i);
            assertThat(phases.get(i).get("title").textValue())
                    .isEqualTo(phase.title().in(language));
            assertThat(texts(phases.get(i).get("usual")))
                    .isEqualTo(phase.usual().stream()
                            .map(text -> text.in(language))
                            .toList());
            assertThat(texts(phases.get(i).get("tellTeam")))
                    .isEqualTo(Stream.concat(
                                    anyTime.stream(), phase.tellTeam().stream().map(text -> text.in(language)))
                            .toList());
        }
    }

    @Test
    void everySourceCanBeRead() throws IOException {
        for (var phase : phases(get("en"))) {
            assertThat(phase.get("sources")).isNotEmpty();
            for (var source : phase.get("sources")) {
                given().get("/v1/sources/" + source.textValue()).then().statusCode(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"es-MX, es", "fr, en", "'fr;q=1, es;q=0.5', es"})
    void theLanguageIsTheOneLikedBest(String accepted, String language) {
        var answer = get(accepted);

        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(answer.asString()).isEqualTo(get(language).asString());
    }

    @Test
    void eachLanguageHasATagOfItsOwn() {
        var spanish = get("es");
        var known = given().header("If-None-Match", spanish.header("ETag"));

        assertThat(known.header("Accept-Language", "es").get(PATH).statusCode()).isEqualTo(304);
        assertThat(get("en").header("ETag")).isNotEqualTo(spanish.header("ETag"));
    }

    @Test
    void theHeadHasTheHeadersOfTheList() {
        var head = given().header("Accept-Language", "en").head(PATH);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get("en").header("ETag"));
    }

    private RecoveryTimeline timeline() {
        return engine.knowledge().recovery();
    }

    private static Response get(String language) {
        return given().header("Accept-Language", language).get(PATH);
    }

    private static List<JsonNode> phases(Response answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return list(JSON.readTree(answer.asByteArray()));
    }

    private static List<String> texts(JsonNode texts) {
        return list(texts).stream().map(JsonNode::textValue).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        var all = new ArrayList<JsonNode>();
        array.forEach(all::add);
        return all;
    }
}
