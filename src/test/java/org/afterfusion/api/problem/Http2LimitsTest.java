package org.afterfusion.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.net.URL;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Slow and greedy clients over HTTP/2, where many exchanges share a connection: one that is cut off leaves the others alone. */
@QuarkusTest
@TestProfile(LimitsTest.Impatient.class)
@Timeout(60)
class Http2LimitsTest {

    private static final int STUCK = 50;
    private static final String REPORT = """
            {"surgery":{"daysAgo":5},"findings":[{"id":"shooting-electric","presence":"present"}]}""";

    @TestHTTPResource
    URL address;

    private final AtomicInteger connections = new AtomicInteger();
    private Vertx vertx;
    private HttpClient client;

    @BeforeEach
    void connect() {
        vertx = Vertx.vertx();
        client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false))
                .withConnectHandler(connection -> connections.incrementAndGet())
                .build();
    }

    @AfterEach
    void disconnect() throws Exception {
        result(vertx.close());
    }

    @Test
    void stuckBodiesAreGivenUpAndOthersServedOnTheSameConnection() throws Exception {
        var stuck = new ArrayList<Future<Answer>>();
        for (int i = 0; i < STUCK; i++) {
            var request = result(request());
            stuck.add(answer(request));
            request.putHeader("Content-Length", "60000").write("{");
        }

        for (int i = 0; i < 20; i++) {
            assertThat(triage().status()).isEqualTo(200);
        }
        for (var given : stuck) {
            assertThat(result(given).status()).isEqualTo(408);
            assertThat(result(given).body()).contains("request-timeout", "\"safetyNet\":", "911");
        }
        assertThat(triage().status()).isEqualTo(200);
        assertThat(connections).hasValue(1);
    }

    @Test
    void aBodyThatIsTooLongIsRefusedAndOthersServedOnTheSameConnection() throws Exception {
        var request = result(request());
        var answer = answer(request);
        request.send("[" + " ".repeat(200_000) + "]");

        assertThat(result(answer).status()).isEqualTo(413);
        assertThat(triage().status()).isEqualTo(200);
        assertThat(connections).hasValue(1);
    }

    private record Answer(int status, String body) {}

    private Answer triage() throws Exception {
        var request = result(request());
        var answer = answer(request);
        request.send(REPORT);
        return result(answer);
    }

    private static Future<Answer> answer(HttpClientRequest request) {
        return request.response()
                .compose(response -> response.body().map(body -> new Answer(response.statusCode(), body.toString())));
    }

    private Future<HttpClientRequest> request() {
        return client.request(HttpMethod.POST, address.getPort(), address.getHost(), "/v1/triage")
                .map(request -> request.putHeader("Content-Type", "application/json"));
    }

    private static <T> T result(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
