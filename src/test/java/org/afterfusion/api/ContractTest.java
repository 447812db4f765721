package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.afterfusion.api.problem.ProblemType;
import org.afterfusion.api.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the served OpenAPI document against the committed one, and its examples against the service. Run with
 * {@code -Dcontract.update=true} to accept a change of either, and read the diff before committing it.
 */
@QuarkusTest
class ContractTest {

    private static final Path COMMITTED = Path.of("src/test/resources/contract/openapi.yaml");
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi");
    private static final boolean UPDATE = Boolean.getBoolean("contract.update");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Problems problems;

    @Test
    void theServedDocumentIsTheCommittedOne() throws IOException {
        var served =
                given().when().get("/openapi").then().statusCode(200).extract().asString();
        if (UPDATE) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(served).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void everyOperationIsNamedAndEveryJsonBodyHasAnExample() throws IOException {
        var document = new YAMLMapper().readTree(COMMITTED.toFile());
        var bare = new ArrayList<String>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey() + " " + path.getKey();
                assertThat(operation.getValue().path("operationId").asText())
                        .as(name)
                        .isNotBlank();
                assertThat(operation.getValue().path("summary").asText())
                        .as(name)
                        .isNotBlank();
                operation.getValue().findValues("content").stream()
                        .flatMap(content -> content.properties().stream())
                        .filter(media -> media.getKey().endsWith("json"))
                        .filter(media -> media.getValue().path("examples").isEmpty())
                        .forEach(media -> bare.add(name + " " + media.getKey()));
            }
        }

        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(bare).isEmpty();
    }

    @Test
    void everythingIsDescribed() throws IOException {
        var document = new YAMLMapper().readTree(COMMITTED.toFile());
        var bare = new ArrayList<String>();
        document.path("tags").forEach(tag -> note(tag, "tag " + tag.path("name").asText(), bare));
        for (var part : List.of("schemas", "responses", "parameters", "headers", "securitySchemes")) {
            document.path("components").path(part).properties().forEach(entry -> {
                note(entry.getValue(), entry.getKey(), bare);
                noteProperties(entry.getValue(), entry.getKey(), bare);
            });
        }
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey() + " " + path.getKey();
                note(operation.getValue(), name, bare);
                operation.getValue().path("parameters").forEach(parameter -> noteUnlessShared(parameter, name, bare));
                operation
                        .getValue()
                        .path("responses")
                        .properties()
                        .forEach(response ->
                                noteUnlessShared(response.getValue(), name + " " + response.getKey(), bare));
                var body = operation.getValue().path("requestBody");
                if (!body.isMissingNode()) {
                    note(body, name + " body", bare);
                }
            }
        }

        assertThat(document.path("components").path("schemas").size()).isGreaterThan(50);
        assertThat(bare).isEmpty();
    }

    private static void noteProperties(JsonNode schema, String name, List<String> bare) {
        schema.path("properties").properties().forEach(property -> {
            var path = name + "." + property.getKey();
            note(property.getValue(), path, bare);
            noteProperties(property.getValue(), path, bare);
        });
    }

    private static void noteUnlessShared(JsonNode part, String name, List<String> bare) {
        if (!part.has("$ref")) {
            note(part, name + " " + part.path("name").asText(), bare);
        }
    }

    private static void note(JsonNode part, String name, List<String> bare) {
        if (part.path("description").asText().isBlank()) {
            bare.add(name);
        }
    }

    @ParameterizedTest
    @CsvSource({"wound-infection, en", "cauda-equina, en", "usual-recovery, en", "wound-infection-es, es"})
    void theTriageExamplesAreRealExchanges(String example, String language) throws IOException {
        var answer = JSON.readTree(given().contentType(ContentType.JSON)
                .header("Accept-Language", language)
                .body(Files.readString(EXAMPLES.resolve("triage." + example + ".request.json")))
                .when()
                .post("/v1/triage")
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .extract()
                .asString());

        assertExample("triage." + example + ".200", answer);
    }

    @Test
    void theInterviewExampleIsARealExchange() throws IOException {
        var answer = JSON.readTree(given().contentType(ContentType.JSON)
                .body(Files.readString(EXAMPLES.resolve("interview.request.json")))
                .when()
                .post("/v1/interview")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertExample("interview.200", answer);
    }

    @ParameterizedTest
    @CsvSource({"cauda-equina, 4, 5", "wound-infection, 3, 3", "usual-recovery, 1, 1"})
    void theTriageExamplesShowWhatTheirNamesSay(String example, int least, int most) throws IOException {
        var answer = JSON.readTree(
                EXAMPLES.resolve("triage." + example + ".200.json").toFile());

        assertThat(answer.at("/urgency/rank").asInt()).isBetween(least, most);
    }

    @Test
    void theBatchExampleIsARealExchange() throws IOException {
        var answer = given().contentType("application/x-ndjson")
                .body(Files.readAllBytes(EXAMPLES.resolve("triageBatch.request.ndjson")))
                .when()
                .post("/v1/triage/batch")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var file = EXAMPLES.resolve("triageBatch.200.ndjson");
        if (UPDATE) {
            Files.writeString(file, answer);
        }

        assertThat(withoutDigests(answer)).isEqualTo(withoutDigests(Files.readString(file)));
    }

    @Test
    void bothLanguagesAnswerTheSameReport() throws IOException {
        assertThat(JSON.readTree(EXAMPLES.resolve("triage.wound-infection-es.request.json")
                        .toFile()))
                .isEqualTo(JSON.readTree(
                        EXAMPLES.resolve("triage.wound-infection.request.json").toFile()));
    }

    @Test
    void theExamplesOfRefusedReportsAreRealExchanges() throws IOException {
        assertRefused("400.faults", given().contentType(ContentType.JSON).body("""
                        {"surgery": {"daysAgo": 16}, "findings": [
                          {"id": "sadle-numbness", "presence": "present"},
                          {"id": "temperature", "value": 386},
                          {"id": "new-leg-weakness", "presence": "present"}]}
                        """));
        assertRefused("400.not-json", given().contentType(ContentType.JSON).body("""
                        {"surgery": {"daysAgo": 16}, "findings": [
                          {"id": "saddle-numbness", "presence": "present"},
                          {"id": "pain-sc"""));
        assertRefused(
                "406", given().contentType(ContentType.JSON).accept("text/csv").body("{}"));
        assertRefused("413", given().contentType(ContentType.JSON).body(" ".repeat(70_000)));
        assertRefused("415", given().contentType(ContentType.TEXT).body("My leg hurts"));
    }

    private static void assertRefused(String example, RequestSpecification request) throws IOException {
        assertProblem(example, request.when().post("/v1/triage"));
    }

    @Test
    void theExamplesOfRefusedQuestionsAreRealExchanges() throws IOException {
        assertProblem("400.query", given().when().get("/v1/findings?kind=symptoms"));
        assertProblem("404", given().when().get("/v1/findings/toe-colour"));
    }

    private static void assertProblem(String example, Response response) throws IOException {
        assertThat(response.statusCode()).isEqualTo(Integer.parseInt(example.substring(0, 3)));
        assertExample("problem." + example, JSON.readTree(response.asString()));
    }

    /** What a gateway or a fault of ours would bring cannot be brought about from here; the words are those of the service. */
    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "FORBIDDEN", "REQUEST_TIMEOUT", "TOO_MANY_REQUESTS", "INTERNAL_ERROR", "BUSY"})
    void theOtherProblemsAreWordedByTheService(ProblemType type) throws IOException {
        assertExample("problem." + type.status(), JSON.valueToTree(problems.of(type, "en")));
    }

    @Test
    void theVersionErrorExampleIsARealExchange() throws IOException {
        var answer = JSON.readTree(given().contentType(ContentType.JSON)
                .body("""
                        {"knowledgeVersion": "2026.11.0", "surgery": {"daysAgo": 16}, "findings": [
                          {"id": "new-leg-weakness", "presence": "present"}]}
                        """)
                .when()
                .post("/v1/triage")
                .then()
                .statusCode(409)
                .extract()
                .asString());

        assertExample("problem.409", answer);
    }

    @ParameterizedTest
    @CsvSource({
        "listFindings, /v1/findings",
        "getFinding, /v1/findings/saddle-numbness",
        "listCauses, /v1/causes",
        "getCause, /v1/causes/nerve-root-irritation",
        "listRedFlags, /v1/red-flags",
        "getRedFlag, /v1/red-flags/rf-17",
        "listEducation, /v1/education",
        "listSources, /v1/sources",
        "getSource, /v1/sources/NHSN-SSI",
        "listUrgencyLevels, /v1/urgency-levels",
        "getKnowledge, /v1/knowledge",
        "listHazards, /v1/knowledge/hazards?rule=rf-35",
        "listChanges, /v1/changes?since=2026.11.1",
        "listRecovery, /v1/recovery"
    })
    void theCatalogExamplesAreReal(String operation, String path) throws IOException {
        var answer = JSON.readTree(
                given().when().get(path).then().statusCode(200).extract().asString());

        assertExample(operation + ".200", answer instanceof ArrayNode list ? firstTwo(list) : answer);
    }

    @Test
    void theEvaluationExampleIsReal() throws IOException {
        var answer = JSON.readTree(given().when()
                .get("/v1/evaluation")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        shorten(answer);

        assertExample("getEvaluation.200", answer);
    }

    /** Every list shows its form by its first entry. */
    private static void shorten(JsonNode node) {
        if (node instanceof ArrayNode list) {
            while (list.size() > 1) {
                list.remove(1);
            }
        }
        node.forEach(ContractTest::shorten);
    }

    /** A list shows its form by two entries. */
    private static JsonNode firstTwo(ArrayNode list) {
        return JSON.createArrayNode().addAll(List.of(list.get(0), list.get(1)));
    }

    private static void assertExample(String name, JsonNode answer) throws IOException {
        var file = EXAMPLES.resolve(name + ".json");
        if (UPDATE) {
            Files.writeString(file, answer.toPrettyString() + "\n");
        }

        assertThat(withoutDigests(answer.toPrettyString()))
                .isEqualTo(withoutDigests(JSON.readTree(file.toFile()).toPrettyString()));
    }

    /** Every change of a knowledge file changes its digest; that alone makes no example wrong. */
    private static String withoutDigests(String json) {
        return json.replaceAll("sha256:[0-9a-f]{64}", "sha256:…");
    }
}
