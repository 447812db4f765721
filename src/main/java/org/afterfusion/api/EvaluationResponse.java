package org.afterfusion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.afterfusion.evaluation.Evaluation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The evaluation on the wire: the stored figures with their words, and whether they fit the knowledge in service. */
@Schema(
        name = "Evaluation",
        description =
                "What the service reached on published cases. Not evidence of accuracy on people: read the statements.")
record EvaluationResponse(
        @Schema(ref = "EvaluationOrigin", description = "What the figures were measured on.")
        MeasuredOn measuredOn,

        @Schema(description = "What the figures are and are not. Show them with any figure.")
        List<Statement> statements,

        @Schema(ref = "EvaluationIntervals", description = "How the intervals were made.")
        Evaluation.Intervals intervals,

        @Schema(description = "What the ids in this document mean.")
        List<Term> terms,

        @Schema(description = "Results by the way the stories were put into reports.")
        List<Evaluation.Encoding> encodings,

        @Schema(description = "The same cases asked question by question by the interview.")
        List<Evaluation.InterviewResults> interviews,

        @Schema(description = "The case bank, with what was given to each case.")
        List<Evaluation.Case> cases,

        @Schema(description = "Usual measures that are missing here, each with the reason.")
        List<Term> notMeasured,

        @Schema(description = "Figures of earlier knowledge, oldest first.")
        List<Trial> history,

        @Schema(description = "Runs that test whether the knowledge was fitted to the cases; may be empty.")
        List<Trial> guards) {

    @Schema(name = "EvaluationOrigin", description = "The knowledge and the cases of the figures.")
    record MeasuredOn(
            @Schema(
                    description = "Version of the knowledge.",
                    pattern = "^\\d{4}\\.\\d{2}\\.\\d+$",
                    examples = "2026.11.0")
            String knowledgeVersion,

            @Schema(description = "Hash of all its files.", pattern = "^sha256:[0-9a-f]{64}$")
            String knowledgeDigest,

            @Schema(description = "Hash of all files of the case bank.", pattern = "^sha256:[0-9a-f]{64}$")
            String casesDigest,

            @Schema(
                    description =
                            "Whether that knowledge is the one now in service. If not, the figures do not describe it.")
            boolean current) {}

    @Schema(name = "EvaluationStatement", description = "One thing to know before reading a figure.")
    record Statement(
            @Schema(description = "Stable key.", examples = "editorial-labels")
            String id,

            @Schema(description = "The statement.") String text) {}

    @Schema(name = "EvaluationTerm", description = "The words for an id.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Term(
            @Schema(description = "What kind of thing it names.", examples = "measure")
            String kind,

            @Schema(description = "The id.", examples = "exact-level")
            String id,

            @Schema(description = "Short name.") String name,

            @Schema(description = "What it says. Left out where the name is enough.") @Nullable
            String meaning) {}

    @Schema(name = "EvaluationTrial", description = "The main counts of another run.")
    record Trial(
            @Schema(description = "Version of the knowledge of that run.", examples = "2026.11.0")
            String version,

            @Schema(description = "What was different.") String change,

            @Schema(description = "Why.") String why,

            @Schema(description = "Counts by id of the encoding.")
            Map<String, Evaluation.Tally> figures) {}
}
