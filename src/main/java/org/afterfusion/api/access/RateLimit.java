package org.afterfusion.api.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.OptionalInt;
import org.afterfusion.api.problem.ProblemException;
import org.afterfusion.api.problem.ProblemResponder;
import org.afterfusion.api.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Allows each client so many requests for data a minute, if the service is told how many. A client may use them all at once; they
 * come back evenly over the minute. In a batch every line counts as well.
 */
@Singleton
public final class RateLimit {

    /** Says how many requests are allowed in how many seconds (draft-ietf-httpapi-ratelimit-headers-11). */
    public static final String POLICY_HEADER = "RateLimit-Policy";

    /** Says how many requests are left and, where none is, in how many seconds there is one again. */
    public static final String HEADER = "RateLimit";

    private static final String PROPERTY = "afterfusion.rate-limit.requests-per-minute";
    private static final int AFTER_AUTHORIZATION = SecurityHandlerPriorities.AUTHORIZATION - 1;
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final String POLICY = "\"client\"";

    /** Beyond that the clients least seen start anew, so that many addresses do not fill memory. */
    private static final int MOST_CLIENTS = 100_000;

    private static final String KEY = RateLimit.class.getName();

    private final OptionalInt perMinute;
    private final DataPaths data;
    private final ProblemResponder responder;
    private final LoadingCache<Client, Bucket> buckets;

    RateLimit(@ConfigProperty(name = PROPERTY) OptionalInt perMinute, DataPaths data, ProblemResponder responder) {
        this.perMinute = perMinute;
        this.data = data;
        this.responder = responder;
        // After a minute of silence a bucket is full again, as a new one would be.
        buckets = Caffeine.newBuilder()
                .expireAfterAccess(PERIOD)
                .maximumSize(MOST_CLIENTS)
                .build(client -> bucket(perMinute.orElseThrow()));
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                .build();
    }

    void register(@Observes Filters filters) {
        if (perMinute.isPresent()) {
            if (perMinute.getAsInt() < 1) {
                throw new ConfigurationException(PROPERTY + " must be at least 1; leave it out for no limit");
            }
            var policy = "%s;q=%d;w=%d".formatted(POLICY, perMinute.getAsInt(), PERIOD.toSeconds());
            filters.register(request -> admit(request, policy), AFTER_AUTHORIZATION);
        }
    }

    private void admit(RoutingContext request, String policy) {
        if (!data.holds(request)) {
            request.next();
            return;
        }
        var bucket = buckets.get(Client.of(request));
        var answer = bucket.tryConsumeAndReturnRemaining(1);
        request.response().putHeader(POLICY_HEADER, policy);
        if (answer.isConsumed()) {
            request.response().putHeader(HEADER, POLICY + ";r=" + answer.getRemainingTokens());
            request.put(KEY, bucket);
            request.next();
        } else {
            var wait = Long.toString(Duration.ofNanos(answer.getNanosToWaitForRefill())
                    .plusSeconds(1)
                    .toSeconds());
            request.response().putHeader(HEADER, POLICY + ";r=0;t=" + wait).putHeader(HttpHeaders.RETRY_AFTER, wait);
            responder.respond(request, ProblemType.TOO_MANY_REQUESTS);
        }
    }

    /**
     * Counts one more report of a request that was admitted.
     *
     * @throws ProblemException if the client has none left
     */
    public static void countAnother(RoutingContext request) {
        Bucket bucket = request.get(KEY);
        if (bucket != null && !bucket.tryConsume(1)) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS);
        }
    }
}
