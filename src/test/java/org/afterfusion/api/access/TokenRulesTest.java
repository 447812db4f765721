package org.afterfusion.api.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What keeps a service that asks for tokens from starting. */
class TokenRulesTest {

    @Test
    void itMustBeToldWhoseTokensAndForWhom() {
        assertThatThrownBy(() -> TokenRules.check(new JWTAuthContextInfo()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "afterfusion.auth=jwt also needs mp.jwt.verify.issuer, mp.jwt.verify.audiences, mp.jwt.verify.publickey.location");

        var withoutAudience = settings(SignatureAlgorithm.RS256);
        withoutAudience.setExpectedAudience(null);
        assertThatThrownBy(() -> TokenRules.check(withoutAudience))
                .hasMessage("afterfusion.auth=jwt also needs mp.jwt.verify.audiences");
    }

    @Test
    void itTakesNoKeyThatBothSidesKnow() {
        assertThatThrownBy(() -> TokenRules.check(settings(SignatureAlgorithm.HS256)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HS256");
        assertThatCode(() -> TokenRules.check(settings(SignatureAlgorithm.ES256)))
                .doesNotThrowAnyException();
    }

    private static JWTAuthContextInfo settings(SignatureAlgorithm algorithm) {
        var settings = new JWTAuthContextInfo();
        settings.setIssuedBy("https://provider.example");
        settings.setExpectedAudience(Set.of("afterfusion"));
        settings.setPublicKeyLocation("https://provider.example/keys");
        settings.setSignatureAlgorithm(Set.of(algorithm));
        return settings;
    }
}
