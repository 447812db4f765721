package org.afterfusion.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.afterfusion.testing.TestOnlyResource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DeprecationTest {

    @Inject
    Routes routes;

    // On the wire

    @Test
    void aDeprecatedOperationSaysSo() {
        var answer = given().get(TestOnlyResource.PATH).then().statusCode(200).extract();

        assertThat(answer.header("Deprecation")).isEqualTo("@1798761600");
        assertThat(answer.header("Sunset")).isEqualTo("Thu, 01 Jul 2027 00:00:00 GMT");
        assertThat(answer.headers().getValues("Link"))
                .containsExactly(
                        "</v2/triage>; rel=\"successor-version\"",
                        "<https://example.org/moving>; rel=\"deprecation\"; type=\"text/html\"",
                        "<https://example.org/moving>; rel=\"sunset\"; type=\"text/html\"");
    }

    @Test
    void itsErrorsSaySoToo() {
        given().header("Knowledge-Version", "1999.1.0")
                .get(TestOnlyResource.PATH)
                .then()
                .statusCode(409)
                .header("Sunset", "Thu, 01 Jul 2027 00:00:00 GMT");
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/causes", "GET, /v1/nowhere", "DELETE, /v1/triage/test-only", "GET, /q/health"})
    void nothingElseDoes(String method, String path) {
        var headers = given().request(method, path).then().extract().headers();

        assertThat(headers.asList())
                .extracting(header -> header.getName().toLowerCase())
                .contains("x-request-id")
                .doesNotContain("deprecation", "sunset", "link");
    }

    @Test
    void anotherMethodOfTheSameAddressDoesNot() {
        var headers = given().contentType(ContentType.TEXT)
                .body("x")
                .post(TestOnlyResource.PATH)
                .then()
                .statusCode(200)
                .extract()
                .headers();

        assertThat(headers.hasHeaderWithName("Deprecation")).isFalse();
    }

    @Test
    void noOperationOfTheServiceIsOnItsWayOut() {
        assertThat(routes.endpoints())
                .filteredOn(endpoint -> endpoint.isAnnotationPresent(Deprecation.class))
                .extracting(Method::getDeclaringClass)
                .containsOnly(TestOnlyResource.class);
    }

    // At start-up

    interface Faulty {

        @Operation(deprecated = true)
        @Deprecation(since = "2027-13-01", sunset = "2027-07-01", successor = "/v2", link = "/moving")
        void sinceIsNoDate();

        @Operation(deprecated = true)
        @Deprecation(since = "2027-01-01", sunset = "next summer", successor = "/v2", link = "/moving")
        void sunsetIsNoDate();

        @Operation(deprecated = true)
        @Deprecation(since = "2027-01-01", sunset = "2026-12-31", successor = "/v2", link = "/moving")
        void sunsetIsEarlier();

        @Operation(deprecated = true)
        @Deprecation(since = "2027-01-01", sunset = "2027-07-01", successor = "v2", link = "/moving")
        void successorLeadsNowhere();

        @Operation(deprecated = true)
        @Deprecation(since = "2027-01-01", sunset = "2027-07-01", successor = "/v2", link = "</moving>")
        void linkIsNoAddress();

        @Operation(summary = "Nobody would know")
        @Deprecation(since = "2027-01-01", sunset = "2027-07-01", successor = "/v2", link = "/moving")
        void documentDoesNotSaySo();

        @Deprecation(since = "2027-01-01", sunset = "2027-07-01", successor = "/v2", link = "/moving")
        void documentSaysNothing();

        @Operation(deprecated = true)
        void answersDoNotSaySo();
    }

    interface Sound {

        @Operation(deprecated = true)
        @Deprecation(since = "2027-01-01", sunset = "2027-01-01", successor = "/v2", link = "https://example.org/")
        void onItsWayOut();

        @Operation(summary = "Stays")
        void stays();

        void hasNoName();
    }

    @ParameterizedTest
    @CsvSource({
        "sinceIsNoDate, since is not a date",
        "sunsetIsNoDate, sunset is not a date",
        "sunsetIsEarlier, sunset is before since",
        "successorLeadsNowhere, successor is neither absolute nor from the root",
        "linkIsNoAddress, link is not an address",
        "documentDoesNotSaySo, go together",
        "documentSaysNothing, go together",
        "answersDoNotSaySo, go together"
    })
    void theServiceDoesNotStartWith(String method, String why) throws NoSuchMethodException {
        var faulty = List.of(Faulty.class.getDeclaredMethod(method));

        assertThatThrownBy(() -> new DeprecationHeaders(faulty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(method)
                .hasMessageContaining(why);
    }

    @Test
    void theServiceStartsWithSoundOnes() {
        var sound = Stream.of(Sound.class.getDeclaredMethods()).toList();

        assertThat(sound).hasSize(3);
        assertThat(new DeprecationHeaders(sound)).isNotNull();
    }
}
