package org.afterfusion.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.Route.ResumeOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens on the way to the service: what to do in an emergency is in sight, and no answer is lost. */
@QuarkusTest
@ExtendWith(Chromium.class)
class FailureTest {

    private static final String INTERVIEW = "**/v1/interview";

    @TestHTTPResource("/")
    URL address;

    /** What a network, a proxy or an overloaded service makes of a request. */
    enum Fault {
        CUT_OFF(Route::abort),
        OVERLOADED(answer(503, "application/problem+json", "{\"title\":\"Service Unavailable\",\"status\":503}")),
        BROKEN(answer(500, "application/json", "")),
        A_PROXY_IN_BETWEEN(
                answer(200, "text/html", "<!DOCTYPE html><title>Sign in</title><p>Sign in to this network.")),
        NOTHING_IN_IT(answer(200, "application/json", "null")),
        ANOTHER_SERVICE(answer(200, "application/json", "[]")),
        SILENT(route -> {});

        private final Consumer<Route> happening;

        Fault(Consumer<Route> happening) {
            this.happening = happening;
        }

        private static Consumer<Route> answer(int status, String type, String body) {
            return route -> route.fulfill(
                    new FulfillOptions().setStatus(status).setContentType(type).setBody(body));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureShowsTheEmergencyAdviceAndCanBeTriedAgain(Fault fault) {
        try (var visit = new Visit(address, Visit.phone("en"))) {
            visit.tellSurgery(Story.WOUND_INFECTION);
            visit.answer(Story.WOUND_INFECTION);
            visit.fillIn(Story.WOUND_INFECTION);
            var answered = visit.lastReport().get("findings").size();
            var asked = visit.asked();

            visit.page.route(INTERVIEW, fault.happening);
            visit.click("continue");
            assertItIsSafe(visit);
            assertThat(visit.page.locator("main [role=alert]")).containsText("call your surgical team");
            visit.click("retry");
            assertItIsSafe(visit);

            visit.page.unroute(INTERVIEW);
            visit.click("retry");

            assertThat(visit.step()).isEqualTo("screen");
            assertThat(visit.lastReport().get("findings")).hasSize(answered + asked.size());
        }
    }

    @ParameterizedTest
    @CsvSource({"en, offline", "es, conexión"})
    void whoIsOfflineIsToldSo(String language, String word) {
        try (var visit = new Visit(address, Visit.phone(language))) {
            visit.tellSurgery(Story.DEEP_VEIN_THROMBOSIS);

            visit.context.setOffline(true);
            visit.click("continue");

            assertThat(visit.page.locator("main [role=alert]")).containsText(word);
            assertItIsSafe(visit);
            Inspection.of(visit.page);
        }
    }

    @Test
    void aKnownEmergencyStaysInSightWhenTheServiceFails() {
        try (var visit = new Visit(address, Visit.phone("en"))) {
            visit.tellSurgery(Story.CAUDA_EQUINA);
            while (visit.page.locator("main [data-level]").count() == 0) {
                visit.answer(Story.CAUDA_EQUINA);
            }
            visit.page.route(INTERVIEW, Route::abort);
            visit.toNext(() -> visit.page.locator("[data-language=es]").click());

            assertItIsSafe(visit);
            assertThat(visit.level()).startsWith("emergency");
        }
    }

    @Test
    void anAnswerThatTheServiceRefusesIsMarkedWhereItWasGiven() {
        try (var visit = new Visit(address, Visit.phone("en"))) {
            visit.click("start");
            visit.page.locator("[name=daysAgo]").fill("12");
            visit.page.route(
                    INTERVIEW,
                    route -> route.resume(
                            new ResumeOptions().setPostData("{\"surgery\": {\"daysAgo\": -1}, \"findings\": []}")));
            visit.button("continue").click();

            assertThat(visit.page.locator("main form [role=alert]")).isFocused();
            assertThat(visit.page.locator("[name=daysAgo]")).hasAttribute("aria-invalid", "true");
            Inspection.of(visit.page);

            visit.page.unroute(INTERVIEW);
            visit.click("continue");
            assertThat(visit.step()).isEqualTo("screen");
        }
    }

    @Test
    void whatIsNotANumberIsMarkedBeforeItIsSent() {
        try (var visit = new Visit(address, Visit.phone("es"))) {
            visit.click("start");
            visit.page.locator("[name=daysAgo]").fill("ayer");
            visit.button("continue").click();

            assertThat(visit.page.locator("main form [role=alert]")).isFocused();
            assertThat(visit.page.locator("[name=daysAgo]")).hasValue("ayer");
            Inspection.of(visit.page);
            visit.assertNothingWentWrong();
        }
    }

    @Test
    void withoutScriptsTheEmergencyAdviceIsThere() {
        try (var visit = new Visit(address, new NewContextOptions().setJavaScriptEnabled(false))) {
            for (var text : visit.page.locator("noscript p").all()) {
                assertThat(text).isVisible();
                assertThat(text).containsText("911");
            }
            assertThat(visit.page.locator("noscript p")).hasCount(2);
            assertThat(visit.page.getByText("Call if you cannot breathe well")).isVisible();
            assertThat(visit.page.getByText("Llame si le falta el aire")).isVisible();
        }
    }

    private static void assertItIsSafe(Visit visit) {
        assertThat(visit.step()).isEqualTo("problem");
        assertThat(visit.page.locator("main [role=alert]")).containsText("911");
        assertThat(visit.button("retry")).isVisible();
    }
}
