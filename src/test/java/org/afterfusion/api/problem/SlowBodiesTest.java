package org.afterfusion.api.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.net.URL;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that break off leave nothing in memory while the time for a body, as shipped, still runs. */
@QuarkusTest
@Timeout(60)
class SlowBodiesTest {

    private static final String MARK = "X-Watched";
    private static final int CLIENTS = 20;

    /** Less than a body has. */
    private static final int PATIENCE_SECONDS = 20;

    /** Remembers marked exchanges without keeping them. */
    @Singleton
    static class Watch {

        private final Queue<WeakReference<RoutingContext>> seen = new ConcurrentLinkedQueue<>();

        void register(@Observes Filters filters) {
            filters.register(
                    request -> {
                        if (request.request().getHeader(MARK) != null) {
                            seen.add(new WeakReference<>(request));
                        }
                        request.next();
                    },
                    Integer.MAX_VALUE);
        }

        long inMemory() {
            System.gc();
            return seen.stream().filter(exchange -> exchange.get() != null).count();
        }
    }

    @Inject
    Watch watch;

    @TestHTTPResource
    URL address;

    @ParameterizedTest
    @ValueSource(strings = {"POST /v1/triage", "POST /v1/findings", "POST /nothing"})
    void clientsThatBreakOffAreForgotten(String request) throws Exception {
        int before = watch.seen.size();
        for (int i = 0; i < CLIENTS; i++) {
            breakOff(request);
        }

        var patience = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while ((watch.seen.size() < before + CLIENTS || watch.inMemory() > 0)
                && Instant.now().isBefore(patience)) {
            Thread.sleep(100);
        }
        assertThat(watch.seen).hasSize(before + CLIENTS);
        assertThat(watch.inMemory()).isZero();
    }

    private void breakOff(String request) throws IOException {
        try (var client = new Socket(address.getHost(), address.getPort())) {
            var head = request + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + MARK
                    + ": 1\r\nContent-Length: 1000\r\n\r\n{";
            client.getOutputStream().write(head.getBytes(UTF_8));
            client.getOutputStream().flush();
        }
    }
}
