package org.afterfusion.api.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Asks more often than is allowed, from many addresses, as a proxy tells them. */
@QuarkusTest
@TestProfile(PublicProfile.class)
class RateLimitTest {

    private static final int ALLOWED = PublicProfile.REQUESTS_PER_MINUTE;
    private static final String REPORT = """
            {"surgery": {"daysAgo": 16}, "findings": [{"id": "temperature", "value": 38.6}]}""";

    @Test
    void everyAnswerSaysHowManyAreLeft() {
        from("192.0.2.1")
                .get("/v1/findings")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"client\";q=6;w=60")
                .header("RateLimit", "\"client\";r=5");
        from("192.0.2.1").get("/v1/causes/x").then().statusCode(404).header("RateLimit", "\"client\";r=4");
    }

    @Test
    void oneTooManyIsRefusedWithTheEmergencyAdviceUntilItIsTimeAgain() throws InterruptedException {
        var refused = useUp("192.0.2.2");

        refused.then()
                .contentType("application/problem+json")
                .header("Content-Language", "es")
                .header("RateLimit-Policy", "\"client\";q=6;w=60")
                .body("type", is("urn:afterfusion:problem:too-many-requests"))
                .body("safetyNet", containsString("911"));
        int wait = Integer.parseInt(refused.header("Retry-After"));

        assertThat(wait).isBetween(1, 11);
        assertThat(refused.header("RateLimit")).isEqualTo("\"client\";r=0;t=" + wait);
        TimeUnit.SECONDS.sleep(wait);
        triageFrom("192.0.2.2").then().statusCode(200);
    }

    @Test
    void anotherClientIsNotHeldUp() {
        useUp("192.0.2.3");

        triageFrom("192.0.2.4").then().statusCode(200);
    }

    @Test
    void theAddressesOfOneNetworkAreOneClient() {
        useUp("2001:db8:1:2::1");

        triageFrom("2001:db8:1:2:ffff::9").then().statusCode(429);
        triageFrom("2001:db8:1:3::1").then().statusCode(200);
    }

    @Test
    void everyLineOfABatchCounts() {
        var lines = (REPORT + "\n").repeat(ALLOWED + 5).getBytes(UTF_8);

        var answers = from("192.0.2.5")
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/v1/triage/batch")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(answers).hasSize(ALLOWED + 5);
        assertThat(answers.stream().filter(line -> line.contains("\"triage\":")))
                .hasSizeBetween(ALLOWED - 1, ALLOWED + 1);
        assertThat(answers.get(ALLOWED + 4)).contains("\"status\":429", "911");
    }

    @Test
    void healthMetricsAndPageAreNotLimited() {
        useUp("192.0.2.6");

        Stream.of("/q/health", "/q/metrics", "/openapi")
                .forEach(path ->
                        from("192.0.2.6").get(path).then().statusCode(200).header("RateLimit", nullValue()));
    }

    /** Asks until it is refused, and returns the refusal. */
    private static Response useUp(String address) {
        var answer = triageFrom(address);
        for (int i = 0; i < 5 * ALLOWED && answer.statusCode() == 200; i++) {
            answer = triageFrom(address);
        }
        answer.then().statusCode(429);
        return answer;
    }

    private static Response triageFrom(String address) {
        return from(address)
                .header("Accept-Language", "es")
                .contentType(ContentType.JSON)
                .body(REPORT)
                .post("/v1/triage");
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address).when();
    }
}
