package org.afterfusion.browser;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The browser of this machine, one for all tests that are extended with this. Where none is installed they are skipped, and the end of
 * the run says so; with {@code AFTERFUSION_BROWSER=required} they fail instead. {@code CHROMIUM} names another browser.
 */
final class Chromium implements ExecutionCondition {

    private static final List<String> PROGRAMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge");
    private static final List<String> PLACES = List.of("/usr/bin", "/usr/local/bin", "/snap/bin");
    private static final Path ON_A_MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final boolean REQUIRED = "required".equals(System.getenv("AFTERFUSION_BROWSER"));
    private static final Optional<Path> INSTALLED = installed();
    private static final String MISSING =
            "No Chromium or Chrome is installed, so the page is not tested in a browser. Install one, or "
                    + "name it in the environment variable CHROMIUM.";

    private static Playwright playwright;
    private static Browser browser;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var run = context.getRoot().getStore(Namespace.create(Chromium.class));
        if (INSTALLED.isPresent()) {
            run.computeIfAbsent("close", key -> (AutoCloseable) Chromium::close);
            return enabled("a browser is installed");
        }
        if (REQUIRED) {
            throw new IllegalStateException(MISSING);
        }
        run.computeIfAbsent("warn", key -> (AutoCloseable) () -> System.out.println("[WARN] " + MISSING));
        return disabled(MISSING);
    }

    /** The browser, which is started when the first test asks for it. */
    static Browser browser() {
        if (browser == null) {
            var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            playwright = Playwright.create(new CreateOptions().setEnv(environment));
            browser = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(INSTALLED.orElseThrow())
                            .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))
                            .setArgs(List.of("--disable-gpu", "--disable-background-networking")));
        }
        return browser;
    }

    private static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    private static Optional<Path> installed() {
        var named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var usual = PROGRAMS.stream().flatMap(program -> PLACES.stream().map(place -> Path.of(place, program)));
        return Stream.of(named, usual, Stream.of(ON_A_MAC))
                .flatMap(path -> path)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
