package org.afterfusion.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;

/** What the tests ask of the identity provider. */
record Keycloak(String address) {

    /** Settings of the tests: where it is, and the id of its process. */
    static final String ADDRESS = "keycloak.address";

    static final String PROCESS = "keycloak.process";

    /** The realm whose tokens the service takes, and another one. */
    static final String TRUSTED = "telehealth";

    static final String STRANGE = "elsewhere";

    static final String ADMIN = "admin";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    String issuer(String realm) {
        return address + "/realms/" + realm;
    }

    String keys(String realm) {
        return issuer(realm) + "/protocol/openid-connect/certs";
    }

    JsonNode publicKeys(String realm) {
        return send(request(keys(realm)).GET()).path("keys");
    }

    /** Returns a new access token for one of the clients of a realm. */
    String token(String realm, String client, String scope) {
        return token(
                realm,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_secret",
                        "only-for-tests",
                        "scope",
                        scope));
    }

    private String token(String realm, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = request(issuer(realm) + "/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(request).path("access_token").asText();
    }

    /** Gives a realm a new key to sign with, and takes away the one it had. */
    void changeKey(String realm) {
        var admin = "Bearer "
                + token(
                        "master",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                ADMIN,
                                "password",
                                ADMIN));
        var components = address + "/admin/realms/" + realm + "/components";
        var old = send(request(components + "?name=rsa-generated&type=org.keycloak.keys.KeyProvider")
                .header("Authorization", admin)
                .GET());
        send(request(components)
                .header("Authorization", admin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"name": "newer", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider"}
                        """)));
        send(request(components + "/" + old.path(0).path("id").asText())
                .header("Authorization", admin)
                .DELETE());
    }

    /** Ends a Keycloak with whatever it started. */
    static void end(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri));
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
