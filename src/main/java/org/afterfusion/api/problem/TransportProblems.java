package org.afterfusion.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.afterfusion.api.BatchResource;
import org.afterfusion.api.Languages;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits bodies, save for batches, and words the problem of those that say that they are longer: they never reach a resource.
 * {@link BodyLimit} does so for those that turn out to be longer. The framework's own limit knows no exception and no words.
 */
@Singleton
final class TransportProblems {

    /** Where the framework checks lengths; priority is order, the other way round. */
    private static final int UPLOAD_LIMIT = -RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT;

    /** The path as the framework would still take it. */
    private static final Pattern BATCH = Pattern.compile(BatchResource.PATH.replace("/", "/+") + "/*");

    private final Problems problems;
    private final Languages languages;
    private final ObjectMapper mapper;
    private final long maxBodySize;

    TransportProblems(
            Problems problems,
            Languages languages,
            ObjectMapper mapper,
            @ConfigProperty(name = "afterfusion.max-body-size") MemorySize maxBodySize) {
        this.problems = problems;
        this.languages = languages;
        this.mapper = mapper;
        this.maxBodySize = maxBodySize.asLongValue();
    }

    void limitBodies(@Observes Filters filters) {
        filters.register(
                request -> {
                    var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
                    if (length == null || isBatch(request) || Long.parseLong(length) <= maxBodySize) {
                        request.next();
                    } else {
                        BodyLimit.closeAfter(request);
                        respond(request, ProblemType.TOO_LARGE);
                    }
                },
                UPLOAD_LIMIT + 1);
        filters.register(
                request -> {
                    if (!isBatch(request)) {
                        BodyLimit.set(request, maxBodySize);
                        // Whatever else may read the body. It counts what the connection has read ahead, too.
                        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, 2 * maxBodySize);
                    }
                    request.next();
                },
                UPLOAD_LIMIT - 1);
    }

    private static boolean isBatch(RoutingContext request) {
        return BATCH.matcher(request.normalizedPath()).matches();
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
