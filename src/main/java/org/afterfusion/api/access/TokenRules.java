package org.afterfusion.api.access;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.quarkus.vertx.http.security.HttpSecurity;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Asks for a token with the right scope wherever there are data, if the service is told to. The rule covers every address, and
 * looks at the method alone: what changes nothing needs {@link Scope#CATALOGUE}, everything else {@link Scope#TRIAGE}.
 */
@Singleton
final class TokenRules {

    enum Authentication {
        NONE,
        JWT
    }

    private static final String EVERYWHERE = "/*";

    /** Of the OAuth 2 access tokens of RFC 9068: words with spaces between them. */
    private static final String SCOPE_CLAIM = "scope";

    private final Authentication authentication;
    private final DataPaths data;
    private final Provider<JWTAuthContextInfo> settings;

    TokenRules(
            @ConfigProperty(name = "afterfusion.auth") Authentication authentication,
            DataPaths data,
            Provider<JWTAuthContextInfo> settings) {
        this.authentication = authentication;
        this.data = data;
        this.settings = settings;
    }

    void protect(@Observes HttpSecurity security) {
        if (authentication == Authentication.JWT) {
            check(settings.get());
            security.path(EVERYWHERE).policy(this::decide);
        }
    }

    static void check(JWTAuthContextInfo settings) {
        var missing = new ArrayList<String>();
        if (settings.getIssuedBy() == null) {
            missing.add("mp.jwt.verify.issuer");
        }
        if (settings.getExpectedAudience() == null) {
            missing.add("mp.jwt.verify.audiences");
        }
        if (settings.getPublicKeyLocation() == null && settings.getPublicKeyContent() == null) {
            missing.add("mp.jwt.verify.publickey.location");
        }
        if (!missing.isEmpty()) {
            throw new ConfigurationException("afterfusion.auth=jwt also needs " + String.join(", ", missing));
        }
        if (settings.getSignatureAlgorithm().stream().anyMatch(TokenRules::isSymmetric)) {
            throw new ConfigurationException(
                    "mp.jwt.verify.publickey.algorithm must not hold HS256, HS384 or HS512: whoever can check such a token can forge it");
        }
    }

    private static boolean isSymmetric(SignatureAlgorithm algorithm) {
        return algorithm.getAlgorithm().startsWith("HS");
    }

    private Uni<HttpSecurityPolicy.CheckResult> decide(
            RoutingContext request,
            Uni<SecurityIdentity> identity,
            HttpSecurityPolicy.AuthorizationRequestContext context) {
        if (!data.holds(request)) {
            return HttpSecurityPolicy.CheckResult.permit();
        }
        var needed = Scope.neededFor(request.request());
        return identity.map(who -> who.getPrincipal() instanceof JsonWebToken token && needed.isAmong(scopes(token))
                ? HttpSecurityPolicy.CheckResult.PERMIT
                : HttpSecurityPolicy.CheckResult.DENY);
    }

    private static List<String> scopes(JsonWebToken token) {
        return token.getClaim(SCOPE_CLAIM) instanceof String scopes ? List.of(scopes.split(" ", -1)) : List.of();
    }
}
