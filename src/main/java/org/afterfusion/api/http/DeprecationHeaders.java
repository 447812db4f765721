package org.afterfusion.api.http;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Adds to answers of operations that bear {@link Deprecation} what they have to say about it. */
@Singleton
@Startup
final class DeprecationHeaders {

    private final Map<Method, DeprecationNotice> notices;

    @Inject
    DeprecationHeaders(Routes routes) {
        this(routes.endpoints());
    }

    /** @throws IllegalStateException naming a method whose annotation is wrong or that the document does not mark */
    DeprecationHeaders(List<Method> endpoints) {
        notices = new HashMap<>();
        for (var endpoint : endpoints) {
            var deprecation = endpoint.getAnnotation(Deprecation.class);
            var operation = endpoint.getAnnotation(Operation.class);
            boolean marked = operation != null && operation.deprecated();
            boolean hidden = operation != null && operation.hidden();
            if ((deprecation != null) != marked && !hidden) {
                throw new IllegalStateException(
                        endpoint + ": @Deprecation and @Operation(deprecated = true) go together");
            }
            if (deprecation != null) {
                notices.put(endpoint, notice(endpoint, deprecation));
            }
        }
    }

    /** @param resource null where the framework found no method to choose */
    @ServerResponseFilter
    void add(@Nullable ResourceInfo resource, ContainerResponseContext response) {
        var notice = resource == null ? null : notices.get(resource.getResourceMethod());
        if (notice != null) {
            response.getHeaders().putSingle("Deprecation", notice.since());
            response.getHeaders().putSingle("Sunset", notice.sunset());
            notice.links().forEach(link -> response.getHeaders().add(HttpHeaders.LINK, link));
        }
    }

    private static DeprecationNotice notice(Method endpoint, Deprecation deprecation) {
        try {
            return DeprecationNotice.of(deprecation);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(endpoint + ": " + e.getMessage(), e);
        }
    }
}
