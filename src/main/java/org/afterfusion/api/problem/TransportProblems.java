package org.afterfusion.api.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.afterfusion.api.BatchResource;
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

    private final ProblemResponder responder;
    private final long maxBodySize;

    TransportProblems(
            ProblemResponder responder, @ConfigProperty(name = "afterfusion.max-body-size") MemorySize maxBodySize) {
        this.responder = responder;
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
                        responder.respond(request, ProblemType.TOO_LARGE);
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

    static boolean isBatch(RoutingContext request) {
        return BATCH.matcher(request.normalizedPath()).matches();
    }
}
