package org.afterfusion.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody without a mouse gets to the answer, and always sees where they are. */
@QuarkusTest
@ExtendWith(Chromium.class)
class KeyboardTest {

    private static final Story STORY = Story.DEEP_VEIN_THROMBOSIS;
    private static final int FAR_TOO_MANY = 150;

    private static final String FOCUS_IS_IN_SIGHT = """
            element => {
                const { outlineStyle, outlineWidth } = getComputedStyle(element);
                const { top, bottom, width, height } = element.getBoundingClientRect();
                return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2
                    && width > 0 && height > 0 && bottom > 0 && top < innerHeight;
            }""";

    @TestHTTPResource("/")
    URL address;

    @Test
    void theKeyboardIsEnoughForAWholeStory() {
        try (var visit = new Visit(address, Visit.phone("en"))) {
            visit.page.waitForSelector("main[data-step=start]");
            press(visit, "start");
            type(visit, "[name=daysAgo]", Integer.toString(STORY.daysAgo));
            type(visit, "[name=symptomsStartedDaysAgo]", Integer.toString(STORY.startedDaysAgo));
            press(visit, "continue");
            while (visit.step().equals("screen")) {
                for (var finding : visit.asked()) {
                    answer(visit, finding);
                }
                press(visit, "continue");
            }

            assertThat(STORY.levels).contains(visit.level());
            var cause = visit.page.locator("main details[data-cause]").first();
            tabTo(visit, cause.locator("summary"));
            visit.page.keyboard().press("Enter");
            assertThat(cause.getAttribute("open")).isNotNull();
            visit.assertNothingWentWrong();
        }
    }

    private static void answer(Visit visit, String finding) {
        var first = visit.option(finding, "present").or(visit.field(finding)).first();
        switch (first.getAttribute("type")) {
            case "checkbox" -> {
                if (STORY.has(finding)) {
                    tabTo(visit, first);
                    visit.page.keyboard().press("Space");
                    assertThat(first.isChecked()).isTrue();
                }
            }
            case "radio" -> choose(visit, finding);
            default -> {
                tabTo(visit, first);
                visit.page.keyboard().type(STORY.number(finding));
            }
        }
    }

    private static void choose(Visit visit, String finding) {
        var choices = visit.values(finding);
        var chosen = STORY.oneOf(finding, choices);
        tabTo(visit, visit.option(finding, choices.get(0)));
        visit.page.keyboard().press("Space");
        for (var steps = choices.indexOf(chosen); steps > 0; steps--) {
            visit.page.keyboard().press("ArrowDown");
        }
        assertThat(visit.option(finding, chosen).isChecked()).isTrue();
    }

    private static void type(Visit visit, String field, String text) {
        tabTo(visit, visit.page.locator(field));
        visit.page.keyboard().type(text);
    }

    /** Goes to a button and presses it. After that the new heading has the focus, so that it is read out. */
    private static void press(Visit visit, String action) {
        tabTo(visit, visit.button(action));
        visit.toNext(() -> visit.page.keyboard().press("Enter"));

        assertThat(visit.page.evaluate("() => document.activeElement === document.querySelector('main h1')"))
                .as("the focus is on the heading: " + visit.heading())
                .isEqualTo(true);
    }

    /** Tabs on until an element has the focus; wherever that goes, it can be seen. */
    private static void tabTo(Visit visit, Locator wanted) {
        for (var tabs = 0; tabs < FAR_TOO_MANY; tabs++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            visit.page.keyboard().press("Tab");
            var focused = visit.page.locator(":focus");
            if (focused.count() > 0) {
                assertThat(focused.evaluate(FOCUS_IS_IN_SIGHT))
                        .as("the focus can be seen: " + focused.evaluate("element => element.outerHTML"))
                        .isEqualTo(true);
            }
        }
        throw new AssertionError("no key leads to " + wanted + " among " + List.of(visit.heading()));
    }
}
