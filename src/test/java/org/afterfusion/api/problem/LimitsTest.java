package org.afterfusion.api.problem;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that are slow, stuck or greedy, over bare sockets, with patience cut short. */
@QuarkusTest
@TestProfile(LimitsTest.Impatient.class)
@Timeout(60)
class LimitsTest {

    /** As shipped, but with little time and room for two batches. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "afterfusion.body-timeout", "1S",
                    "quarkus.http.idle-timeout", "5S",
                    "afterfusion.max-batches", "2");
        }
    }

    private static final int STUCK = 300;
    private static final String REPORT = """
            {"surgery":{"daysAgo":5},"findings":[{"id":"shooting-electric","presence":"present"}]}""";

    @TestHTTPResource
    URL address;

    @Test
    void aBodySentByteByByteIsGivenUp() throws IOException {
        try (var client = connect()) {
            send(client, head("POST /v1/triage", "application/json", "Content-Length: 60000"));

            assertThat(drip(client)).startsWith("HTTP/1.1 408 ").contains("request-timeout", "\"safetyNet\":", "911");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /v1/triage", "GET /v1/causes/none", "GET /"})
    void soIsOneThatNobodyWaitsFor(String request) throws IOException {
        try (var client = connect()) {
            send(client, head(request, "text/plain", "Transfer-Encoding: chunked"));

            assertThat(drip(client)).startsWith("HTTP/1.1 ");
        }
    }

    @Test
    void stuckClientsStarveNobodyAndAreLetGo() throws IOException {
        var stuck = new ArrayList<Socket>();
        try {
            for (int i = 0; i < STUCK; i++) {
                var client = connect();
                stuck.add(client);
                send(
                        client,
                        switch (i % 3) {
                            case 0 -> "";
                            case 1 -> "POST /v1/triage HTTP/1.1\r\nHost: local";
                            default -> head("POST /v1/triage", "application/json", "Content-Length: 1000") + "{";
                        });
            }
            for (int i = 0; i < 20; i++) {
                assertThat(exchange(triage(REPORT))).startsWith("HTTP/1.1 200 ");
            }
            for (var client : stuck) {
                rest(client);
            }
        } finally {
            for (var client : stuck) {
                client.close();
            }
        }
    }

    @Test
    void oneBatchTooManyIsRefusedAndSingleReportsAreNot() throws IOException {
        for (int round = 0; round < 3; round++) {
            try (var first = begunBatch();
                    var second = begunBatch()) {
                assertThat(exchange(batch()))
                        .startsWith("HTTP/1.1 503 ")
                        .containsIgnoringCase("retry-after: 5\r\n")
                        .contains("problem:busy", "\"safetyNet\":", "911");
                assertThat(exchange(triage(REPORT))).startsWith("HTTP/1.1 200 ");

                first.shutdownOutput();
                assertThat(batchServedAtLast()).startsWith("HTTP/1.1 200 ");
                second.shutdownOutput();
            }
        }
    }

    @Test
    void brokenOffBatchesLeaveNothingBehind() throws IOException {
        var cutShort = head("POST /v1/triage/batch", "application/x-ndjson", "Content-Length: 100000") + REPORT + "\n";
        var noChunk = head("POST /v1/triage/batch", "application/x-ndjson", "Transfer-Encoding: chunked") + "zz\r\n";
        for (int i = 0; i < 200; i++) {
            try (var client = connect()) {
                client.setSoLinger(i % 2 == 0, 0);
                client.setSoTimeout(2);
                send(client, i % 3 == 0 ? cutShort : noChunk);
                client.shutdownOutput();
                readAWhile(client);
            }
        }

        assertThat(batchServedAtLast()).startsWith("HTTP/1.1 200 ");
    }

    private String batchServedAtLast() throws IOException {
        var patience = Instant.now().plusSeconds(20);
        var answer = exchange(batch());
        while (answer.startsWith("HTTP/1.1 503 ") && Instant.now().isBefore(patience)) {
            answer = exchange(batch());
        }
        return answer;
    }

    @Test
    void ofVeryManyFaultsTheFirstAreListed() throws IOException {
        var rubbish =
                IntStream.range(0, 5_000).mapToObj(i -> "\"p" + i + "\":0").collect(Collectors.joining(","));
        var report = "{" + rubbish + ",\"surgery\":{\"daysAgo\":5},"
                + "\"findings\":[{\"id\":\"new-leg-weakness\",\"presence\":\"present\"}]}";

        given().contentType(ContentType.JSON)
                .body(report)
                .post("/v1/triage")
                .then()
                .statusCode(400)
                .body("errors", hasSize(501))
                .body("errors[0].pointer", equalTo("/p0"))
                .body("errors[500].code", equalTo("more-faults"))
                .body("errors[500].message", containsString("4500"))
                .body("redFlagsSeen", equalTo(List.of("new-leg-weakness")));
    }

    @Test
    void aHeadWithoutAHostGetsTheSafetyNet() throws IOException {
        assertThat(exchange("GET /v1/urgency-levels HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "\"safetyNet\":");
    }

    @Test
    void otherProtocolsAreNotAnswered() throws IOException {
        assertThat(exchange("GET /v1/findings SECRET/1.1\r\nHost: localhost\r\n\r\n"))
                .isEmpty();
    }

    @Test
    void aHeadThatIsTooLongIsRefused() throws IOException {
        assertThat(exchange("GET /v1/findings?search=" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .contains(" 414 ");
        assertThat(exchange("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n"))
                .contains(" 431 ");
        assertThat(exchange("GET / HTTP/1.1\r\nHost: localhost\r\n" + "A: b\r\n".repeat(20_000) + "\r\n"))
                .contains(" 431 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/urgency-levels",
                "/v1/causes/none",
                "/v1/evaluation",
                "/nothing",
                "/swagger-ui/",
                "/q",
                "/q/",
                "/q/dev",
                "/q/dev-ui",
                "/q/arc",
                "/q/info",
                "/q/health",
                "/openapi",
                "/META-INF/MANIFEST.MF"
            })
    void everyAnswerIsGuardedAndNamesNoMaker(String path) throws IOException {
        var answer =
                exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n");
        var headers = answer.substring(0, answer.indexOf("\r\n\r\n"));

        assertThat(headers)
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .containsIgnoringCase("Referrer-Policy: no-referrer")
                .containsIgnoringCase("Cross-Origin-Resource-Policy: same-origin")
                .containsOnlyOnce("Content-Security-Policy: ")
                .doesNotContainIgnoringCase("\r\nServer:")
                .doesNotContainIgnoringCase("X-Powered-By");
        assertThat(answer).doesNotContain("org.afterfusion", "io.quarkus", "io.vertx", "Exception", "\tat ");
    }

    private Socket connect() throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** A batch that has had its first answer and sends no more. */
    private Socket begunBatch() throws IOException {
        while (true) {
            var client = connect();
            send(
                    client,
                    head("POST /v1/triage/batch", "application/x-ndjson", "Content-Length: 100000") + REPORT + "\n");
            var begun = new StringBuilder();
            for (int read = client.getInputStream().read(); read >= 0 && begun.length() < 12; ) {
                begun.append((char) read);
                read = client.getInputStream().read();
            }
            if (begun.toString().startsWith("HTTP/1.1 200")) {
                return client;
            }
            client.close();
        }
    }

    private String exchange(String request) throws IOException {
        try (var client = connect()) {
            send(client, request);
            return rest(client);
        }
    }

    private static void readAWhile(Socket client) throws IOException {
        try {
            client.getInputStream().read();
        } catch (SocketTimeoutException | SocketException enough) {
            return;
        }
    }

    /** Sends a byte now and then until the connection is closed, and returns what came meanwhile. */
    private static String drip(Socket client) throws IOException {
        client.setSoTimeout(50);
        var answer = new StringBuilder();
        while (true) {
            try {
                int read = client.getInputStream().read();
                if (read < 0) {
                    return answer.toString();
                }
                answer.append((char) read);
            } catch (SocketTimeoutException quiet) {
                try {
                    send(client, "1");
                } catch (SocketException closed) {
                    return answer.toString();
                }
            } catch (SocketException closed) {
                return answer.toString();
            }
        }
    }

    private static String rest(Socket client) throws IOException {
        var answer = new StringBuilder();
        var buffer = new byte[8192];
        try {
            for (int read = client.getInputStream().read(buffer); read >= 0; ) {
                answer.append(new String(buffer, 0, read, ISO_8859_1));
                read = client.getInputStream().read(buffer);
            }
        } catch (SocketException reset) {
            return answer.toString();
        }
        return answer.toString();
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static String triage(String report) {
        return head("POST /v1/triage", "application/json", "Connection: close\r\nContent-Length: " + report.length())
                + report;
    }

    private static String batch() {
        return head(
                        "POST /v1/triage/batch",
                        "application/x-ndjson",
                        "Connection: close\r\nContent-Length: " + REPORT.length())
                + REPORT;
    }

    private static String head(String request, String type, String framing) {
        return request + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + framing + "\r\n\r\n";
    }
}
