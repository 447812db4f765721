package org.afterfusion.api.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.smallrye.jwt.runtime.auth.JWTAuthMechanism;
import io.quarkus.smallrye.jwt.runtime.auth.SmallRyeJwtConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.afterfusion.api.problem.ProblemResponder;
import org.afterfusion.api.problem.ProblemType;
import org.afterfusion.triage.Words;

/** Bearer tokens (RFC 6750): where one is missing, wrong or too weak, says so in the header and as a problem. */
@Alternative
@Priority(1)
@Singleton
final class BearerTokens extends JWTAuthMechanism {

    private static final String CHALLENGE = "Bearer realm=\"afterfusion\"";
    private static final String INVALID = CHALLENGE + ", error=\"invalid_token\"";
    private static final String TOO_WEAK = CHALLENGE + ", error=\"insufficient_scope\", scope=\"%s\"";

    private final ProblemResponder responder;

    BearerTokens(SmallRyeJwtConfig config, ProblemResponder responder) {
        super(config);
        this.responder = responder;
    }

    /** Answers where there is no token. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        refuse(request, ProblemType.UNAUTHORIZED, CHALLENGE);
        return Uni.createFrom().item(true);
    }

    void answerFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(request -> {
            if (request.failure() instanceof AuthenticationFailedException) {
                refuse(request, ProblemType.UNAUTHORIZED, INVALID);
            } else if (request.failure() instanceof ForbiddenException) {
                var needed = Words.of(Scope.neededFor(request.request()));
                refuse(request, ProblemType.FORBIDDEN, TOO_WEAK.formatted(needed));
            } else {
                request.next();
            }
        });
    }

    private void refuse(RoutingContext request, ProblemType type, String challenge) {
        request.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        responder.respond(request, type);
    }
}
