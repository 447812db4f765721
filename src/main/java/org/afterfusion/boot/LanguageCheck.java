package org.afterfusion.boot;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.afterfusion.evaluation.EvaluationTexts;
import org.afterfusion.triage.TriageEngine;

/**
 * Keeps the service from starting while a text of the evaluation lacks a language of the knowledge base. The knowledge and the
 * messages of errors are checked where they are read.
 */
@Startup
@Singleton
final class LanguageCheck {

    LanguageCheck(EvaluationTexts texts, TriageEngine engine) {
        var languages = engine.knowledge().languages();
        var incomplete = texts.incompleteIn(languages);
        if (!incomplete.isEmpty()) {
            throw new IllegalStateException("texts of the evaluation not in " + languages + ": " + incomplete);
        }
    }
}
