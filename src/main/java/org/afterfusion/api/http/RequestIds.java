package org.afterfusion.api.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request an id that its answer and its log lines bear: the caller's own where it is well-formed, else a new one. The
 * trace that a caller names goes to the log too. What is malformed is never repeated anywhere.
 */
@Singleton
public final class RequestIds {

    /** Request and response header with the id. */
    public static final String HEADER = "X-Request-Id";

    /** The characters that need no quoting in an address, a log line or a shell; long enough for two UUIDs and a name. */
    public static final String FORM = "^[A-Za-z0-9._~-]{1,128}$";

    /** Key of the id in log records. */
    static final String REQUEST_ID = "requestId";

    /** Key of the caller's trace in log records; absent where none was named. */
    static final String TRACE_ID = "traceId";

    /** Comes before whatever can answer or refuse. */
    static final int FIRST = Integer.MAX_VALUE;

    private static final Pattern WELL_FORMED = Pattern.compile(FORM);

    private static final String KEY = RequestIds.class.getName();

    /** Returns the keys that a log record of the request bears. */
    static Map<String, String> of(RoutingContext request) {
        return request.get(KEY);
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    identify(request);
                    request.next();
                },
                FIRST);
    }

    /** Gives an id to a request, its answer and its log records. */
    public static void identify(RoutingContext routing) {
        var id = idOf(routing.request());
        var trace = TraceParent.traceId(routing.request().headers().getAll(TraceParent.HEADER));
        var ids =
                trace.map(traceId -> Map.of(REQUEST_ID, id, TRACE_ID, traceId)).orElseGet(() -> Map.of(REQUEST_ID, id));
        ids.forEach(MDC::put);
        routing.put(KEY, ids);
        routing.response().putHeader(HEADER, id);
    }

    private static String idOf(HttpServerRequest request) {
        var given = request.headers().getAll(HEADER);
        return given.size() == 1 && WELL_FORMED.matcher(given.get(0)).matches()
                ? given.get(0)
                : UUID.randomUUID().toString();
    }
}
