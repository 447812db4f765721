package org.afterfusion.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** There and back, in another language, with other answers; and what is taken away in the end. */
@QuarkusTest
@ExtendWith(Chromium.class)
class WayTest {

    @TestHTTPResource("/")
    URL address;

    @Test
    void theBackAndForwardButtonsKeepTheAnswers() {
        try (var visit = new Visit(address, Visit.phone("en"))) {
            visit.tellSurgery(Story.WOUND_INFECTION);
            var screens = 1;
            while (!visit.asked().contains("wound-red-hot")) {
                visit.answer(Story.WOUND_INFECTION);
                screens++;
            }
            visit.answer(Story.WOUND_INFECTION);
            var next = visit.asked();

            visit.toNext(() -> visit.page.goBack());
            assertThat(visit.option("wound-red-hot", "present")).isChecked();
            for (var steps = 0; steps < screens; steps++) {
                visit.toNext(() -> visit.page.goBack());
            }
            assertThat(visit.page.locator("[name=daysAgo]")).hasValue("12");

            for (var steps = 0; steps < screens; steps++) {
                visit.toNext(() -> visit.page.goForward());
            }
            assertThat(visit.option("wound-red-hot", "present")).isChecked();
            visit.toNext(() -> visit.page.goForward());
            assertThat(visit.asked()).isEqualTo(next);
            visit.assertNothingWentWrong();
        }
    }

    @Test
    void aChangedAnswerChangesTheResult() {
        try (var visit = new Visit(address, Visit.phone("en"))) {
            visit.tellSurgery(Story.USUAL_RECOVERY);
            visit.answerAll(Story.USUAL_RECOVERY);
            assertThat(Story.USUAL_RECOVERY.levels).contains(visit.level());

            visit.page.locator("main details.given summary").click();
            visit.toNext(() ->
                    visit.page.locator("main details.given button").first().click());
            visit.option("chest-pain", "present").check();
            visit.click("continue");

            assertThat(visit.level()).startsWith("emergency");
            visit.assertNothingWentWrong();
        }
    }

    @Test
    void anotherLanguageKeepsWhatIsTicked() {
        try (var visit = new Visit(address, Visit.phone("en"))) {
            visit.tellSurgery(Story.DEEP_VEIN_THROMBOSIS);
            visit.answer(Story.DEEP_VEIN_THROMBOSIS);
            var asked = visit.asked();
            var ticked = visit.option(asked.get(0), "present");
            ticked.check();
            var heading = visit.heading();

            visit.toNext(() -> visit.page.locator("[data-language=es]").click());

            assertThat(visit.heading()).isNotEqualTo(heading);
            assertThat(visit.page.locator("html")).hasAttribute("lang", "es");
            assertThat(visit.asked()).isEqualTo(asked);
            assertThat(ticked).isChecked();
            visit.click("continue");
            assertThat(visit.lastReport().get("findings").findValuesAsText("id"))
                    .containsAll(asked);
            visit.assertNothingWentWrong();
        }
    }

    @Test
    void startingAgainForgetsEverything() {
        try (var visit = new Visit(address, Visit.phone("en"))) {
            visit.tellSurgery(Story.CAUDA_EQUINA);
            visit.answerAll(Story.CAUDA_EQUINA);
            visit.click("restart");
            assertThat(visit.step()).isEqualTo("start");
            visit.click("start");

            assertThat(visit.page.locator("[name=daysAgo]")).hasValue("");
            visit.assertNothingWentWrong();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, SITUATION, BACKGROUND, ASSESSMENT", "es, SITUACIÓN, ANTECEDENTES, EVALUACIÓN"})
    void theSummaryForTheCareTeamCanBeCopiedAndPrinted(
            String language, String situation, String background, String assessment) {
        var options = Visit.phone(language).setPermissions(List.of("clipboard-read", "clipboard-write"));
        try (var visit = new Visit(address, options)) {
            visit.tellSurgery(Story.WOUND_INFECTION);
            visit.answerAll(Story.WOUND_INFECTION);
            visit.button("copy").click();
            assertThat(visit.page.locator("main [role=status]")).not().isEmpty();
            var copied = (String) visit.page.evaluate("() => navigator.clipboard.readText()");

            assertThat(copied)
                    .containsSubsequence(situation, background, assessment)
                    .contains("[rf-17]")
                    .doesNotContainPattern(Inspection.NOT_A_WORD);
            visit.page.pdf();
            assertThat(visit.page.locator("main details:not([open])")).hasCount(0);
            assertThat(visit.page.locator("main .summary")).containsText(situation);
            visit.assertNothingWentWrong();
        }
    }

    /** A window of 1280 × 1024 pixels at 400 % is 320 × 256 pixels of the page. A click needs its target in sight. */
    @Test
    void everyStepCanBeUsedFourTimesAsLarge() {
        try (var visit = new Visit(address, Visit.phone("en").setViewportSize(320, 256))) {
            visit.tellSurgery(Story.CAUDA_EQUINA);
            while (visit.step().equals("screen")) {
                Inspection.assertNothingSticksOut(visit.page);
                visit.answer(Story.CAUDA_EQUINA);
            }
            Inspection.assertNothingSticksOut(visit.page);
            assertThat(visit.level()).startsWith("emergency");
        }
    }
}
