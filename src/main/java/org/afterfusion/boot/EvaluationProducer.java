package org.afterfusion.boot;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.afterfusion.evaluation.Evaluation;
import org.afterfusion.evaluation.EvaluationLoader;
import org.afterfusion.evaluation.EvaluationTexts;

/**
 * Reads the stored evaluation when it is first asked for. Not at start-up: a service that cannot read its old figures must still
 * run, since new ones are measured on it.
 */
@Singleton
final class EvaluationProducer {

    @Produces
    @Singleton
    Evaluation evaluation() throws IOException {
        try (var json = Resources.open("/evaluation/evaluation.json")) {
            return EvaluationLoader.evaluation(json);
        }
    }

    @Produces
    @Singleton
    EvaluationTexts texts() throws IOException {
        try (var yaml = Resources.open("/evaluation/texts.yaml")) {
            return EvaluationLoader.texts(yaml);
        }
    }
}
