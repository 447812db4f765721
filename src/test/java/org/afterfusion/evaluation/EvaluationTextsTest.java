package org.afterfusion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.afterfusion.triage.Text;
import org.junit.jupiter.api.Test;

class EvaluationTextsTest {

    private static final Text BOTH = new Text(Map.of("en", "Yes", "es", "Sí"));
    private static final Text ENGLISH = new Text(Map.of("en", "Yes"));
    private static final Text THREE = new Text(Map.of("en", "Yes", "es", "Sí", "fr", "Oui"));
    private static final Text BLANK = new Text(Map.of("en", "Yes", "es", " "));

    @Test
    void everyTextThatLacksALanguageIsNamed() {
        var texts = new EvaluationTexts(
                Map.of("whole", BOTH, "lacking", ENGLISH),
                Map.of("kind", Map.of("whole", BOTH, "too-many", THREE)),
                Map.of("kind", Map.of("whole", BOTH, "blank", BLANK)),
                Map.of("whole", BOTH, "lacking", ENGLISH));

        assertThat(texts.incompleteIn(List.of("en", "es")))
                .containsExactly("labels.lacking", "meanings.kind.blank", "statements.lacking", "terms.kind.too-many");
    }

    @Test
    void theShippedTextsAreComplete() throws IOException {
        try (var yaml = Files.newInputStream(Path.of("src/main/resources/evaluation/texts.yaml"))) {
            assertThat(EvaluationLoader.texts(yaml).incompleteIn(List.of("en", "es")))
                    .isEmpty();
        }
    }
}
