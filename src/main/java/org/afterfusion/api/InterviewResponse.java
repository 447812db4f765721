package org.afterfusion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.afterfusion.api.Catalog.ChoiceEntry;
import org.afterfusion.triage.InterviewPlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an interview stands, on the wire. Words are in the language of the answer; ids and codes are not. */
@Schema(
        name = "Interview",
        description =
                "What to ask next, or why nothing more is asked, and the triage of what is answered so far. Show the triage as "
                        + "soon as its level is an emergency, whatever is still to be asked.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InterviewResponse(
        @Schema(ref = "InterviewScreen", description = "The screen to show. Left out when the interview is done.")
        @Nullable
        ScreenAnswer screen,

        @Schema(
                description =
                        "The questions of the screen: one of any type, or several of type presence. Never one that is answered, "
                                + "and none that other answers settle. Empty exactly when the interview is done.",
                maxItems = InterviewPlan.MOST_QUESTIONS)
        List<NextQuestion> next,

        @Schema(ref = "InterviewStop", description = "Whether the interview is done, and why it goes on or stops.")
        StopAnswer stop,

        @Schema(ref = "InterviewProgress", description = "How far it is.")
        ProgressAnswer progress,

        @Schema(
                ref = "Triage",
                description =
                        "The triage of the report so far, the same that POST /v1/triage gives for it once it has a finding.")
        TriageResponse triage) {

    @Schema(
            name = "InterviewScreen",
            description =
                    "Questions to show together. Offer \"none of these\" for all of them, and \"not sure\" for each.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScreenAnswer(
            @Schema(
                    description =
                            "Name of the screen, stable within a knowledge version; a screen may come again with what an answer "
                                    + "has opened.",
                    examples = "bladder-and-bowel")
            String id,

            @Schema(
                    description =
                            "The question over several findings, for the person, who ticks those that fit. Left out when there is "
                                    + "one question: it asks for itself.")
            @Nullable
            String heading) {}

    @Schema(
            name = "InterviewQuestion",
            description = "A finding to ask about. Answer it in the next report with its id; unsure fits every type.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NextQuestion(
            @Schema(ref = "FindingRef", description = "The finding.")
            String finding,

            @Schema(ref = "FindingKind", description = "What kind of thing it is.")
            String kind,

            @Schema(ref = "FindingType", description = "How it is answered.")
            String type,

            @Schema(
                    description =
                            "1: a safety question, always asked. 2: by default. 3: only because of another answer.",
                    minimum = "1",
                    maximum = "3")
            int tier,

            @Schema(description = "Short name, to tick under a heading; starts in lower case.")
            String label,

            @Schema(description = "The question in full, for the person.")
            String ask,

            @Schema(description = "Why it is asked, for the person.")
            String why,

            @Schema(
                    ref = "Level",
                    description =
                            "The highest level that may depend on the answer. Left out when the answer cannot raise the level.")
            @Nullable
            String couldRaiseTo,

            @Schema(description = "Least number to give. Left out unless the type is value.") @Nullable
            Double minimum,

            @Schema(description = "Greatest number to give. Left out unless the type is value.") @Nullable
            Double maximum,

            @Schema(
                    description =
                            "The unit of the number, a code as in GET /v1/findings. Left out unless the type is value.",
                    examples = "degrees Celsius")
            @Nullable
            String unit,

            @Schema(description = "The choices, least worrying first; empty unless the type is choice.")
            List<ChoiceEntry> choices) {}

    @Schema(name = "InterviewStop", description = "Whether to go on.")
    record StopAnswer(
            @Schema(description = "Whether nothing more is asked. Then the triage is the result.")
            boolean done,

            @Schema(ref = "InterviewReason", description = "Why it goes on, or why it stops.")
            String because,

            @Schema(description = "The same in words, for the person.")
            String text) {}

    @Schema(
            name = "InterviewProgress",
            description =
                    "How far the interview is. What is to go is counted at most: an answer mostly spares questions, but one can also "
                            + "open new ones.")
    record ProgressAnswer(
            @Schema(description = "Findings answered, \"not sure\" among them.", minimum = "0")
            int answered,

            @Schema(description = "Questions to go at most, as things stand; 0 when done.", minimum = "0")
            int atMostToGo,

            @Schema(description = "Screens to go at most, as things stand; 0 when done.", minimum = "0")
            int screensToGo) {}
}
