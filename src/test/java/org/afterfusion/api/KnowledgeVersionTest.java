package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.afterfusion.testing.TestOnlyResource;
import org.afterfusion.triage.TriageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Insists on versions of the knowledge, by field and by header. */
@QuarkusTest
class KnowledgeVersionTest {

    private static final String HEADER = "Knowledge-Version";
    private static final String OLD = "2026.11.0";
    private static final String NOT_SERVED = "urn:afterfusion:problem:knowledge-version-not-served";
    private static final String INVALID = "urn:afterfusion:problem:invalid-report";
    private static final String SOUND = """
            "surgery": {"daysAgo": 16}, "findings": [{"id": "new-leg-weakness", "presence": "present"}]""";
    private static final String FAULTY = """
            "surgery": {"daysAgo": -1}, "findings": [{"id": "new-leg-weakness", "presence": "present"}]""";

    @Inject
    TriageEngine engine;

    private String served;

    @BeforeEach
    void askWhatIsServed() {
        served = engine.knowledge().version();
    }

    @Test
    void thePinOfTheVersionInServiceChangesNothing() {
        var unpinned = post(given(), null, SOUND).statusCode(200).extract().asString();

        assertThat(post(given(), served, SOUND).statusCode(200).extract().asString())
                .isEqualTo(unpinned);
        assertThat(post(given().header(HEADER, served), served, SOUND)
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(unpinned);
    }

    @Test
    void anotherVersionInTheReport() {
        post(given(), OLD, SOUND)
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .header(HEADER, served)
                .body("type", equalTo(NOT_SERVED))
                .body("errors.pointer", contains("/knowledgeVersion"))
                .body("errors.code", contains("not-served"))
                .body("errors[0].message", containsString(served))
                .body("safetyNet", containsString("911"))
                .body("redFlagsSeen", contains("new-leg-weakness"));
    }

    @Test
    void anotherVersionInTheHeader() {
        post(given().header(HEADER, OLD).header("Accept-Language", "es"), null, SOUND)
                .statusCode(409)
                .header("Content-Language", "es")
                .body("type", equalTo(NOT_SERVED))
                .body("title", equalTo("Otra versión está en uso"))
                .body("errors.pointer", contains(HEADER))
                .body("errors.code", contains("not-served"))
                .body("redFlagsSeen", contains("new-leg-weakness"));
    }

    @Test
    void ofTwoThatDifferTheOneNotInServiceIsTheFault() {
        post(given().header(HEADER, OLD), served, SOUND).statusCode(409).body("errors.pointer", contains(HEADER));
        post(given().header(HEADER, served), OLD, SOUND)
                .statusCode(409)
                .body("errors.pointer", contains("/knowledgeVersion"));
        post(given().header(HEADER, OLD), "2031.1.0", SOUND)
                .statusCode(409)
                .body("errors.pointer", contains("/knowledgeVersion", HEADER));
        post(given().headers(new Headers(new Header(HEADER, served), new Header(HEADER, OLD))), null, SOUND)
                .statusCode(409)
                .body("errors.pointer", contains(HEADER));
    }

    @Test
    void otherFaultsComeFirstAndThePinAlong() {
        post(given().header(HEADER, OLD), OLD, FAULTY)
                .statusCode(400)
                .body("type", equalTo(INVALID))
                .body("errors.pointer", containsInAnyOrder("/surgery/daysAgo", "/knowledgeVersion", HEADER))
                .body("errors.code", containsInAnyOrder("out-of-range", "not-served", "not-served"))
                .body("redFlagsSeen", contains("new-leg-weakness"));
        given().header(HEADER, OLD)
                .contentType(ContentType.JSON)
                .body("{")
                .post("/v1/triage")
                .then()
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("not-json", "not-served"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canary-8731",
                "2026",
                "2026.11",
                "2026.11.1.0",
                "2026.13.1",
                "2026.0.1",
                "2026.1.01",
                "26.1.1",
                "v2026.11.1",
                "2026.11.1, 2026.11.1",
                "*"
            })
    void malformed(String version) {
        for (var answer : new ValidatableResponse[] {
            post(given(), version, SOUND), post(given().header(HEADER, version), null, SOUND)
        }) {
            answer.statusCode(400)
                    .body("type", equalTo(INVALID))
                    .body("errors.code", contains("wrong-form"))
                    .body("redFlagsSeen", contains("new-leg-weakness"));
            assertThat(answer.extract().asString() + answer.extract().headers()).doesNotContain("canary-8731");
        }
    }

    @Test
    void anEmptyPinIsMalformedAndNullIsNone() {
        post(given(), "", SOUND).statusCode(400).body("errors.code", contains("wrong-form"));
        post(given().header(HEADER, ""), null, SOUND).statusCode(400).body("errors.code", contains("wrong-form"));
        send(given(), "{\"knowledgeVersion\": null, " + SOUND + "}").statusCode(200);
        send(given(), "{\"knowledgeVersion\": 2026.11, " + SOUND + "}")
                .statusCode(400)
                .body("errors.pointer", contains("/knowledgeVersion"))
                .body("errors.code", contains("wrong-type"));
    }

    // Below triage

    @Test
    void belowTriageTheHeaderCountsWhateverTheBody() {
        belowTriage(OLD)
                .statusCode(409)
                .body("type", equalTo(NOT_SERVED))
                .body("errors.pointer", contains(HEADER))
                .body("safetyNet", containsString("911"));
        belowTriage("canary-8731")
                .statusCode(400)
                .body("type", equalTo("urn:afterfusion:problem:bad-request"))
                .body("errors.code", contains("wrong-form"))
                .body("errors.message", not(containsString("canary-8731")));
        belowTriage(served).statusCode(200);
    }

    @Test
    void aBatchIsRefusedByItsHeaderAndALineByItsField() {
        var sound = ("{" + SOUND + "}").replace("\n", " ");
        var pinned = sound.replaceFirst("\\{", "{\"knowledgeVersion\": \"" + OLD + "\", ");

        batch(given().header(HEADER, OLD), sound).statusCode(409).body("type", equalTo(NOT_SERVED));
        var lines = batch(given().header(HEADER, served), pinned + "\n" + sound)
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("\"line\":1", NOT_SERVED, "\"redFlagsSeen\":[\"new-leg-weakness\"]");
        assertThat(lines.get(1)).contains("\"line\":2", "\"triage\":");
    }

    private static ValidatableResponse batch(RequestSpecification request, String lines) {
        return request.contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/triage/batch")
                .then();
    }

    @Test
    void elsewhereTheHeaderDoesNotCount() {
        given().header(HEADER, OLD).get("/v1/causes").then().statusCode(200).header(HEADER, served);
    }

    // Said on every answer

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/causes, true",
        "GET, /v1/causes/nobody-knows, true",
        "GET, /v1/nowhere, true",
        "DELETE, /v1/triage, true",
        "POST, /v1/triage, true",
        "GET, /v1/evaluation, true",
        "GET, /v1/changes, true",
        "GET, /q/health, false",
        "GET, /openapi, false"
    })
    void everyAnswerOfVersion1NamesTheKnowledge(String method, String path, boolean named) {
        var answer = given().request(method, path).then().extract();

        assertThat(answer.header(HEADER)).isEqualTo(named ? served : null);
    }

    @Test
    void anUnchangedAnswerNamesItToo() {
        var tag = given().get("/v1/causes").then().extract().header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/causes")
                .then()
                .statusCode(304)
                .header(HEADER, served);
    }

    private static ValidatableResponse belowTriage(String version) {
        return given().header(HEADER, version)
                .contentType(ContentType.TEXT)
                .body("x")
                .post(TestOnlyResource.PATH)
                .then();
    }

    /** @param version null for none */
    private static ValidatableResponse post(RequestSpecification request, @Nullable String version, String report) {
        var pin = version == null ? "" : "\"knowledgeVersion\": \"" + version + "\", ";
        return send(request, "{" + pin + report + "}");
    }

    private static ValidatableResponse send(RequestSpecification request, String body) {
        return request.contentType(ContentType.JSON)
                .body(body)
                .post("/v1/triage")
                .then();
    }
}
