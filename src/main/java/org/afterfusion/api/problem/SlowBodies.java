package org.afterfusion.api.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.afterfusion.api.http.CutOff;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives up bodies, save for batches, that take too long from first to last byte. The framework knows only how long a connection may
 * be silent, and one byte now and then is enough for it.
 */
@Singleton
final class SlowBodies {

    /** Before whatever can answer, since a request refused at once may still be sending. */
    private static final int EARLY = Integer.MAX_VALUE - 2;

    private static final long LOOK_MILLIS = 1_000;

    private final ProblemResponder responder;
    private final long timeoutMillis;

    SlowBodies(ProblemResponder responder, @ConfigProperty(name = "afterfusion.body-timeout") Duration timeout) {
        this.responder = responder;
        timeoutMillis = timeout.toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    /** Nearly every body comes along with its head, and has been read when the event loop turns to what waits: no timer for it. */
    private void watch(RoutingContext request) {
        Vertx.currentContext().runOnContext(later -> {
            if (!request.request().isEnded()) {
                limit(request);
            }
        });
        request.next();
    }

    /**
     * Looks now and then, not only once the time is over: what waits for that keeps the whole exchange in memory, also when the
     * client has long gone. A body that is not wanted any more has until the next look.
     */
    private void limit(RoutingContext request) {
        long start = System.nanoTime();
        request.vertx().setPeriodic(Math.min(LOOK_MILLIS, timeoutMillis), timer -> {
            if (request.request().isEnded() || request.response().closed()) {
                request.vertx().cancelTimer(timer);
            } else if (request.response().ended()) {
                request.vertx().cancelTimer(timer);
                CutOff.cut(request.request());
            } else if (System.nanoTime() - start >= TimeUnit.MILLISECONDS.toNanos(timeoutMillis)) {
                request.vertx().cancelTimer(timer);
                if (!TransportProblems.isBatch(request)) {
                    giveUp(request);
                }
            }
        });
    }

    private void giveUp(RoutingContext request) {
        if (!request.response().headWritten()) {
            BodyLimit.closeAfter(request);
            responder.respond(request, ProblemType.REQUEST_TIMEOUT);
        } else {
            CutOff.cut(request.request());
        }
    }
}
