package org.afterfusion.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/** What has to hold for every step of the page, whatever it shows. */
final class Inspection {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    static final Pattern NOT_A_WORD = Pattern.compile("\\b(undefined|null|NaN|Infinity)\\b|\\[object|\\{\\w+}");

    private static final int PHONE = 320;
    private static final int DESK = 1280;
    private static final int HEIGHT = 640;

    private Inspection() {}

    /** Looks at the page as it stands on a phone and on a desk. */
    static void of(Page page) {
        page.evaluate("() => document.querySelectorAll('main details').forEach(details => { details.open = true; })");
        assertThat(page.locator("body").innerText()).doesNotContainPattern(NOT_A_WORD);
        assertThat(page.evaluate(
                        "() => document.getAnimations().filter(({ playState }) => playState === 'running').length"))
                .as("animations, though the person asked for less motion")
                .isEqualTo(0);
        for (var width : List.of(PHONE, DESK)) {
            page.setViewportSize(width, HEIGHT);
            assertNothingSticksOut(page);
            assertAccessible(page);
        }
        page.setViewportSize(PHONE, HEIGHT);
    }

    static void assertNothingSticksOut(Page page) {
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("pixels to scroll sideways at " + page.viewportSize().width + " px: "
                        + page.locator("h1").innerText())
                .isLessThanOrEqualTo(0);
    }

    static void assertAccessible(Page page) {
        var results = new AxeBuilder(page).setLegacyMode(true).withTags(RULES).analyze();

        assertThat(results.getPasses()).isNotEmpty();
        assertThat(results.getViolations())
                .extracting(rule -> rule.getId() + ": "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .as("axe-core at " + page.viewportSize().width + " px: "
                        + page.locator("h1").innerText())
                .isEmpty();
    }
}
