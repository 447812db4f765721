package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer says in which language it is and that another would be given to another wish, errors too. */
@QuarkusTest
class LanguageHeadersTest {

    private static final String REPORT =
            "{\"surgery\": {\"daysAgo\": 5}, \"findings\": [{\"id\": \"calf\", \"presence\": \"present\"}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en;q=0, *      | es",
                "en;q=0.1, es   | es",
                "*;q=0.5, es;q=0 | en",
                "es-MX          | es",
                "en;q=0.1, *    | es",
                "fr             | en",
            })
    void answersAndProblemsFollowTheWish(String accepted, String language) {
        for (var response : List.of(
                post(accepted, REPORT),
                post(accepted, "{}"),
                given().header("Accept-Language", accepted).get("/v1/sources/CES334"),
                given().header("Accept-Language", accepted).get("/v1/evaluation"),
                given().header("Accept-Language", accepted).get("/v1/nothing-here"),
                given().header("Accept-Language", accepted).delete("/v1/triage"),
                given().header("Accept-Language", accepted)
                        .contentType("text/plain")
                        .body("x")
                        .post("/v1/triage"))) {
            assertSays(language, response);
        }
    }

    @Test
    void aBodyTooLargeIsRefusedInTheLanguageAskedFor() {
        var response = post("en;q=0, *", " ".repeat(70_000));

        assertThat(response.statusCode()).isEqualTo(413);
        assertSays("es", response);
        assertThat(response.jsonPath().getString("title")).isEqualTo("Cuerpo demasiado grande");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/findings", "/v1/sources", "/v1/education", "/v1/evaluation"})
    void whatHasNotChangedIsToldByLanguage(String path) {
        var spanish = given().header("Accept-Language", "es").get(path);
        var tag = spanish.header("ETag");
        assertThat(given().header("Accept-Language", "en").get(path).header("ETag"))
                .isNotEqualTo(tag);

        var same = given().header("Accept-Language", "es-MX")
                .header("If-None-Match", tag)
                .get(path);
        assertThat(same.statusCode()).isEqualTo(304);
        assertSays("es", same);

        var other = given().header("Accept-Language", "en")
                .header("If-None-Match", tag)
                .get(path);
        assertThat(other.statusCode()).isEqualTo(200);
        assertSays("en", other);
    }

    private static Response post(String accepted, String body) {
        return given().header("Accept-Language", accepted)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/triage");
    }

    private static void assertSays(String language, Response response) {
        assertThat(response.header("Content-Language")).isEqualTo(language);
        assertThat(response.headers().getValues("Vary").stream()
                        .flatMap(value ->
                                Stream.of(value.toLowerCase(Locale.ROOT).split(",", -1)))
                        .map(String::strip))
                .contains("accept-language");
    }
}
