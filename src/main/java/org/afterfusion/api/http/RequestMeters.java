package org.afterfusion.api.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Measures requests by method, route and status. Stands in for the framework's own meter, which makes a series of every method and
 * of many an address that a client thinks up.
 */
@Singleton
final class RequestMeters {

    private static final Duration[] BOUNDARIES = LongStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private record Series(String method, String route, int status) {}

    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void record(Exchange exchange) {
        timers.computeIfAbsent(new Series(exchange.method(), exchange.route(), exchange.status()), this::timer)
                .record(exchange.nanos(), TimeUnit.NANOSECONDS);
    }

    private Timer timer(Series series) {
        return Timer.builder("http.server.requests")
                .description("Requests answered, and how long that took")
                .tag("method", series.method())
                .tag("uri", series.route())
                .tag("status", Integer.toString(series.status()))
                .tags(List.of(Outcome.forStatus(series.status()).asTag()))
                .serviceLevelObjectives(BOUNDARIES)
                .register(registry);
    }
}
