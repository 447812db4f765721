package org.afterfusion.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.afterfusion.api.problem.ProblemException;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.TriageEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes as the body of a report: either a report that can be triaged, or a refusal that repeats nothing. Runs over the kept
 * inputs; the profile {@code fuzz} makes up others from them.
 */
public class ReportReaderFuzzTest {

    private static final Path INPUTS = Path.of("src/test/resources/fuzz/report");

    /** Not speakable as a property, so it must not come back in a pointer either. */
    private static final String CANARY = "canary.8731";

    private static final TriageEngine ENGINE =
            new TriageEngine(KnowledgeLoader.load(Path.of("src/main/resources/knowledge")));
    private static final ReportReader READER = new ReportReader(
            Validation.buildDefaultValidatorFactory().getValidator(), ENGINE, new KnowledgeVersions(ENGINE));

    static Stream<Path> inputs() throws IOException {
        try (var files = Files.list(INPUTS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isReadOrRefused(Path input) throws IOException {
        fuzzerTestOneInput(Files.readAllBytes(input));
    }

    /** Called by the fuzzer under this name, so that its first input is not charged with loading the classes. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("{}".getBytes(StandardCharsets.UTF_8));
    }

    /** @param body called by the fuzzer under this name */
    public static void fuzzerTestOneInput(byte[] body) {
        SymptomReport report;
        try {
            report = READER.read(body, List.of());
        } catch (ProblemException refusal) {
            isAnswerable(refusal);
            return;
        }
        isTriaged(report);
    }

    private static void isAnswerable(ProblemException refusal) {
        assertThat(refusal.type().status()).isBetween(400, 499);
        assertThat(refusal.faults().toString()).doesNotContain(CANARY);
        assertThat(ENGINE.worryingFindings()).containsAll(refusal.redFlagsSeen());
    }

    private static void isTriaged(SymptomReport report) {
        var triage = ENGINE.triage(report);

        assertThat(triage.unexplainedShare()).isBetween(0.0, 1.0);
        assertThat(triage.causes())
                .allSatisfy(cause -> assertThat(cause.share()).isBetween(0.0, 1.0));
    }
}
