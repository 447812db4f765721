package org.afterfusion.browser;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Four people answer the questions of the page to the end, in each language. */
@QuarkusTest
@ExtendWith(Chromium.class)
class StoryTest {

    @TestHTTPResource("/")
    URL address;

    static Stream<Arguments> storiesInEachLanguage() {
        return Stream.of(Story.values())
                .flatMap(story -> Stream.of("en", "es").map(language -> Arguments.of(story, language)));
    }

    @ParameterizedTest
    @MethodSource("storiesInEachLanguage")
    void everyStepCanBeReadAndTheAnswerIsThatOfTheApi(Story story, String language) {
        try (var visit = new Visit(address, Visit.phone(language))) {
            walk(visit, story, story + "-" + language, language.equals("es") ? english() : Set.of());

            assertThat(visit.page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(story.levels).contains(visit.level());
            assertTheAnswerIsThatOfTheApi(visit, language);
            visit.assertNothingWentWrong();
        }
    }

    @Test
    void anEmergencyIsShownWithinThreeScreens() {
        try (var visit = new Visit(address, Visit.phone("en"))) {
            visit.tellSurgery(Story.CAUDA_EQUINA);
            for (var screens = 0; screens < 3 && visit.step().equals("screen"); screens++) {
                visit.answer(Story.CAUDA_EQUINA);
            }

            assertThat(visit.level()).startsWith("emergency");
        }
    }

    @Test
    void everyStepCanBeReadInTheDark() {
        try (var visit = new Visit(address, Visit.phone("en").setColorScheme(ColorScheme.DARK))) {
            walk(visit, Story.WOUND_INFECTION, "dark", Set.of());

            assertThat(visit.page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                    .isNotEqualTo("rgb(251, 250, 247)");
        }
    }

    /** Goes from the first step to the last and looks at each. */
    private static void walk(Visit visit, Story story, String name, Set<String> foreign) {
        visit.page.waitForSelector("main[data-step=start]");
        look(visit, name + "-start", foreign);
        visit.click("start");
        look(visit, name + "-surgery", foreign);
        visit.toNext(() -> visit.page.goBack());
        visit.tellSurgery(story);
        while (visit.step().equals("screen")) {
            assertThat(visit.heading()).isNotBlank();
            visit.fillIn(story);
            look(visit, name + "-" + visit.screen(), foreign);
            visit.click("continue");
        }
        look(visit, name + "-answer", foreign);
    }

    private static void look(Visit visit, String name, Set<String> foreign) {
        visit.picture(name);
        Inspection.of(visit.page);
        assertThat(visit.page
                        .locator("body")
                        .innerText()
                        .toLowerCase(Locale.ROOT)
                        .lines())
                .filteredOn(foreign::contains)
                .as("in another language")
                .isEmpty();
    }

    /** What is said in English and not in Spanish, by the page and by the service. */
    private static Set<String> english() {
        var words = textsOf("en");
        words.removeAll(textsOf("es"));
        return words;
    }

    private static Set<String> textsOf(String language) {
        return Stream.of("/words/" + language + ".json", "/v1/findings", "/v1/recovery")
                .map(path -> given().noFilters()
                        .header("Accept-Language", language)
                        .get(path)
                        .as(JsonNode.class))
                .flatMap(StoryTest::leaves)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(toSet());
    }

    private static Stream<String> leaves(JsonNode node) {
        return node.isValueNode()
                ? Stream.of(node.asText())
                : StreamSupport.stream(node.spliterator(), false).flatMap(StoryTest::leaves);
    }

    private static void assertTheAnswerIsThatOfTheApi(Visit visit, String language) {
        var triage = given().contentType("application/json")
                .header("Accept-Language", language)
                .body(visit.lastReport().toString())
                .post("/v1/triage")
                .jsonPath();

        assertThat(visit.step()).isEqualTo("answer");
        assertThat(visit.level()).isEqualTo(triage.getString("urgency.level"));
        assertThat(visit.heading()).isEqualTo(triage.getString("urgency.title"));
        assertThat(visit.page
                        .locator("main [data-cause]")
                        .evaluateAll("all => all.map(({ dataset }) => dataset.cause)"))
                .isEqualTo(triage.getList("causes.id"));
    }
}
