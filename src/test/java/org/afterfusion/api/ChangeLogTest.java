package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChangeLogTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHANGES = "/v1/changes";

    @Test
    void startsAtTheVersionsInService() throws IOException {
        var log = read(CHANGES);
        var knowledge = read("/v1/knowledge").get("version");
        var contract = new YAMLMapper()
                .readTree(RestAssured.get("/openapi").asString())
                .at("/info/version")
                .textValue();

        assertThat(log.get("knowledgeVersion")).isEqualTo(knowledge);
        assertThat(log.get("contractVersion").textValue()).isEqualTo(contract);
        assertThat(versions(log, "knowledge")).first().isEqualTo(knowledge.textValue());
        assertThat(versions(log, "contract")).first().isEqualTo(contract);
        assertThat(log.at("/releases/0/version")).isEqualTo(knowledge);
    }

    @Test
    void goesDownToTheFirstVersions() throws IOException {
        var log = read(CHANGES);

        assertThat(versions(log, "knowledge")).endsWith("2026.11.1", "2026.11.0");
        assertThat(versions(log, "contract")).endsWith("1.0.0");
        for (var release : log.get("releases")) {
            assertThat(release.get("date").textValue()).matches("2\\d{3}-\\d{2}-\\d{2}");
            assertThat(release.get("changes")).isNotEmpty();
        }
    }

    @Test
    void everyIdLeadsToItsEntry() throws IOException {
        var changes = read(CHANGES).findValues("changes").stream()
                .flatMap(ChangeLogTest::items)
                .toList();

        assertThat(changes).isNotEmpty();
        for (var path : List.of("findings", "causes", "red-flags")) {
            var known = read("/v1/" + path).findValuesAsText("id");
            var property = path.equals("red-flags") ? "redFlags" : path;
            for (var change : changes) {
                assertThat(items(change.get(property)).map(JsonNode::textValue))
                        .as(property)
                        .isSubsetOf(known);
            }
        }
    }

    @Test
    void sinceLeavesOutThatVersionAndWhatCameBefore() throws IOException {
        var all = read(CHANGES);
        var since = read(CHANGES + "?since=2026.11.0");

        assertThat(since.get("knowledgeVersion")).isEqualTo(all.get("knowledgeVersion"));
        assertThat(versions(since, "knowledge")).last().isEqualTo("2026.11.1");
        assertThat(items(since.get("releases")))
                .containsExactlyElementsOf(items(all.get("releases"))
                        .limit(all.get("releases").size() - 1L)
                        .toList());
    }

    @Test
    void nothingCameAfterTheVersionInService() throws IOException {
        given().queryParam("since", read(CHANGES).get("knowledgeVersion").textValue())
                .get(CHANGES)
                .then()
                .statusCode(200)
                .body("releases", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026.11", "2031.1.0", "canary-8731"})
    void aVersionThatNeverWas(String since) {
        var body = given().queryParam("since", since)
                .get(CHANGES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("since"))
                .body("errors.code", contains("unknown-word"))
                .body("errors[0].message", containsString("2026.11.0"))
                .extract()
                .asString();

        assertThat(body).doesNotContain("canary-8731");
    }

    @Test
    void comesInSpanishAndCanBeKept() {
        var english = given().get(CHANGES).then().statusCode(200).extract();
        var spanish = given().header("Accept-Language", "es")
                .get(CHANGES)
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("es"))
                .extract();
        given().header("Accept-Language", "es")
                .header("If-None-Match", spanish.header("ETag"))
                .get(CHANGES)
                .then()
                .statusCode(304);

        List<String> texts = english.path("releases.changes.text.flatten()");
        List<String> textos = spanish.path("releases.changes.text.flatten()");
        assertThat(textos).hasSameSizeAs(texts).doesNotContainAnyElementsOf(texts);
        assertThat(english.header("ETag")).isNotEqualTo(spanish.header("ETag"));
    }

    private static JsonNode read(String path) throws IOException {
        return JSON.readTree(given().get(path).then().statusCode(200).extract().asString());
    }

    private static List<String> versions(JsonNode log, String kind) {
        return items(log.get("releases"))
                .filter(release -> release.get("kind").textValue().equals(kind))
                .map(release -> release.get("version").textValue())
                .toList();
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return array.valueStream();
    }
}
