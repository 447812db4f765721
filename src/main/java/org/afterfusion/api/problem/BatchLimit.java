package org.afterfusion.api.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets only so many batches be under way at a time. Each holds a thread and its buffers for as long as its client likes to take;
 * without a limit, clients that do not read their answers could take them all.
 */
@Singleton
final class BatchLimit {

    /** Those who may not ask, or not so often, are turned away first. */
    private static final int AFTER_THE_RATE_LIMIT = SecurityHandlerPriorities.AUTHORIZATION - 2;

    private static final String RETRY_SECONDS = "5";
    private static final String KEY = BatchLimit.class.getName();

    private final ProblemResponder responder;
    private final Semaphore free;

    BatchLimit(ProblemResponder responder, @ConfigProperty(name = "afterfusion.max-batches") int atATime) {
        this.responder = responder;
        free = new Semaphore(atATime);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, AFTER_THE_RATE_LIMIT);
    }

    private void admit(RoutingContext request) {
        if (!request.request().method().equals(HttpMethod.POST) || !TransportProblems.isBatch(request)) {
            request.next();
        } else if (free.tryAcquire()) {
            request.put(KEY, free);
            request.addEndHandler(end -> {
                Semaphore taken = request.remove(KEY);
                if (taken != null) {
                    taken.release();
                }
            });
            request.next();
        } else {
            BodyLimit.closeAfter(request);
            request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            responder.respond(request, ProblemType.BUSY);
        }
    }
}
