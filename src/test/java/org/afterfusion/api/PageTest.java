package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as it is served: its headers, its files and what they weigh. What it does is tested in a browser. */
@QuarkusTest
class PageTest {

    private static final Path FILES = Path.of("src/main/resources/META-INF/resources");
    private static final int HEAVIEST = 100 * 1024;

    /** What one file of the page names of the others. */
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href|from|import)[ =]?\"([./][^\"#]+)\"");

    /** Names of formats, which nothing is loaded from. */
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html"})
    void itIsHtmlThatRunsNothingFromElsewhere(String address) {
        page().get(address)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header(
                        "Content-Security-Policy",
                        containsString("default-src 'none'; script-src 'self'; style-src 'self';"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Referrer-Policy", is("no-referrer"))
                .header("Permissions-Policy", containsString("geolocation=()"))
                .body(containsString("<main "));
    }

    @Test
    void everyFileIsServedUnderTheSamePolicyAndAskedForAnew() throws IOException {
        for (var file : files()) {
            var served = page().get("/" + file);

            assertThat(served.statusCode()).as(file).isEqualTo(200);
            assertThat(served.header("Content-Security-Policy")).as(file).doesNotContain("unsafe", "http");
            assertThat(served.header("Cache-Control")).as(file).isEqualTo("no-cache");
            assertThat(page().header("If-Modified-Since", served.header("Last-Modified"))
                            .get("/" + file)
                            .statusCode())
                    .as(file)
                    .isEqualTo(304);
        }
    }

    @Test
    void everyFileIsNamedByAnotherAndNoneIsMissing() throws IOException {
        var named = new TreeSet<>(Set.of("index.html", "words/en.json", "words/es.json"));
        for (var file : files()) {
            REFERENCE
                    .matcher(text(file))
                    .results()
                    .map(reference -> resolved(file, reference.group(1)))
                    .forEach(named::add);
        }

        assertThat(named).containsExactlyElementsOf(files());
    }

    @Test
    void theWholeIsLight() throws IOException {
        long bytes = 0;
        for (var file : files()) {
            bytes += Files.size(FILES.resolve(file));
        }

        assertThat(bytes).isLessThan(HEAVIEST);
    }

    @Test
    void noFileNamesAnAddressElsewhereOrStylesInPlace() throws IOException {
        for (var file : files()) {
            assertThat(text(file).replace(NAMESPACE, "")).as(file).doesNotContain("http:", "https:", "\"//", "'//");
            assertThat(text(file))
                    .as(file)
                    .doesNotContain("innerHTML", "localStorage", "sessionStorage", "cookie", "style=");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/knowledge", "/openapi", "/swagger-ui/", "/q/health/live"})
    void theOtherAddressesKeepTheirOwnHeaders(String address) {
        assertThat(given().get(address).header("Content-Security-Policy"))
                .isNotEqualTo(page().get("/").header("Content-Security-Policy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/js/nothing.js", "/words/fr.json", "/index.htm"})
    void whatIsNotThereIsStillAProblem(String address) {
        given().get(address).then().statusCode(404).contentType("application/problem+json");
    }

    /** The page is no part of the contract, which all other exchanges are held against. */
    private static RequestSpecification page() {
        return given().noFilters();
    }

    private static List<String> files() throws IOException {
        try (var all = Files.walk(FILES)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> FILES.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(FILES.resolve(file));
    }

    private static String resolved(String from, String reference) {
        return reference.startsWith("/")
                ? reference.substring(1)
                : Path.of(from).resolveSibling(reference).normalize().toString().replace('\\', '/');
    }
}
