package org.afterfusion.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.afterfusion.testing.TestOnlyResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows requests by their ids: in the headers of every kind of answer, and into real log records. */
@QuarkusTest
class RequestIdTest {

    private static final String CANARY = "canary-8731";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String ACCESS = AccessLog.CATEGORY;
    private static final String EVERYTHING = "";

    @TestHTTPResource
    URI address;

    private LogRecords log;

    @BeforeEach
    void openLog() {
        log = new LogRecords(EVERYTHING, ACCESS, TestOnlyResource.CATEGORY, TestOnlyResource.BLOCKING_CATEGORY);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    // The header

    @ParameterizedTest
    @ValueSource(strings = {"a", "Aa0._~-", "7c9e6679-7425-40de-944b-e07fc1f90ae7"})
    void anIdOfTheCallersOwnComesBack(String id) {
        assertThat(answeredWith(new Header(RequestIds.HEADER, id))).isEqualTo(id);
    }

    @Test
    void theLongestIdComesBackAndALongerOneDoesNot() {
        var longest = "x".repeat(128);

        assertThat(answeredWith(new Header(RequestIds.HEADER, longest))).isEqualTo(longest);
        assertThat(answeredWith(new Header(RequestIds.HEADER, longest + "x"))).satisfies(RequestIdTest::isNew);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a,b", "a/b", "a%0ab", "<script>", "\"a\"", "${jndi:x}", "ñ", CANARY + ":"})
    void aMalformedIdIsReplaced(String id) {
        assertThat(answeredWith(new Header(RequestIds.HEADER, id))).satisfies(RequestIdTest::isNew);
        assertThat(log.all()).doesNotContain(CANARY);
    }

    @Test
    void twoIdsAreReplaced() {
        assertThat(answeredWith(new Header(RequestIds.HEADER, "one"), new Header(RequestIds.HEADER, "two")))
                .satisfies(RequestIdTest::isNew);
    }

    @Test
    void everyRequestWithoutAnIdGetsItsOwn() {
        assertThat(answeredWith()).satisfies(RequestIdTest::isNew).isNotEqualTo(answeredWith());
    }

    // Every kind of answer

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/causes, 200, /v1/causes",
        "HEAD, /v1/causes, 200, /v1/causes",
        "OPTIONS, /v1/triage, 200, /v1/triage",
        "GET, /v1/findings/saddle-numbness, 200, /v1/findings/{id}",
        "GET, /v1/findings/canary-8731, 404, /v1/findings/{id}",
        "GET, /v1/findings?kind=canary-8731, 400, /v1/findings",
        "POST, /v1/triage, 415, /v1/triage",
        "DELETE, /v1/triage, 405, /v1/triage",
        "GET, /v1/canary-8731, 404, -",
        "GET, /canary-8731, 404, -",
        "GET, /q/health, 200, /q/health",
        "GET, /q/health/live, 200, /q/health/live",
        "GET, /q/metrics, 200, /q/metrics",
        "GET, /q/canary-8731, 404, -",
        "GET, /openapi, 200, /openapi",
        "GET, /swagger-ui/index.html, 200, /swagger-ui/*",
        "GET, /v1/evaluation, 200, /v1/evaluation",
    })
    void isNamedInTheAnswerAndOneLineOfTheLog(String method, String path, int status, String logged)
            throws InterruptedException {
        var id = UUID.randomUUID().toString();

        given().header(RequestIds.HEADER, id)
                .request(method, path)
                .then()
                .statusCode(status)
                .header(RequestIds.HEADER, id);

        assertThat(log.accessOf(id)).matches("\\Q%s %s %d \\E\\d+ ms \\d+ bytes".formatted(method, logged, status));
        assertThat(log.all()).doesNotContain(CANARY);
    }

    @Test
    void anUnreadReportBearsTheIdToo() throws IOException, InterruptedException {
        var answer = exchange("POST /v1/triage HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: far-too-long-8\r\n"
                + "Content-Type: application/json\r\nContent-Length: 200000000\r\n\r\n");

        assertThat(answer).startsWith("http/1.1 413 ").contains("x-request-id: far-too-long-8\r\n");
        assertThat(log.accessOf("far-too-long-8")).startsWith("POST /v1/triage 413 ");
    }

    @Test
    void aMethodNobodyKnowsIsNotWrittenDown() throws IOException, InterruptedException {
        exchange("CANARY-8731 /v1/triage HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: odd-method\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(log.accessOf("odd-method")).startsWith("- /v1/triage ");
        assertThat(log.all()).doesNotContain("CANARY");
    }

    // The log

    @Test
    void nothingOfAReportReachesTheLog() throws InterruptedException {
        given().header(RequestIds.HEADER, "bad-report-1")
                .header("traceparent", "00-" + CANARY)
                .header("Accept-Language", CANARY)
                .header("Knowledge-Version", CANARY)
                .header("User-Agent", CANARY)
                .contentType(ContentType.JSON)
                .body("{\"surgery\": {\"daysAgo\": 5, \"" + CANARY + "\": 1}, \"findings\": [{\"id\": \"" + CANARY
                        + "\"}]}")
                .post("/v1/triage?note=" + CANARY)
                .then()
                .statusCode(400);
        given().header(RequestIds.HEADER, "search-1")
                .get("/v1/findings?search=" + CANARY)
                .then()
                .statusCode(200);

        assertThat(log.accessOf("bad-report-1")).startsWith("POST /v1/triage 400 ");
        assertThat(log.accessOf("search-1")).startsWith("GET /v1/findings 200 ");
        assertThat(log.all()).doesNotContain(CANARY);
    }

    @Test
    void whatIsLoggedOnTheWayBearsTheId() throws InterruptedException {
        given().header(RequestIds.HEADER, "on-loop")
                .get(TestOnlyResource.PATH)
                .then()
                .statusCode(200);
        given().header(RequestIds.HEADER, "on-worker")
                .contentType(ContentType.TEXT)
                .body("x")
                .post(TestOnlyResource.PATH)
                .then()
                .statusCode(200);

        assertThat(log.of(TestOnlyResource.CATEGORY, "on-loop").getMessage()).isEqualTo("answered");
        assertThat(log.of(TestOnlyResource.BLOCKING_CATEGORY, "on-worker").getMessage())
                .isEqualTo("answered");
    }

    @Test
    void noKeyIsLeftBehindForTheNextRequest() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            given().header(RequestIds.HEADER, "traced-" + i)
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .get("/v1/urgency-levels")
                    .then()
                    .statusCode(200);
            given().header(RequestIds.HEADER, "untraced-" + i)
                    .get("/v1/urgency-levels")
                    .then()
                    .statusCode(200);

            assertThat(log.of(ACCESS, "traced-" + i).getMdc(RequestIds.TRACE_ID))
                    .isEqualTo(TRACE);
            assertThat(log.of(ACCESS, "untraced-" + i).getMdc(RequestIds.TRACE_ID))
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-00f067aa0ba902b7-01-more",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01"
            })
    void aMalformedTraceIsIgnored(String traceparent) throws InterruptedException {
        var id = UUID.randomUUID().toString();

        var headers = given().header(RequestIds.HEADER, id)
                .header("traceparent", traceparent)
                .get("/v1/urgency-levels")
                .then()
                .statusCode(200)
                .extract()
                .headers();

        assertThat(log.of(ACCESS, id).getMdc(RequestIds.TRACE_ID)).isNull();
        assertThat(log.all() + headers).doesNotContain(TRACE);
    }

    private static void isNew(String id) {
        assertThat(UUID.fromString(id)).hasToString(id);
    }

    private static String answeredWith(Header... headers) {
        return given().headers(new Headers(headers))
                .get("/v1/urgency-levels")
                .then()
                .statusCode(200)
                .extract()
                .header(RequestIds.HEADER);
    }

    /** Sends what no client library would send; returns the answer in lower case. */
    private String exchange(String request) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        }
    }
}
