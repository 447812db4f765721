package org.afterfusion.api.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One line for each request: method, address, status and milliseconds, under the id of the request. Nothing that could be about a
 * person: no query, header or body, and of an address only what the service itself defines.
 */
@Singleton
final class AccessLog {

    static final String CATEGORY = "org.afterfusion.access";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String NOTHING_OF_OURS = "-";
    private static final int AFTER_THE_ID = RequestIds.FIRST - 1;

    private final Routes routes;

    AccessLog(Routes routes) {
        this.routes = routes;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, AFTER_THE_ID);
    }

    private void watch(RoutingContext routing) {
        var keys = Map.copyOf(MDC.getMap());
        var path = routing.request().path();
        long began = System.nanoTime();
        routing.addEndHandler(end -> {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            // Where the end is noticed the keys need not be those of the request.
            var keysThere = Map.copyOf(MDC.getMap());
            keys.forEach(MDC::put);
            LOG.infof(
                    "%s %s %d %d ms%s",
                    methodOf(routing),
                    addressOf(path, routing),
                    routing.response().getStatusCode(),
                    millis,
                    end.succeeded() ? "" : ", cut off");
            MDC.clear();
            keysThere.forEach(MDC::put);
        });
        routing.next();
    }

    private static String methodOf(RoutingContext routing) {
        var method = routing.request().method().name();
        return METHODS.contains(method) ? method : NOTHING_OF_OURS;
    }

    /** An address that leads nowhere may hold anything, so it is not written down. */
    private String addressOf(String path, RoutingContext routing) {
        boolean exists = routing.response().getStatusCode() < Status.BAD_REQUEST.getStatusCode();
        return routes.templateOf(path).orElse(exists ? path : NOTHING_OF_OURS);
    }
}
