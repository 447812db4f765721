package org.afterfusion.api.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/** Follows every request to its end, and has it logged, measured and traced. */
@Singleton
final class ExchangeWatch {

    private static final int AFTER_THE_ID = RequestIds.FIRST - 1;
    private static final String WATCHED = ExchangeWatch.class.getName();
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Routes routes;
    private final AccessLog log;
    private final RequestMeters meters;
    private final RequestSpans spans;

    ExchangeWatch(Routes routes, AccessLog log, RequestMeters meters, RequestSpans spans) {
        this.routes = routes;
        this.log = log;
        this.meters = meters;
        this.spans = spans;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, AFTER_THE_ID);
    }

    private void watch(RoutingContext request) {
        // A request that is led to another address within the service comes by twice.
        if (request.get(WATCHED) == null) {
            request.put(WATCHED, true);
            long began = System.nanoTime();
            var path = request.normalizedPath();
            request.addEndHandler(end -> {
                var exchange = exchange(request, path, System.nanoTime() - began, end.succeeded());
                meters.record(exchange);
                spans.record(exchange, request);
                log.write(exchange, RequestIds.of(request), AccessNotes.of(request));
            });
        }
        request.next();
    }

    private Exchange exchange(RoutingContext request, String path, long nanos, boolean whole) {
        var method = request.request().method().name();
        var response = request.response();
        return new Exchange(
                METHODS.contains(method) ? method : Exchange.OTHER,
                routes.nameOf(path, response.getStatusCode()),
                response.getStatusCode(),
                nanos,
                response.bytesWritten(),
                whole);
    }
}
