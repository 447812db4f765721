package org.afterfusion.api.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.concurrent.RejectedExecutionException;
import org.afterfusion.api.http.CutOff;
import org.afterfusion.api.http.RequestIds;

/**
 * Words what fails outside of the resources: requests that name no host or no address, which come by no filter, and faults of our
 * own. The framework would answer in a form of its own, and quote the address in the log as an error.
 */
@Singleton
final class RoutingProblems {

    /** After what knows better about a failure. */
    private static final int ORDER = Integer.MIN_VALUE + 1;

    private static final String HEALTH_GROUPS = "/q/health/group/*";
    private static final int BEFORE_RESOURCES = 100;

    private static final EnumSet<HttpVersion> PROTOCOLS = EnumSet.allOf(HttpVersion.class);

    private final ProblemResponder responder;

    RoutingProblems(ProblemResponder responder) {
        this.responder = responder;
    }

    void answerFailures(@Observes Router router) {
        router.route().order(ORDER).failureHandler(this::answer);
    }

    /** There are no groups of checks, but the framework makes one up for each name, and fails after a hundred. */
    void hideHealthGroups(@Observes Router router) {
        router.route(HEALTH_GROUPS).order(ORDER).handler(request -> responder.respond(request, ProblemType.NOT_FOUND));
    }

    /** Where two methods answer an address, the framework fails on a content type that is none, even if there is no content. */
    void ignoreTypeOfNothing(@Observes Filters filters) {
        filters.register(
                request -> {
                    var method = request.request().method();
                    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
                        request.request().headers().remove(HttpHeaders.CONTENT_TYPE);
                    }
                    request.next();
                },
                BEFORE_RESOURCES);
    }

    /** What calls itself by another protocol would have the name it gave in the first line of its answer. */
    void cutOffOtherProtocols(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (PROTOCOLS.contains(request.request().version())) {
                        request.next();
                    } else {
                        CutOff.cut(request.request());
                    }
                },
                Integer.MAX_VALUE);
    }

    private void answer(RoutingContext request) {
        var failure = request.failure();
        var response = request.response();
        if (response.headWritten() || response.closed() || failure instanceof RejectedExecutionException) {
            request.next();
            return;
        }
        RequestIds.identify(request);
        if (request.statusCode() < 500 || failure == null) {
            responder.respond(request, ProblemType.of(request.statusCode()));
        } else {
            responder.respond(request, failure);
        }
    }
}
