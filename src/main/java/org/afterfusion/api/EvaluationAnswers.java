package org.afterfusion.api;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.afterfusion.api.EvaluationResponse.MeasuredOn;
import org.afterfusion.api.EvaluationResponse.Statement;
import org.afterfusion.api.EvaluationResponse.Term;
import org.afterfusion.api.EvaluationResponse.Trial;
import org.afterfusion.evaluation.Evaluation;
import org.afterfusion.evaluation.EvaluationTexts;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.TriageEngine;

/** Words the stored evaluation. */
@Singleton
final class EvaluationAnswers {

    private static final String NOT_MEASURED = "not-measured";

    private final Evaluation evaluation;
    private final EvaluationTexts texts;
    private final MeasuredOn measuredOn;

    EvaluationAnswers(Evaluation evaluation, EvaluationTexts texts, TriageEngine engine) {
        this.evaluation = evaluation;
        this.texts = texts;
        var origin = evaluation.measuredOn();
        measuredOn = new MeasuredOn(
                origin.knowledgeVersion(),
                origin.knowledgeDigest(),
                origin.casesDigest(),
                origin.knowledgeDigest().equals(engine.knowledge().digest()));
    }

    EvaluationResponse in(String language) {
        return new EvaluationResponse(
                measuredOn,
                texts.statements().entrySet().stream()
                        .map(statement -> new Statement(
                                statement.getKey(), statement.getValue().in(language)))
                        .toList(),
                evaluation.intervals(),
                texts.terms().entrySet().stream()
                        .filter(kind -> !kind.getKey().equals(NOT_MEASURED))
                        .flatMap(kind -> terms(kind.getKey(), kind.getValue(), language))
                        .toList(),
                evaluation.encodings(),
                evaluation.interviews(),
                evaluation.cases(),
                evaluation.notMeasured().stream()
                        .map(id -> term(NOT_MEASURED, id, language))
                        .toList(),
                trials(evaluation.history(), language),
                trials(evaluation.guards(), language));
    }

    private Stream<Term> terms(String kind, Map<String, Text> names, String language) {
        return names.keySet().stream().map(id -> term(kind, id, language));
    }

    private Term term(String kind, String id, String language) {
        var meaning = texts.meanings().getOrDefault(kind, Map.of()).get(id);
        return new Term(kind, id, texts.name(kind, id, language), meaning == null ? null : meaning.in(language));
    }

    private static List<Trial> trials(List<Evaluation.Trial> trials, String language) {
        return trials.stream()
                .map(trial -> new Trial(
                        trial.version(),
                        new Text(trial.change()).in(language),
                        new Text(trial.why()).in(language),
                        trial.figures()))
                .toList();
    }
}
