package org.afterfusion.api.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells caches that an answer depends on the origin it is for, where other origins may call. The framework decides who may, but
 * leaves that out, and a browser would be given an answer that allows another page.
 */
@Singleton
final class CrossOrigin {

    private static final int BEFORE_ORIGINS_ARE_CHECKED = SecurityHandlerPriorities.CORS + 1;

    private final boolean allowed;

    CrossOrigin(@ConfigProperty(name = "quarkus.http.cors.enabled") boolean allowed) {
        this.allowed = allowed;
    }

    void register(@Observes Filters filters) {
        if (allowed) {
            filters.register(
                    request -> {
                        request.addHeadersEndHandler(
                                end -> request.response().headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN));
                        request.next();
                    },
                    BEFORE_ORIGINS_ARE_CHECKED);
        }
    }
}
