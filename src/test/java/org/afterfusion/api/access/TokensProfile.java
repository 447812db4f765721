package org.afterfusion.api.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service that asks for tokens of a Keycloak. */
public final class TokensProfile implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(KeycloakServer.class));
    }

    /** Shorter than in service, so that nobody has to wait. */
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "afterfusion.auth", "jwt",
                "mp.jwt.verify.clock.skew", "1",
                "smallrye.jwt.jwks.forced-refresh-interval", "0");
    }
}
