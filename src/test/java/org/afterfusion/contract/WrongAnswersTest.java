package org.afterfusion.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong answers, planted: each is noticed. They are made from the examples of our document, and for a small one. */
class WrongAnswersTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonNode OURS = document();
    private static final Contract CONTRACT = new Contract(OURS);
    private static final Contract SMALL = small();

    private static final String TRIAGE = "/paths/~1v1~1triage/post";
    private static final String CAUSE = "/paths/~1v1~1causes~1{id}/get";

    /** Every example of an answer, held against its own schema as strictly as the answers of the service. */
    @TestFactory
    Stream<DynamicTest> theExamplesAreAnswers() {
        return OURS.path("paths").propertyStream().flatMap(path -> path.getValue()
                .propertyStream()
                .filter(operation -> operation.getValue().has("responses"))
                .flatMap(operation -> exampleTests(path.getKey(), operation.getKey(), operation.getValue())));
    }

    private static Stream<DynamicTest> exampleTests(String path, String method, JsonNode operation) {
        var request =
                operation.path("requestBody").path("content").propertyStream().findFirst();
        return operation.path("responses").propertyStream().flatMap(response -> response.getValue()
                .path("content")
                .propertyStream()
                .flatMap(media -> examples(media.getValue())
                        .map(example -> dynamicTest(method + " " + path + " " + response.getKey(), () -> assertThat(
                                        CONTRACT.faults(new Exchange(
                                                method,
                                                path,
                                                request.map(Map.Entry::getKey).orElse(null),
                                                request.map(sent -> example(sent.getValue()))
                                                        .orElse("")
                                                        .getBytes(UTF_8),
                                                Integer.parseInt(response.getKey()),
                                                Map.of("content-type", media.getKey()),
                                                example.getBytes(UTF_8))))
                                .allMatch(fault -> fault.startsWith("header "))))));
    }

    @Test
    void aMissingPropertyIsNoticed() throws IOException {
        assertThat(triaged(answer -> answer.remove("urgency")))
                .singleElement()
                .asString()
                .contains("urgency");
    }

    @Test
    void aMissingPropertyDeepInsideIsNoticed() throws IOException {
        assertThat(triaged(answer -> ((ObjectNode) answer.at("/causes/0")).remove("band")))
                .singleElement()
                .asString()
                .contains("/causes/0", "band");
    }

    @Test
    void anUnknownPropertyIsNoticed() throws IOException {
        assertThat(triaged(answer -> answer.put("verdict", "x")))
                .singleElement()
                .asString()
                .contains("verdict");
    }

    @Test
    void anUnknownPropertyDeepInsideIsNoticed() throws IOException {
        assertThat(triaged(answer -> ((ObjectNode) answer.at("/causes/0")).put("verdict", "x")))
                .singleElement()
                .asString()
                .contains("/causes/0", "verdict");
    }

    @Test
    void anUnknownWordIsNoticed() throws IOException {
        assertThat(triaged(answer -> answer.put("status", "certain")))
                .singleElement()
                .asString()
                .contains("/status");
    }

    @Test
    void aWrongTypeIsNoticed() throws IOException {
        assertThat(triaged(answer -> answer.put("unexplainedShare", "0.04")))
                .singleElement()
                .asString()
                .contains("/unexplainedShare");
    }

    @Test
    void nullIsNoticed() throws IOException {
        assertThat(triaged(answer -> answer.putNull("notice")))
                .singleElement()
                .asString()
                .contains("/notice");
    }

    @Test
    void anUndocumentedStatusIsNoticed() {
        assertThat(CONTRACT.faults(triage(402, "application/problem+json", problem())))
                .singleElement()
                .asString()
                .contains("402");
    }

    @ParameterizedTest
    @CsvSource({"200, application/problem+json", "200, text/plain", "400, application/json"})
    void anUndocumentedContentTypeIsNoticed(int status, String type) {
        assertThat(CONTRACT.faults(
                        triage(status, type, example(OURS.at(TRIAGE + "/responses/200/content/application~1json")))))
                .singleElement()
                .asString()
                .contains(type);
    }

    @Test
    void aBodyThatIsNotJsonIsNoticed() {
        assertThat(CONTRACT.faults(triage(200, "application/json", "{\"urgency\": 1")))
                .singleElement()
                .asString()
                .contains("not JSON");
    }

    @Test
    void aBodyThatGoesOnAfterItsEndIsNoticed() {
        assertThat(CONTRACT.faults(triage(400, "application/problem+json", problem() + "{}")))
                .singleElement()
                .asString()
                .contains("not JSON");
    }

    @Test
    void anUndocumentedBodyIsNoticed() {
        assertThat(CONTRACT.faults(get("/v1/causes/x", 304, Map.of(), "{}")))
                .singleElement()
                .asString()
                .contains("no body");
    }

    @Test
    void anAnsweredOperationWithoutDocumentIsNoticed() {
        assertThat(CONTRACT.faults(get("/v1/secrets", 200, Map.of("content-type", "application/json"), "{}")))
                .hasSize(1);
    }

    @Test
    void whereNothingIsAnErrorIsAProblem() {
        var problem = Map.of("content-type", "application/problem+json");

        assertThat(CONTRACT.faults(get("/v1/secrets", 404, problem, problem()))).isEmpty();
        assertThat(CONTRACT.faults(get("/v1/secrets", 404, Map.of("content-type", "text/html"), "no")))
                .hasSize(1);
        assertThat(CONTRACT.faults(get("/v1/triage", 405, problem, "{}"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/findings?kind=planet | kind",
                "/v1/findings?nonsense=1 | nonsense",
            })
    void anAcceptedQueryOutsideTheDocumentIsNoticed(String path, String named) {
        var list = example(OURS.at("/paths/~1v1~1findings/get/responses/200/content/application~1json"));

        assertThat(CONTRACT.faults(get(path, 200, Map.of("content-type", "application/json"), list)))
                .singleElement()
                .asString()
                .contains(named);
    }

    @Test
    void anAcceptedReportOutsideTheDocumentIsNoticed() {
        var answer = example(OURS.at(TRIAGE + "/responses/200/content/application~1json"));
        var exchange = new Exchange(
                "POST",
                "/v1/triage",
                "application/json",
                "{\"surgery\": {\"daysAgo\": -1}, \"findings\": [{\"id\": \"pain-score\", \"value\": 3}]}"
                        .getBytes(UTF_8),
                200,
                Map.of("content-type", "application/json"),
                answer.getBytes(UTF_8));

        assertThat(CONTRACT.faults(exchange)).singleElement().asString().contains("/surgery/daysAgo");
    }

    /** What OpenAPI 3.1 has and 3.0 had not, and what our document does not use today. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`kind`:`a`}                          | ",
                "{`kind`:`b`}                          | /kind",
                "{`kind`:`a`,`size`:null}              | ",
                "{`kind`:`a`,`size`:3}                 | ",
                "{`kind`:`a`,`size`:`3`}               | /size",
                "{`kind`:`a`,`part`:{`code`:`a-1`}}    | ",
                "{`kind`:`a`,`part`:null}              | ",
                "{`kind`:`a`,`part`:{`code`:`A`}}      | /part/code",
                "{`kind`:`a`,`part`:{`codes`:`a-1`}}   | codes",
                "{`kind`:`a`,`date`:`2026-02-30`}      | /date",
                "{`kind`:`a`,`near`:{`code`:`a-12345`}} | /near/code",
                "{`kind`:`a`,`words`:{`x`:`y`}}        | ",
                "{`kind`:`a`,`words`:{`x`:1}}          | /words/x",
            })
    void theLanguageOfSchemasIsUnderstood(String line, @Nullable String named) {
        var faults = SMALL.faults(lines(line + "\n"));

        if (named == null) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).anySatisfy(fault -> assertThat(fault).contains("line 1: ", named));
        }
    }

    @Test
    void everyLineIsRead() {
        assertThat(SMALL.faults(lines("{\"kind\":\"a\"}\n{\"kind\":\"b\"}\n\n{\"kind\":\"a\"}")))
                .satisfiesExactly(fault -> assertThat(fault).startsWith("line 2: /kind"), fault -> assertThat(fault)
                        .startsWith("line 3: "));
    }

    @Test
    void requiredHeadersAreAskedFor() {
        var ndjson = Map.of("content-type", "application/x-ndjson");

        assertThat(SMALL.faults(new Exchange("GET", "/lines", null, new byte[0], 200, ndjson, new byte[0])))
                .containsExactly("header X-Count is missing");
        assertThat(SMALL.faults(new Exchange(
                        "GET",
                        "/lines",
                        null,
                        new byte[0],
                        200,
                        Map.of("content-type", "application/x-ndjson", "x-count", "many"),
                        new byte[0])))
                .singleElement()
                .asString()
                .contains("X-Count");
    }

    private static Exchange lines(String body) {
        return new Exchange(
                "GET",
                "/lines",
                null,
                new byte[0],
                200,
                Map.of("content-type", "application/x-ndjson", "x-count", "3"),
                body.replace('`', '"').getBytes(UTF_8));
    }

    private static List<String> triaged(Consumer<ObjectNode> doctor) throws IOException {
        var answer = (ObjectNode) YAML.readTree(example(OURS.at(TRIAGE + "/responses/200/content/application~1json")));
        doctor.accept(answer);
        return CONTRACT.faults(triage(200, "application/json", answer.toString()));
    }

    private static Exchange triage(int status, String type, String body) {
        return new Exchange(
                "POST",
                "/v1/triage",
                "application/json; charset=utf-8",
                example(OURS.at(TRIAGE + "/requestBody/content/application~1json"))
                        .getBytes(UTF_8),
                status,
                Map.of("content-type", type),
                body.getBytes(UTF_8));
    }

    private static Exchange get(String path, int status, Map<String, String> headers, String body) {
        return new Exchange("GET", path, null, new byte[0], status, headers, body.getBytes(UTF_8));
    }

    private static String problem() {
        return example(OURS.at("/components/responses/NotFound/content/application~1problem+json"));
    }

    private static String example(JsonNode media) {
        return examples(media).findFirst().orElseThrow();
    }

    private static Stream<String> examples(JsonNode media) {
        return media.path("examples")
                .propertyStream()
                .map(example -> example.getValue().path("value"))
                .map(value -> value.isTextual() ? value.asText() : value.toString());
    }

    private static JsonNode document() {
        try {
            return YAML.readTree(
                    Path.of("src/test/resources/contract/openapi.yaml").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Contract small() {
        try {
            return new Contract(YAML.readTree("""
                    openapi: 3.1.0
                    paths:
                      /lines:
                        get:
                          responses:
                            "2XX": {$ref: "#/components/responses/Lines"}
                    components:
                      responses:
                        Lines:
                          headers:
                            X-Count: {required: true, schema: {type: integer}}
                          content:
                            application/x-ndjson:
                              schema:
                                type: string
                                contentMediaType: application/json
                                contentSchema: {$ref: "#/components/schemas/Line"}
                      schemas:
                        Line:
                          type: object
                          required: [kind]
                          properties:
                            kind: {const: a}
                            size: {type: [integer, "null"], format: int32}
                            part: {anyOf: [{$ref: "#/components/schemas/Part"}, {type: "null"}]}
                            near: {$ref: "#/components/schemas/Part", description: short, maxProperties: 1,
                                   properties: {code: {maxLength: 6}}}
                            date: {type: string, format: date}
                            words: {type: object, additionalProperties: {type: string}}
                        Part:
                          type: object
                          properties:
                            code: {type: string, pattern: "^[a-z]-[0-9]+$"}
                    """));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
