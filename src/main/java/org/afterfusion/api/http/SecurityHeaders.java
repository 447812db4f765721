package org.afterfusion.api.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells browsers, with every answer, to take it for nothing but what it is. Pages come with a policy of their own, which
 * stands.
 */
@Singleton
final class SecurityHeaders {

    private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence NOTHING_TO_LOAD =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    private final Map<CharSequence, CharSequence> everywhere = new LinkedHashMap<>();

    SecurityHeaders(
            @ConfigProperty(name = "afterfusion.strict-transport-security") Optional<String> strictTransportSecurity) {
        put("X-Content-Type-Options", "nosniff");
        put("Referrer-Policy", "no-referrer");
        put("Cross-Origin-Resource-Policy", "same-origin");
        strictTransportSecurity.ifPresent(value -> put("Strict-Transport-Security", value));
    }

    private void put(String name, String value) {
        everywhere.put(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, RequestIds.FIRST);
    }

    private void add(RoutingContext request) {
        request.addHeadersEndHandler(end -> {
            var headers = request.response().headers();
            everywhere.forEach((name, value) -> headers.set(name, value));
            if (!headers.contains(POLICY)) {
                headers.set(POLICY, NOTHING_TO_LOAD);
            }
        });
        request.next();
    }
}
