package org.afterfusion.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import org.afterfusion.api.Languages;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Problems of requests that never reach a resource; the server would answer them with an empty body. */
@Singleton
final class TransportProblems {

    /** Comes just before the server's own check of the declared length; priority is order, the other way round. */
    private static final int BEFORE_UPLOAD_LIMIT = 1 - RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT;

    private final Problems problems;
    private final Languages languages;
    private final ObjectMapper mapper;
    private final long maxBodySize;

    TransportProblems(
            Problems problems,
            Languages languages,
            ObjectMapper mapper,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.problems = problems;
        this.languages = languages;
        this.mapper = mapper;
        this.maxBodySize = maxBodySize.asLongValue();
    }

    void refuseBodiesDeclaredTooLarge(@Observes Filters filters) {
        filters.register(
                request -> {
                    var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
                    if (length == null || Long.parseLong(length) <= maxBodySize) {
                        request.next();
                        return;
                    }
                    // The body is not read, so the connection cannot be used again.
                    request.response()
                            .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                            .endHandler(end -> request.request().connection().close());
                    respond(request, ProblemType.TOO_LARGE);
                },
                BEFORE_UPLOAD_LIMIT);
    }

    private void respond(RoutingContext request, ProblemType type) {
        var language = languages.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        try {
            request.response()
                    .setStatusCode(type.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, language)
                    .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(mapper.writeValueAsString(problems.of(type, language)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
