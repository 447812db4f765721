package org.afterfusion.boot;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.afterfusion.evaluation.Evaluation;
import org.afterfusion.evaluation.EvaluationLoader;
import org.afterfusion.evaluation.EvaluationTexts;
import org.afterfusion.triage.TriageEngine;

/**
 * Reads the stored evaluation when it is first asked for. Not at start-up: a service that cannot read its old figures must still
 * run, since new ones are measured on it. Its words are read at start-up, since none may lack a language.
 */
@Singleton
final class EvaluationProducer {

    @Produces
    @Singleton
    Evaluation evaluation() throws IOException {
        try (var json = resource("/evaluation/evaluation.json")) {
            return EvaluationLoader.evaluation(json);
        }
    }

    @Produces
    @Singleton
    @Startup
    EvaluationTexts texts(TriageEngine engine) throws IOException {
        try (var yaml = resource("/evaluation/texts.yaml")) {
            var texts = EvaluationLoader.texts(yaml);
            var languages = engine.knowledge().languages();
            var incomplete = texts.incompleteIn(languages);
            if (!incomplete.isEmpty()) {
                throw new IllegalStateException("texts of the evaluation not in " + languages + ": " + incomplete);
            }
            return texts;
        }
    }

    private static InputStream resource(String path) {
        var resource = EvaluationProducer.class.getResourceAsStream(path);
        if (resource == null) {
            throw new IllegalStateException("no " + path + " on the class path");
        }
        return resource;
    }
}
