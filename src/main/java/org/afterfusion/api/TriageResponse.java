package org.afterfusion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The triage on the wire. Words are in the language of the answer; ids and codes are not. */
@Schema(name = "Triage", description = "The answer to one report.")
record TriageResponse(
        UrgencyAnswer urgency,

        @Schema(
                description =
                        "final; provisional: a safety question still open could raise the level; out-of-scope: not made "
                                + "for this person or operation, answered with the safest level the facts allow.",
                enumeration = {"final", "provisional", "out-of-scope"})
        String status,

        @Schema(description = "Possible causes, at most 5, likeliest first. Never a diagnosis.", maxItems = 5)
        List<CauseAnswer> causes,

        @Schema(description = "Dangerous causes that the facts do not let one drop, whatever their rank.")
        List<CauseAnswer> mustExclude,

        @Schema(
                description = "Share of everything that the knowledge base does not model.",
                minimum = "0",
                maximum = "1")
        double unexplainedShare,

        @Schema(
                description =
                        "Safety questions whose answer could raise the level: the highest level first, then those whose "
                                + "answer would tell most about the causes.")
        List<QuestionAnswer> openQuestions,

        @Schema(
                description =
                        "The smallest new facts that would raise the level by the rules, at most 5: one fact before two, "
                                + "facts not asked about before those denied, then the likeliest. Empty from emergency on.",
                maxItems = 5)
        List<ChangeAnswer> wouldRaise,

        @Schema(description = "Signs to act on should they appear, each with the level it would bring.")
        List<WatchAnswer> watchFor,

        @Schema(description = "What to do meanwhile, one instruction each.")
        List<String> selfCare,

        @Schema(
                description = "Ask again after this ISO 8601 duration, or at once if a sign to watch for appears.",
                examples = "P2D")
        String recheckAfter,

        @Schema(description = "Pages to read, in the language of the answer.")
        List<LinkAnswer> education,

        Basis basis,

        @Schema(description = "What this answer is and is not. Show it with the answer.")
        String notice) {

    @Schema(name = "Urgency", description = "How soon to act and whom to contact.")
    record UrgencyAnswer(
            @Schema(enumeration = {"routine", "soon", "same-day", "emergency", "emergency-ambulance"})
            String level,

            @Schema(description = "1 routine to 5 emergency-ambulance.", minimum = "1", maximum = "5")
            int rank,

            String title,

            @Schema(description = "What to do now.") String action,

            @Schema(description = "ISO 8601 duration in which to act.", examples = "PT24H")
            String actWithin,

            @Schema(description = "Whom to contact, as a stable key.", examples = "surgical-team")
            String contact,

            @Schema(description = "Whom to contact, in words.")
            String contactName,

            @Schema(description = "What asks for this level; may be empty for routine.")
            List<SetBy> setBy) {}

    @Schema(name = "SetBy", description = "A reason for the level.")
    record SetBy(
            @Schema(
                    description = "The red flag (see GET /v1/red-flags/{id}), cause or limit that asks for the level.",
                    examples = "rf-17")
            String rule,

            @Schema(
                    description = "What kind of rule it is.",
                    enumeration = {"red-flag", "likely-cause", "no-clear-cause", "open-questions", "scope"})
            String kind,

            String because,

            @Schema(description = "The reported findings it rests on.")
            List<String> findings,

            @Schema(description = "See GET /v1/sources/{id}.")
            List<String> sources) {}

    @Schema(name = "RankedCause", description = "A possible cause with its reasons.")
    record CauseAnswer(
            String id,

            @Schema(description = "For the person.") String name,

            @Schema(description = "For clinicians.") String clinicalName,

            List<CodingAnswer> codings,

            @Schema(description = "1 for the likeliest of all causes.")
            int rank,

            @Schema(enumeration = {"very-likely", "likely", "possible", "unlikely"})
            String band,

            @Schema(
                    description =
                            "Relative to the other modelled causes and the unexplained; not calibrated against outcomes.",
                    minimum = "0",
                    maximum = "1")
            double share,

            @Schema(
                    description = "How soon this cause by itself usually wants action.",
                    enumeration = {"routine", "soon", "same-day", "emergency", "emergency-ambulance"})
            String urgency,

            String summary,

            String expectedCourse,

            String usualNextStep,

            @Schema(description = "Whom to contact about it.")
            String contact,

            @JsonProperty("for") @Schema(description = "What speaks for it, strongest first.")
            List<ReasonAnswer> supporting,

            @Schema(description = "What speaks against it, strongest first.")
            List<ReasonAnswer> against,

            @Schema(
                    description =
                            "What would usually be there and is absent, then what was not asked and would tell most.")
            List<ReasonAnswer> missing,

            @Schema(description = "Ids of the pages below that fit this cause.")
            List<String> education,

            @Schema(description = "Our own short explanation, where no public page was found.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String explainer) {}

    @Schema(name = "Coding")
    record CodingAnswer(
            @Schema(examples = "http://hl7.org/fhir/sid/icd-10-cm")
            String system,

            @Schema(examples = "M96.0") String code,

            String display,

            @Schema(description = "The code was checked against a published code page.")
            boolean verified,

            @Schema(description = "False: the code system wants more characters (side, encounter).")
            boolean complete) {}

    @Schema(name = "Reason")
    record ReasonAnswer(
            String finding,

            String text,

            @Schema(
                    description =
                            "Evidence in decibans (10 log10 of the likelihood ratio): positive speaks for the cause. For a "
                                    + "finding not asked, what a yes would weigh.")
            double weight) {}

    @Schema(name = "OpenQuestion")
    record QuestionAnswer(
            String finding,

            String ask,

            String why,

            @Schema(enumeration = {"soon", "same-day", "emergency", "emergency-ambulance"})
            String couldRaiseTo) {}

    @Schema(name = "Change", description = "New facts that would raise the level; when two, neither would alone.")
    record ChangeAnswer(
            @Schema(description = "The facts, one or two.", minItems = 1, maxItems = 2)
            List<FactAnswer> findings,

            @Schema(
                    description = "The least level of the report with these facts added.",
                    enumeration = {"soon", "same-day", "emergency", "emergency-ambulance"})
            String raisesTo,

            @Schema(description = "The change in one sentence, for the person.")
            String text) {}

    @Schema(
            name = "Fact",
            description = "A finding that would be present or, if it names a bound or a choice, that would be so.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FactAnswer(
            @Schema(description = "See GET /v1/findings/{id}.")
            String finding,

            @Schema(description = "A number from this on would do it, in the unit of the finding.") @Nullable
            Double atLeast,

            @Schema(description = "A number below this would do it, in the unit of the finding.") @Nullable
            Double below,

            @Schema(description = "This choice would do it.") @Nullable
            String choice,

            @Schema(description = "The fact in words.") String text) {}

    @Schema(name = "WatchFor")
    record WatchAnswer(
            String text,

            @Schema(enumeration = {"soon", "same-day", "emergency", "emergency-ambulance"})
            String then) {}

    @Schema(name = "ReadingLink")
    record LinkAnswer(String id, String title, String url, String publisher, String language, List<String> causes) {}

    @Schema(name = "Basis", description = "What the answer rests on, so that it can be repeated and checked.")
    record Basis(
            String knowledgeVersion,

            @Schema(examples = "sha256:9f2c…") String knowledgeDigest,

            @Schema(description = "Red flags that hold, whatever their level.")
            List<String> rulesFired,

            @Schema(description = "Hash of the report, whatever the order of its findings.")
            String reportDigest) {}
}
