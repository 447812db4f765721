package org.afterfusion.browser;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.afterfusion.api.access.PublicProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of another origin: the one that is allowed to can call the service and read every answer, another one cannot. */
@QuarkusTest
@TestProfile(PublicProfile.class)
@ExtendWith(Chromium.class)
class CrossOriginTest {

    private static final String STRANGER = "stranger.localhost";

    /** Asks as a front end would and says what it could see of the answer. */
    private static final String CALL = """
            async ([url, body]) => {
                try {
                    const answer = await fetch(url, {
                        method: "POST",
                        headers: { "Content-Type": "application/json", "Accept-Language": "es", "X-Request-Id": "from-a-page" },
                        body,
                    });
                    const { title } = await answer.json();
                    const headers = ["Content-Language", "X-Request-Id", "Knowledge-Version", "Retry-After", "RateLimit"];
                    return { status: answer.status, title, headers: headers.filter(name => answer.headers.has(name)).join() };
                } catch (refused) {
                    return { status: 0, why: String(refused) };
                }
            }""";

    private static final String REPORT = """
            {"surgery": {"daysAgo": 16}, "findings": [{"id": "temperature", "value": 38.6}]}""";

    private HttpServer pages;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void servePages() throws IOException {
        var page = "<!DOCTYPE html><link rel=icon href=data:,>".getBytes(UTF_8);
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        pages.start();
    }

    @AfterEach
    void stopPages() {
        pages.stop(0);
    }

    @Test
    void thePageOfAnAllowedOriginReadsAnswersAndProblems() {
        try (var context = Chromium.browser().newContext()) {
            var page = context.newPage();
            page.navigate(origin(PublicProfile.FRIEND));

            assertThat(call(page, REPORT))
                    .containsEntry("status", 200)
                    .containsEntry("headers", "Content-Language,X-Request-Id,Knowledge-Version,RateLimit");
            assertThat(call(page, "{")).containsEntry("status", 400).containsEntry("title", "Informe no aceptado");
            var last = call(page, "{");
            for (int i = 0;
                    i < 5 * PublicProfile.REQUESTS_PER_MINUTE
                            && last.get("status").equals(400);
                    i++) {
                last = call(page, "{");
            }
            assertThat(last)
                    .containsEntry("status", 429)
                    .containsEntry("title", "Demasiadas solicitudes")
                    .containsEntry("headers", "Content-Language,X-Request-Id,Knowledge-Version,Retry-After,RateLimit");
        }
    }

    @Test
    void thePageOfAnotherOriginCannotCall() {
        try (var context = Chromium.browser().newContext()) {
            var page = context.newPage();
            page.navigate(origin(STRANGER));

            assertThat(call(page, REPORT)).containsEntry("status", 0);
        }
    }

    @ParameterizedTest
    @CsvSource({PublicProfile.FRIEND + ", 200", STRANGER + ", 403"})
    void aPreflightIsAnsweredByOrigin(String host, int status) {
        var answer = given().header("Origin", origin(host))
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,authorization")
                .when()
                .options("/v1/triage");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(status == 200 ? origin(host) : null);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNotEqualTo("true");
    }

    @Test
    void cachesKeepOriginsApart() {
        var answer = given().header("X-Forwarded-For", "192.0.2.99")
                .header("Origin", origin(PublicProfile.FRIEND))
                .when()
                .get("/v1/findings");

        assertThat(answer.headers().getValues("Vary")).anyMatch(vary -> vary.equalsIgnoreCase("origin"));
    }

    private String origin(String host) {
        return "http://" + host + ":" + pages.getAddress().getPort();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> call(Page page, String body) {
        return (Map<String, Object>)
                page.evaluate(CALL, List.of("http://" + service.getAuthority() + "/v1/triage", body));
    }
}
