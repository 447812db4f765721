package org.afterfusion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.afterfusion.testing.Reports;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.TriageEngine;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes in the place of one knowledge file: either knowledge that every report can be triaged with, or a refusal that names
 * files. Runs over the kept inputs; the profile {@code fuzz} makes up others from them.
 */
public class KnowledgeLoaderFuzzTest {

    private static final Path INPUTS = Path.of("src/test/resources/fuzz/knowledge");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final List<Integer> DAYS = List.of(0, 10, 400);

    private static final Path FOLDER = folder();
    private static final List<String> FILES = files();

    static Stream<Path> inputs() throws IOException {
        try (var files = Files.list(INPUTS)) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void theFolderItselfLoads() {
        fuzzerInitialize();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isLoadedOrRefused(Path input) throws IOException {
        var bytes = Files.readAllBytes(input);

        Assertions.assertTimeoutPreemptively(LONG, () -> fuzzerTestOneInput(bytes));
    }

    /** A new file in the folder moves the letters of those after it. */
    @ParameterizedTest
    @MethodSource("wholeFiles")
    void aWholeFileStandsInItsOwnPlace(Path input) throws IOException {
        var place = fileOf(Files.readAllBytes(input)).replace('/', '-');

        assertThat(input.getFileName()).hasToString("whole-" + place.replace(".yaml", ""));
    }

    static Stream<Path> wholeFiles() throws IOException {
        return inputs().filter(input -> input.getFileName().toString().startsWith("whole-"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileCutShort(String file) throws IOException {
        var whole = Files.readAllBytes(FOLDER.resolve(file));

        for (int length = 0; length < whole.length; length += 1 + whole.length / 10) {
            loadWith(file, Arrays.copyOf(whole, length));
        }
    }

    /** Called by the fuzzer under this name, so that its first input is not charged with loading the classes. */
    public static void fuzzerInitialize() {
        triagesEveryDay(KnowledgeLoader.load(FOLDER));
    }

    /** @param input a letter for the file, {@code a} for the first, and its content; called by the fuzzer under this name */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        loadWith(fileOf(input), Arrays.copyOfRange(input, 1, input.length));
    }

    private static String fileOf(byte[] input) {
        return FILES.get(Math.floorMod(input[0] - 'a', FILES.size()));
    }

    private static void loadWith(String file, byte[] content) throws IOException {
        var path = FOLDER.resolve(file);
        var whole = Files.readAllBytes(path);
        try {
            Files.write(path, content);
            triagesEveryDay(KnowledgeLoader.load(FOLDER));
        } catch (InvalidKnowledgeException refusal) {
            assertThat(refusal.issues())
                    .isNotEmpty()
                    .allSatisfy(
                            issue -> assertThat(FOLDER.resolve(issue.file())).exists())
                    .allSatisfy(issue -> assertThat(issue.problem()).isNotBlank());
        } finally {
            Files.write(path, whole);
        }
    }

    private static void triagesEveryDay(KnowledgeBase knowledge) {
        var engine = new TriageEngine(knowledge);
        for (int day : DAYS) {
            var triage = engine.triage(Reports.worst(knowledge, day));

            assertThat(triage.unexplainedShare()).isBetween(0.0, 1.0);
            assertThat(triage.causes())
                    .allSatisfy(cause -> assertThat(cause.share()).isBetween(0.0, 1.0));
        }
    }

    private static List<String> files() {
        try {
            return SmallKnowledge.files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory(Path.of("target"), "small-knowledge");
            SmallKnowledge.copyTo(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
