package org.afterfusion.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at the page, from opening to closing it, and all that goes on out of their sight meanwhile. */
final class Visit implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Set to a folder, every screen that {@link #picture} is asked for is kept there. */
    private static final String PICTURES = System.getProperty("screenshots");

    /** Marks the heading at hand, so that the next one can be told from it. */
    private static final String SEEN = "heading => heading.dataset.seen = ''";

    private static final String NEXT_HEADING = "main:not([aria-busy]) h1:not([data-seen])";

    final BrowserContext context;
    final Page page;
    private final URL address;
    private final List<String> faults = new ArrayList<>();
    private final List<String> requested = new ArrayList<>();
    private final List<Response> interviews = new ArrayList<>();

    Visit(URL address, NewContextOptions options) {
        this.address = address;
        context = Chromium.browser().newContext(options);
        context.setDefaultTimeout(15_000);
        context.addInitScript(
                "addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error('refused', violatedDirective))");
        page = context.newPage();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                faults.add(message.text());
            }
        });
        page.onRequest(request -> requested.add(request.url()));
        page.onResponse(response -> {
            if (response.url().endsWith("/v1/interview") && response.ok()) {
                interviews.add(response);
            }
        });
        page.navigate(address.toString());
    }

    /** A narrow phone, set to a language. */
    static NewContextOptions phone(String language) {
        return new NewContextOptions()
                .setLocale(language)
                .setViewportSize(320, 640)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /** From the first step to the first screen of questions. */
    void tellSurgery(Story story) {
        click("start");
        page.locator("[name=daysAgo]").fill(Integer.toString(story.daysAgo));
        page.locator("[name=symptomsStartedDaysAgo]").fill(Integer.toString(story.startedDaysAgo));
        page.locator("[name=ageYears]").fill("58");
        page.locator("[name=sex]").selectOption("female");
        click("continue");
    }

    /** Fills in the screen at hand, and leaves it there. */
    void fillIn(Story story) {
        for (var finding : asked()) {
            var kind = field(finding).first().getAttribute("type");
            switch (kind) {
                case "checkbox" -> {
                    if (story.has(finding)) {
                        option(finding, "present").check();
                    }
                }
                case "radio" ->
                    option(finding, story.oneOf(finding, values(finding))).check();
                default -> field(finding).first().fill(story.number(finding));
            }
        }
    }

    void answer(Story story) {
        fillIn(story);
        click("continue");
    }

    /** Answers every screen up to the final answer. */
    void answerAll(Story story) {
        while (step().equals("screen")) {
            answer(story);
        }
    }

    /** The findings that the screen at hand asks about. */
    @SuppressWarnings("unchecked")
    List<String> asked() {
        return (List<String>) page.locator("main form").evaluate("""
                form => [...new Set([...form.elements].filter(({ type }) => ["checkbox", "radio", "text"].includes(type))
                    .map(({ name }) => name).filter(name => !name.startsWith("since:")))]""");
    }

    Locator option(String finding, String value) {
        return page.locator("main form input[name='%s'][value='%s']".formatted(finding, value));
    }

    Locator field(String finding) {
        return page.locator("main form input[name='%s']".formatted(finding));
    }

    @SuppressWarnings("unchecked")
    List<String> values(String finding) {
        return (List<String>) field(finding).evaluateAll("all => all.map(({ value }) => value)");
    }

    /** Clicks and waits until what comes next is shown. */
    void click(String action) {
        toNext(() -> button(action).click());
    }

    Locator button(String action) {
        return page.locator("[data-action=%s]".formatted(action)).first();
    }

    /** Does what leads to another step, or to this one anew, and waits for it. */
    void toNext(Runnable action) {
        page.locator("main h1").evaluate(SEEN);
        action.run();
        page.waitForSelector(NEXT_HEADING);
    }

    String step() {
        return page.locator("main").getAttribute("data-step");
    }

    String screen() {
        return page.locator("main form").getAttribute("data-screen");
    }

    String heading() {
        return page.locator("main h1").innerText();
    }

    String level() {
        return page.locator("main [data-level]").first().getAttribute("data-level");
    }

    /** What the page sent last that the service answered. */
    JsonNode lastReport() {
        return read(interviews.get(interviews.size() - 1).request().postData());
    }

    JsonNode lastAnswer() {
        return read(interviews.get(interviews.size() - 1).text());
    }

    /** Keeps a picture of the page as it stands, if pictures are asked for. */
    void picture(String name) {
        if (PICTURES != null) {
            page.screenshot(new ScreenshotOptions()
                    .setPath(Path.of(PICTURES, name + ".png"))
                    .setFullPage(true));
        }
    }

    /** Nothing failed or was refused, nothing was asked of others, nothing stays behind. */
    void assertNothingWentWrong() {
        assertThat(faults).as("errors and refusals in the browser").isEmpty();
        assertThat(requested)
                .as("addresses asked for")
                .allMatch(url -> url.startsWith(address.toString()))
                .noneMatch(url -> url.contains("?"));
        assertThat(page.url()).isEqualTo(address.toString());
        assertThat(page.evaluate("() => localStorage.length + sessionStorage.length"))
                .isEqualTo(0);
        assertThat(page.evaluate("async () => (await indexedDB.databases()).length + (await caches.keys()).length"))
                .isEqualTo(0);
        assertThat(context.cookies()).isEmpty();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
