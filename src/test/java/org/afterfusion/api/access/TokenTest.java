package org.afterfusion.api.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks with tokens of a real identity provider, and with forged ones: who gets in, and what the others are told. */
@QuarkusTest
@TestProfile(TokensProfile.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokenTest {

    private static final String REPORT = """
            {"surgery": {"daysAgo": 16}, "findings": [{"id": "temperature", "value": 38.6}]}""";
    private static final String NO_TOKEN = "Bearer realm=\"afterfusion\"";
    private static final String INVALID_TOKEN = NO_TOKEN + ", error=\"invalid_token\"";
    private static final String TOO_WEAK = NO_TOKEN + ", error=\"insufficient_scope\", scope=\"%s\"";
    private static final Path CONTRACT = Path.of("src/test/resources/contract/openapi.yaml");
    private static final Path PAGE = Path.of("src/main/resources/META-INF/resources");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();

    private Keycloak keycloak;

    @TestHTTPResource
    URI service;

    @ConfigProperty(name = Keycloak.ADDRESS)
    String address;

    @ConfigProperty(name = Keycloak.PROCESS)
    long process;

    @BeforeEach
    void findKeycloak() {
        keycloak = new Keycloak(address);
    }

    // Who gets in

    @Test
    void aTokenForTriageSendsReportsAndReads() {
        var token = token("triage");

        send(token, "/v1/triage").then().statusCode(200).body("urgency.level", is("same-day"));
        send(token, "/v1/interview").then().statusCode(200);
        sendBatch(token).then().statusCode(200).body(containsString("\"line\":2,\"triage\""));
        read(token, "/v1/findings").then().statusCode(200);
    }

    @Test
    void aTokenForTheCatalogueOnlyReads() {
        var token = token("catalogue");

        read(token, "/v1/findings").then().statusCode(200).header("Cache-Control", startsWith("private, "));
        read(token, "/v1/evaluation").then().statusCode(200);
        for (var answer : List.of(send(token, "/v1/triage"), send(token, "/v1/interview"), sendBatch(token))) {
            assertRefused(answer, 403, TOO_WEAK.formatted("triage"));
        }
    }

    @Test
    void aTokenForBothDoesBoth() {
        var token = token("catalogue triage");

        send(token, "/v1/triage").then().statusCode(200);
        read(token, "/v1/findings").then().statusCode(200);
    }

    @Test
    void aTokenForNeitherDoesNothing() {
        var token = token("openid");

        assertRefused(send(token, "/v1/triage"), 403, TOO_WEAK.formatted("triage"));
        assertRefused(read(token, "/v1/findings"), 403, TOO_WEAK.formatted("catalogue"));
    }

    // Who does not

    @ParameterizedTest
    @EnumSource
    void aBadTokenIsRefused(BadToken bad) throws JoseException {
        var token = bad.make(keycloak);

        for (var answer : List.of(send(token, "/v1/triage"), read(token, "/v1/findings"), sendBatch(token))) {
            assertRefused(answer, 401, INVALID_TOKEN);
            assertThat(answer.asString()).doesNotContain(token);
        }
    }

    @Test
    void aTokenIsGoodUntilItExpires() throws InterruptedException {
        var token = keycloak.token(Keycloak.TRUSTED, "in-a-hurry", "triage");

        assertThat(read(token, "/v1/findings").statusCode()).isEqualTo(200);
        assertRefused(awaitRefusal(token), 401, INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YWRtaW46YWRtaW4=", "Token abc"})
    void somethingElseThanATokenIsNone(String authorization) {
        var answer = given().header("Authorization", authorization).when().get("/v1/findings");

        assertRefused(answer, 401, NO_TOKEN);
    }

    @Test
    void aTokenInTheAddressIsNone() {
        var answer = given().queryParam("access_token", token("triage")).when().get("/v1/findings");

        assertRefused(answer, 401, NO_TOKEN);
    }

    @Test
    void aRefusalIsInTheLanguageAskedForAndCarriesTheEmergencyAdvice() {
        given().header("Accept-Language", "es")
                .contentType(ContentType.JSON)
                .body(REPORT)
                .when()
                .post("/v1/triage")
                .then()
                .statusCode(401)
                .header("Content-Language", "es")
                .body("title", is("Falta identificarse"))
                .body("safetyNet", containsString("911"));
    }

    // What is closed and what is open

    @Test
    void everyOperationOfTheContractAsksForAToken() throws IOException {
        int asked = 0;
        var paths = new YAMLMapper().readTree(CONTRACT.toFile()).path("paths");
        for (var path : paths.properties()) {
            for (var operation : path.getValue().properties()) {
                var answer = given().when()
                        .request(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey().replaceAll("\\{.*}", "x"));
                assertRefused(answer, 401, NO_TOKEN);
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(15);
    }

    /** As they are sent: the client neither tidies nor escapes them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/triage",
                "/v1/triage/",
                "//v1/triage",
                "/v1//triage",
                "///v1///triage///",
                "/%761/triage",
                "/v1/tr%69age",
                "/v1%2Ftriage",
                "/v1;a=b/triage",
                "/v1/triage;a=b",
                "/;/v1/triage",
                "/./v1/triage",
                "/q/../v1/triage",
                "/q/%2e%2e/v1/triage",
                "/q/%2E./v1/triage",
                "/swagger-ui/../v1/triage",
                "/index.html/../v1/triage",
                "/js/../v1/triage",
                "/js/%2e%2e/v1/triage",
                "/openapi/../v1/triage",
                "/v1/triage?/q/health",
                "/v1/triage#/q/health",
                "/V1/triage",
                "/v1/triage/batch/",
                "//v1/triage/batch",
                "/v1/triage/../interview"
            })
    void noOtherSpellingGetsAround(String path) throws IOException, InterruptedException {
        for (var method : List.of("POST", "GET", "HEAD", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS")) {
            var answer = sendAsIs(method, path);

            assertThat(answer.statusCode()).as("%s %s", method, path).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .as("%s %s", method, path)
                    .contains(NO_TOKEN);
        }
    }

    /** Whichever address the service takes a way round to, it is not one of data. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/q/..%2fv1/findings", "/v1/findings/../../q", "/js/..%2fv1%2ffindings", "/q/..;/v1/findings"})
    void noWayRoundLeadsToData(String path) throws IOException, InterruptedException {
        var answer = sendAsIs("GET", path);

        assertThat(answer.statusCode()).isIn(401, 404);
    }

    @Test
    void operationDocumentAndPageAreOpen() throws IOException, InterruptedException {
        var open = new ArrayList<>(List.of(
                "/q/health", "/q/health/live", "/q/health/ready", "/q/metrics", "/openapi", "/swagger-ui/", "/"));
        try (var files = Files.walk(PAGE)) {
            files.filter(Files::isRegularFile)
                    .map(file -> "/" + PAGE.relativize(file))
                    .forEach(open::add);
        }

        assertThat(open).hasSizeGreaterThan(20);
        for (var path : open) {
            assertThat(sendAsIs("GET", path).statusCode()).as(path).isEqualTo(200);
            assertThat(sendAsIs("GET", path, "Authorization", "Bearer not-a-token")
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    // Keys

    @Test
    @Order(1)
    void aNewKeyIsTakenAtOnceAndTheOldOneNoLonger() {
        var before = token("triage");
        assertThat(read(before, "/v1/findings").statusCode()).isEqualTo(200);

        keycloak.changeKey(Keycloak.TRUSTED);
        var after = token("triage");

        assertThat(keyOf(after)).isNotEqualTo(keyOf(before));
        assertThat(read(after, "/v1/findings").statusCode()).isEqualTo(200);
        assertRefused(read(before, "/v1/findings"), 401, INVALID_TOKEN);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void withoutTheProviderTheKeysAtHandStillServe() throws JoseException {
        var token = token("triage");
        var forged = BadToken.BRINGING_ITS_OWN_KEY.make(keycloak);
        assertThat(read(token, "/v1/findings").statusCode()).isEqualTo(200);

        var gone = ProcessHandle.of(process).orElseThrow();
        Keycloak.end(gone);
        gone.onExit().join();

        assertThat(read(token, "/v1/findings").statusCode()).isEqualTo(200);
        assertRefused(read(forged, "/v1/findings"), 401, INVALID_TOKEN);
        given().when().get("/q/health/ready").then().statusCode(200);
    }

    private String token(String scope) {
        return keycloak.token(Keycloak.TRUSTED, "front-end", scope);
    }

    private static String keyOf(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    private static Response read(String token, String path) {
        return given().header("Authorization", "Bearer " + token).when().get(path);
    }

    private static Response send(String token, String path) {
        return given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(REPORT)
                .when()
                .post(path);
    }

    private static Response sendBatch(String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/x-ndjson")
                .body((REPORT + "\n" + REPORT + "\n").getBytes(UTF_8))
                .when()
                .post("/v1/triage/batch");
    }

    private static Response awaitRefusal(String token) throws InterruptedException {
        var answer = read(token, "/v1/findings");
        for (var end = Instant.now().plus(PATIENCE);
                answer.statusCode() == 200 && Instant.now().isBefore(end); ) {
            Thread.sleep(100);
            answer = read(token, "/v1/findings");
        }
        return answer;
    }

    private HttpResponse<String> sendAsIs(String method, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://" + service.getAuthority() + path))
                .method(method, method.equals("POST") ? BodyPublishers.ofString(REPORT) : BodyPublishers.noBody())
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static void assertRefused(Response answer, int status, String challenge) {
        answer.then().statusCode(status).contentType("application/problem+json").header("WWW-Authenticate", challenge);
    }
}
