package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void theTriageExampleIsARealExchange() throws IOException {
        var answer = JSON.readTree(given().contentType(ContentType.JSON)
                .body(Files.readString(EXAMPLES.resolve("triage.request.json")))
                .when()
                .post("/v1/triage")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertExample("triage.200", answer);
    }

    @Test
    void theErrorExampleIsARealExchange() throws IOException {
        var answer = JSON.readTree(given().contentType(ContentType.JSON)
                .body("""
                        {"surgery": {"daysAgo": 16}, "findings": [
                          {"id": "sadle-numbness", "presence": "present"},
                          {"id": "temperature", "value": 386},
                          {"id": "new-leg-weakness", "presence": "present"}]}
                        """)
                .when()
                .post("/v1/triage")
                .then()
                .statusCode(400)
                .extract()
                .asString());

        assertExample("problem.400", answer);
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
        "listHazards, /v1/knowledge/hazards?rule=rf-35"
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
