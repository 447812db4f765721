package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.afterfusion.triage.Hazard;
import org.afterfusion.triage.HazardLog;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.TriageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The intended use and the hazard log over HTTP, as the service ships them. */
@QuarkusTest
class SafetyFileTest {

    private static final String HAZARDS = "/v1/knowledge/hazards";
    private static final JsonMapper MAPPER = new JsonMapper();

    @Inject
    TriageEngine engine;

    @ParameterizedTest
    @CsvSource({"en, no conformity, does not diagnose", "es, No afirma cumplir, No diagnostica"})
    void theIntendedUseIsStated(String language, String conformity, String limit) {
        var use = get("/v1/knowledge", language).get("intendedUse");

        for (var property : List.of("purpose", "environment", "conformity")) {
            assertThat(use.get(property).textValue()).as(property).isNotBlank();
        }
        for (var property : List.of("users", "patients", "limits", "notFor")) {
            assertThat(texts(use.get(property))).as(property).isNotEmpty().noneMatch(String::isBlank);
        }
        assertThat(use.get("conformity").textValue()).contains(conformity);
        assertThat(texts(use.get("limits"))).anyMatch(text -> text.contains(limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyHazardAndAnomalyIsServed(String language) {
        var served = get(HAZARDS, language);
        var log = engine.knowledge().hazardLog();

        assertThat(served.get("knowledgeVersion").textValue())
                .isEqualTo(engine.knowledge().version());
        assertThat(served.get("status").textValue()).isEqualTo("draft");
        assertThat(served.get("notice").textValue()).isEqualTo(log.notice().in(language));
        assertThat(ids(served.get("hazards")))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        log.hazards().stream().map(Hazard::id).toList());
        assertThat(ids(served.get("anomalies")))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        log.anomalies().stream().map(HazardLog.Anomaly::id).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void hazardsAreComplete(String language) {
        var served = get(HAZARDS, language);
        var severities = words(served.get("severities"));
        var likelihoods = words(served.get("likelihoods"));
        var rules = engine.knowledge().redFlags().stream().map(RedFlag::id).toList();

        assertThat(severities).hasSize(5);
        assertThat(likelihoods).hasSize(5);
        for (var hazard : served.get("hazards")) {
            var id = hazard.get("id").textValue();
            for (var property : List.of("hazard", "harm", "how", "residual")) {
                assertThat(hazard.get(property).textValue())
                        .as("%s of %s", property, id)
                        .isNotBlank();
            }
            assertThat(texts(hazard.get("affected")))
                    .as(id)
                    .isNotEmpty()
                    .isSubsetOf("patient", "carer", "clinician", "emergency-care", "deployer");
            for (var risk : List.of(hazard.get("before"), hazard.get("after"))) {
                assertThat(risk.get("severity").textValue()).isIn(severities);
                assertThat(risk.get("likelihood").textValue()).isIn(likelihoods);
            }
            assertThat(texts(hazard.get("controls").get("rules"))).as(id).isSubsetOf(rules);
            assertThat(texts(hazard.get("controls").get("design"))).as(id).noneMatch(String::isBlank);
        }
        for (var anomaly : served.get("anomalies")) {
            assertThat(anomaly.get("what").textValue()).isNotBlank();
            assertThat(anomaly.get("workaround").textValue()).isNotBlank();
            assertThat(texts(anomaly.get("hazards"))).isNotEmpty().isSubsetOf(ids(served.get("hazards")));
        }
    }

    @Test
    void spanishHazardsHaveTheSameFacts() {
        var english = list(get(HAZARDS, "en").get("hazards"));
        var spanish = list(get(HAZARDS, "es").get("hazards"));

        assertThat(spanish).hasSameSizeAs(english);
        for (int i = 0; i < english.size(); i++) {
            for (var fact : List.of("/id", "/affected", "/before", "/after", "/controls/rules", "/controls/tests")) {
                assertThat(spanish.get(i).at(fact))
                        .as(fact)
                        .isEqualTo(english.get(i).at(fact));
            }
            for (var text : List.of("/hazard", "/harm", "/how", "/residual")) {
                assertThat(spanish.get(i).at(text)).isNotEqualTo(english.get(i).at(text));
            }
        }
    }

    @Test
    void hazardsCanBeChosenByRule() {
        var everything = get(HAZARDS, "en");

        for (var flag : engine.knowledge().redFlags()) {
            var chosen = get(HAZARDS + "?rule=" + flag.id(), "en");

            assertThat(list(chosen.get("hazards")))
                    .containsExactlyElementsOf(list(everything.get("hazards")).stream()
                            .filter(hazard ->
                                    texts(hazard.at("/controls/rules")).contains(flag.id()))
                            .toList());
            assertThat(chosen.get("anomalies")).isEqualTo(everything.get("anomalies"));
        }
        assertThat(ids(get(HAZARDS + "?rule=rf-03", "en").get("hazards")))
                .isNotEmpty()
                .hasSizeLessThan(everything.get("hazards").size());
    }

    private static JsonNode get(String path, String language) {
        var response = given().header("Accept-Language", language).get(path);
        response.then().statusCode(200).contentType(ContentType.JSON);
        assertThat(response.header("Content-Language")).isEqualTo(language);
        try {
            return MAPPER.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::textValue).toList();
    }

    private static List<String> ids(JsonNode array) {
        return list(array).stream().map(entry -> entry.get("id").textValue()).toList();
    }

    private static List<String> words(JsonNode scale) {
        assertThat(list(scale))
                .allSatisfy(one -> assertThat(one.get("meaning").textValue()).isNotBlank());
        return list(scale).stream().map(one -> one.get("word").textValue()).toList();
    }
}
