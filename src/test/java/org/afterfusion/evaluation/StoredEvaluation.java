package org.afterfusion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file with the figures that the service publishes, and the guard that keeps it true. */
record StoredEvaluation(Path file) {

    static final String COMMAND = "mvn test -Dtest=EvaluationTest -Devaluation.update=true";

    private static final JsonMapper JSON = new JsonMapper();

    void store(Evaluation measured) throws IOException {
        Files.writeString(file, printed(measured));
    }

    /** Fails when the file was measured on other knowledge, or says other things than a run now. */
    void assertIsWhatARunNowGives(Evaluation measured) throws IOException {
        assertThat(file)
                .as("no figures are stored yet; measure them with: %s", COMMAND)
                .exists();
        Evaluation stored;
        try (var json = Files.newInputStream(file)) {
            stored = EvaluationLoader.evaluation(json);
        }

        assertThat(stored.measuredOn().knowledgeDigest())
                .as(
                        "the knowledge has changed since its figures were measured; measure again, and read the diff: %s",
                        COMMAND)
                .isEqualTo(measured.measuredOn().knowledgeDigest());
        assertThat(Files.readString(file))
                .as("the stored figures are not those of a run now; measure again, and read the diff: %s", COMMAND)
                .isEqualTo(printed(measured));
    }

    private static String printed(Evaluation evaluation) throws IOException {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
        return JSON.writer(printer).writeValueAsString(evaluation) + "\n";
    }
}
