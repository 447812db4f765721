package org.afterfusion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.afterfusion.api.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the answer to a batch. */
@Schema(
        name = "BatchAnswer",
        description = "The answer to one line of a batch: its number and exactly one of triage and problem.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchAnswer(
        @Schema(
                description = "Number of the line in the request, from 1. Blank lines count, but get no answer.",
                minimum = "1",
                examples = "1")
        long line,

        @Schema(description = "The triage of the report on this line, as POST /v1/triage answers it.") @Nullable
        TriageResponse triage,

        @Schema(
                description =
                        "Why the report on this line was not assessed, as POST /v1/triage says it. Its status is the one "
                                + "that the report would have got by itself. Mind safetyNet and redFlagsSeen.")
        @Nullable
        Problem problem) {}
