package org.afterfusion.api.http;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Sends a span of each request to a collector, where {@value #ENDPOINT} names one; else OpenTelemetry is never started. A span holds
 * what the access log does and nothing more: the framework's own would hold addresses, queries and messages of exceptions.
 */
@Singleton
final class RequestSpans {

    static final String ENDPOINT = "otel.exporter.otlp.endpoint";

    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", "afterfusion",
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none",
            "otel.propagators", "none");

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("afterfusion.request.id");
    private static final int FAULT = 500;
    private static final int SECONDS_TO_SEND_THE_REST = 5;

    private final @Nullable OpenTelemetrySdk telemetry;

    RequestSpans(Config config) {
        telemetry = config.getOptionalValue(ENDPOINT, String.class).isPresent() ? start(config) : null;
    }

    private static OpenTelemetrySdk start(Config config) {
        var properties = new HashMap<>(DEFAULTS);
        for (var name : config.getPropertyNames()) {
            if (name.startsWith("otel.")) {
                config.getOptionalValue(name, String.class).ifPresent(value -> properties.put(name, value));
            }
        }
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> properties)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }

    /** Makes a span of a request that has just ended, within the caller's where its headers name one. */
    void record(Exchange exchange, RoutingContext request) {
        if (telemetry == null) {
            return;
        }
        var ended = Instant.now();
        var caller = TraceParent.span(request.request().headers().getAll(TraceParent.HEADER));
        var span = telemetry
                .getTracer("org.afterfusion")
                .spanBuilder(exchange.method() + " " + exchange.route())
                .setSpanKind(SpanKind.SERVER)
                .setParent(caller.map(Span::wrap).map(Context.root()::with).orElseGet(Context::root))
                .setStartTimestamp(ended.minusNanos(exchange.nanos()))
                .setAttribute(METHOD, exchange.method())
                .setAttribute(ROUTE, exchange.route())
                .setAttribute(STATUS, (long) exchange.status())
                .setAttribute(REQUEST_ID, RequestIds.of(request).getOrDefault(RequestIds.REQUEST_ID, ""))
                .startSpan();
        if (exchange.status() >= FAULT || !exchange.whole()) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(ended);
    }

    @PreDestroy
    void sendTheRest() {
        if (telemetry != null) {
            telemetry.shutdown().join(SECONDS_TO_SEND_THE_REST, TimeUnit.SECONDS);
        }
    }
}
