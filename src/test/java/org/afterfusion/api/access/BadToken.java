package org.afterfusion.api.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jose4j.jwa.AlgorithmConstraints.ALLOW_ONLY_NONE;
import static org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS;

import java.util.Base64;
import java.util.stream.StreamSupport;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens that must not be taken: real ones that are not for this service, and what forgers make of one that is. */
enum BadToken {
    NOT_A_TOKEN(keycloak -> "not-a-token"),
    FOR_ANOTHER_AUDIENCE(keycloak -> keycloak.token(Keycloak.TRUSTED, "of-another-service", "triage")),
    OF_ANOTHER_REALM(keycloak -> keycloak.token(Keycloak.STRANGE, "front-end", "triage")),

    /** Signed with the right key: Keycloak names itself as it is called. */
    OF_ANOTHER_ISSUER(keycloak -> new Keycloak(keycloak.address().replace("127.0.0.1", "localhost"))
            .token(Keycloak.TRUSTED, "front-end", "triage")),

    CHANGED(keycloak -> {
        var parts = good(keycloak).split("\\.", -1);
        var changed = decoded(parts[1]).replace("\"azp\":\"front-end\"", "\"azp\":\"somebody\"");
        return parts[0] + "." + encoded(changed) + "." + parts[2];
    }),
    WITHOUT_ITS_SIGNATURE(keycloak -> {
        var token = good(keycloak);
        return token.substring(0, token.lastIndexOf('.') + 1);
    }),
    SIGNED_WITH_ANOTHER_KEY(keycloak -> {
        var forged = copy(keycloak, AlgorithmIdentifiers.RSA_USING_SHA256);
        forged.setKey(RsaJwkGenerator.generateJwk(2048).getPrivateKey());
        return forged.getCompactSerialization();
    }),
    BRINGING_ITS_OWN_KEY(keycloak -> {
        var key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("mine");
        var forged = copy(keycloak, AlgorithmIdentifiers.RSA_USING_SHA256);
        forged.setKeyIdHeaderValue(key.getKeyId());
        forged.setJwkHeader(key);
        forged.setKey(key.getPrivateKey());
        return forged.getCompactSerialization();
    }),
    NOT_SIGNED(keycloak -> {
        var forged = copy(keycloak, AlgorithmIdentifiers.NONE);
        forged.setAlgorithmConstraints(ALLOW_ONLY_NONE);
        return forged.getCompactSerialization();
    }),
    SIGNED_WITH_THE_PUBLIC_KEY(keycloak -> {
        var forged = copy(keycloak, AlgorithmIdentifiers.HMAC_SHA256);
        forged.setKey(new HmacKey(
                publicKey(keycloak, forged.getKeyIdHeaderValue()).getPublicKey().getEncoded()));
        return forged.getCompactSerialization();
    });

    private interface Maker {
        String make(Keycloak keycloak) throws JoseException;
    }

    private final Maker maker;

    BadToken(Maker maker) {
        this.maker = maker;
    }

    String make(Keycloak keycloak) throws JoseException {
        return maker.make(keycloak);
    }

    private static String good(Keycloak keycloak) {
        return keycloak.token(Keycloak.TRUSTED, "front-end", "triage");
    }

    /** Returns the content of a good token, still to be signed, under the id of the right key. */
    private static JsonWebSignature copy(Keycloak keycloak, String algorithm) throws JoseException {
        var good = new JsonWebSignature();
        good.setCompactSerialization(good(keycloak));
        var copy = new JsonWebSignature();
        copy.setAlgorithmConstraints(NO_CONSTRAINTS);
        copy.setAlgorithmHeaderValue(algorithm);
        copy.setKeyIdHeaderValue(good.getKeyIdHeaderValue());
        copy.setPayload(good.getUnverifiedPayload());
        return copy;
    }

    private static PublicJsonWebKey publicKey(Keycloak keycloak, String id) throws JoseException {
        var key = StreamSupport.stream(keycloak.publicKeys(Keycloak.TRUSTED).spliterator(), false)
                .filter(one -> one.path("kid").asText().equals(id))
                .findFirst()
                .orElseThrow();
        return (PublicJsonWebKey) JsonWebKey.Factory.newJwk(key.toString());
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    private static String encoded(String text) {
        return new String(Base64.getUrlEncoder().withoutPadding().encode(text.getBytes(UTF_8)), US_ASCII);
    }
}
