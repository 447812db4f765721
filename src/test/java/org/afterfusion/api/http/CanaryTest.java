package org.afterfusion.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.afterfusion.boot.ProductionProfile;
import org.afterfusion.boot.TraceCollector;
import org.afterfusion.testing.TestOnlyResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts a mark wherever a request can hold something, and looks for it wherever the service speaks. */
@QuarkusTest
@TestProfile(ProductionProfile.class)
class CanaryTest {

    /** Of digits, so that it fits numbers as well as words. */
    private static final String CANARY = "8731946205";

    private static final String WHOLE = "{\"patient\":{\"ageYears\":58},\"surgery\":{\"daysAgo\":5},"
            + "\"findings\":[{\"id\":\"temperature\",\"value\":39.2}]}";

    @TestHTTPResource
    URI address;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @ConfigProperty(name = TraceCollector.ENDPOINT)
    URI collector;

    private final List<String> requestIds = new ArrayList<>();
    private LogRecords log;

    @BeforeEach
    void openLog() {
        log = new LogRecords("", AccessLog.CATEGORY);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @AfterEach
    void noTraceHoldsTheCanary() throws Exception {
        await().untilAsserted(() -> {
            var traces = traced();
            assertThat(requestIds).allMatch(traces::contains);
        });

        assertThat(traced()).doesNotContain(CANARY);
    }

    static Stream<String> reports() {
        var number = "38." + CANARY;
        var valid = Stream.of(WHOLE.replace("39.2", number), WHOLE.replace("\"ageYears\":58", "\"bmi\":31." + CANARY));
        var fields = Stream.of(
                        "\"patient\":{\"ageYears\":@}",
                        "\"patient\":{\"sex\":@}",
                        "\"patient\":{\"bmi\":@}",
                        "\"patient\":@",
                        "\"surgery\":@",
                        "\"surgery\":{\"daysAgo\":@}",
                        "\"surgery\":{\"daysAgo\":5,\"procedure\":@}",
                        "\"surgery\":{\"daysAgo\":5,\"approach\":@}",
                        "\"surgery\":{\"daysAgo\":5,\"levelsFused\":@}",
                        "\"surgery\":{\"daysAgo\":5,\"bmp\":@}",
                        "\"symptomsStartedDaysAgo\":@",
                        "\"reportedBy\":@",
                        "\"knowledgeVersion\":@",
                        "\"findings\":@",
                        "\"findings\":[@]",
                        "\"findings\":[{\"id\":@}]",
                        "\"findings\":[{\"id\":\"diabetes\",\"presence\":@}]",
                        "\"findings\":[{\"id\":\"temperature\",\"value\":@}]",
                        "\"findings\":[{\"id\":\"pain-trend\",\"choice\":@}]",
                        "\"findings\":[{\"id\":\"diabetes\",\"presence\":\"present\",\"startedDaysAgo\":@}]",
                        "\"findings\":[{\"id\":\"diabetes\",\"presence\":\"present\",\"sinceBeforeSurgery\":@}]",
                        "\"findings\":[{\"id\":\"diabetes\",\"presence\":\"present\",\"course\":@}]",
                        "\"findings\":[{\"id\":\"diabetes\",\"" + CANARY + "\":@}]",
                        "\"" + CANARY + "\":@")
                .flatMap(field -> Stream.of(CANARY, "\"" + CANARY + "\"", "{\"" + CANARY + "\":1}")
                        .map(mark -> "{" + field.replace("@", mark) + "}"));
        var broken = Stream.of(
                CANARY,
                "\"" + CANARY + "\"",
                "{\"" + CANARY,
                "{\"surgery\": " + CANARY + "x}",
                "[".repeat(2_000) + CANARY,
                "{\"note\":\"" + CANARY.repeat(7_000) + "\"}");
        return Stream.of(valid, fields, broken).flatMap(kind -> kind);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReport(String report) throws Exception {
        silent(report.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void brokenUtf8() throws Exception {
        silent(("{\"surgery\":{\"" + CANARY + "\u00ff").getBytes(StandardCharsets.ISO_8859_1));
    }

    private void silent(byte[] report) throws Exception {
        for (var path : List.of("/v1/triage", "/v1/interview", "/v1/triage/batch")) {
            var type = path.endsWith("batch") ? "application/x-ndjson" : "application/json";
            assertSilent(marked().contentType(type).body(report).post(path));
        }
    }

    @Test
    void headersThatNobodyAskedFor() throws Exception {
        for (var header : List.of(
                "traceparent",
                "tracestate",
                "baggage",
                "Accept-Language",
                "Knowledge-Version",
                "User-Agent",
                "Cookie",
                "Authorization",
                "Referer",
                "Origin",
                "X-Forwarded-For",
                "If-None-Match",
                "Accept")) {
            assertSilent(marked().header(header, CANARY)
                    .contentType("application/json")
                    .body(WHOLE)
                    .post("/v1/triage"));
            assertSilent(marked().header(header, CANARY).get("/v1/findings"));
        }
    }

    @Test
    void whatComesAlongWithATrace() throws Exception {
        var answer = marked().header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("tracestate", "vendor=" + CANARY)
                .header("baggage", "person=" + CANARY)
                .contentType("application/json")
                .body(WHOLE)
                .post("/v1/triage");

        assertSilent(answer);
        var trace = HexFormat.of().parseHex("0af7651916cd43dd8448eb211c80319c");
        await().until(() -> traced().contains(new String(trace, StandardCharsets.ISO_8859_1)));
        assertThat(traced()).contains("POST /v1/triage");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /8731946205",
        "GET, /v1/8731946205",
        "OPTIONS, /8731946205",
        "HEAD, /q/8731946205",
        "GET, /v1/findings/8731946205",
        "GET, /v1/findings?search=8731946205&kind=8731946205&8731946205=1",
        "GET, /v1/causes/8731946205?x=8731946205",
        "GET, /v1/red-flags/8731946205",
        "GET, /v1/education?cause=8731946205&language=8731946205",
        "GET, /v1/changes?since=8731946205",
        "GET, /v1/knowledge/hazards?rule=8731946205",
        "GET, /swagger-ui/8731946205",
        "DELETE, /v1/triage?8731946205",
    })
    void anAddress(String method, String path) throws Exception {
        assertSilent(marked().request(method, path));
    }

    @Test
    void whatNoClientLibrarySends() throws Exception {
        for (var line : List.of(
                "M" + CANARY + " /v1/triage HTTP/1.1",
                "GET /" + CANARY + "/../index.html HTTP/1.1",
                "GET /index.html;" + CANARY + " HTTP/1.1",
                "POST /v1/triage?note=" + CANARY + " HTTP/1.1",
                "GET /%zz" + CANARY + " HTTP/1.1",
                "GET /v1/findings/%" + CANARY + " HTTP/1.1",
                "GET /v1/findings HTTP/" + CANARY,
                CANARY)) {
            var id = UUID.randomUUID().toString();
            exchange(line + "\r\nHost: localhost\r\nX-Request-Id: " + id + "\r\nConnection: close\r\n\r\n");
        }
        // An answer to a request after those: what they had to say has been said.
        assertSilent(marked().get("/v1/findings"));
    }

    @Test
    void aFaultOfOurOwn() throws Exception {
        var answer = marked().contentType("text/plain").body(CANARY).post(TestOnlyResource.PATH + "/fault");

        answer.then().statusCode(500);
        assertSilent(answer);
        assertThat(log.all()).contains(IllegalStateException.class.getName());
    }

    @Test
    void theLookoutSeesWhatIsThere() throws Exception {
        Logger.getLogger("org.afterfusion.testing").debug("about " + CANARY);
        assertThat(log.all()).contains(CANARY);

        Logger.getLogger("elsewhere")
                .warn("a fault", new IllegalStateException("first", new IOException("x" + CANARY)));
        assertThat(log.all()).contains("x" + CANARY);

        assertThat(measured()).contains("http_server_requests_seconds_count", "afterfusion_triages_total");
    }

    @Test
    void metricsThatMovedAreNowhereElse() throws Exception {
        given().get("/q/metrics").then().statusCode(404);
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(measured()).contains("afterfusion_knowledge_info");
    }

    private static RequestSpecification marked() {
        return given().header(RequestIds.HEADER, UUID.randomUUID().toString()).urlEncodingEnabled(false);
    }

    private void assertSilent(Response answer) throws Exception {
        requestIds.add(answer.header(RequestIds.HEADER));
        log.accessOf(answer.header(RequestIds.HEADER));

        assertThat(log.all()).doesNotContain(CANARY);
        assertThat(measured()).doesNotContain(CANARY);
        // The pointer to an unknown property names it, to the one who sent it alone.
        assertThat(answer.asString().replaceAll("\"pointer\":\"[^\"]*\"", "")).doesNotContain(CANARY);
        assertThat(answer.headers().toString()).doesNotContain(CANARY);
    }

    private String measured() throws IOException, InterruptedException {
        return read(metrics);
    }

    private String traced() throws IOException, InterruptedException {
        return read(collector.resolve(TraceCollector.RECEIVED));
    }

    /** One character a byte: what a trace says is binary. */
    private static String read(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1))
                .body();
    }

    private void exchange(String request) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.")
                    .doesNotContain(CANARY);
        }
    }
}
