package org.afterfusion.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.afterfusion.api.json.Constant;
import org.afterfusion.api.json.Encoded;
import org.afterfusion.api.json.Valued;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The triage on the wire. Words are in the language of the answer; ids and codes are not. */
@Schema(
        name = "Triage",
        description =
                "The answer to one report. Show urgency and notice first; every list keeps the order it comes in.")
record TriageResponse(
        @Schema(
                ref = "Urgency",
                description = "How soon to act. Show it before anything else, and never show anything milder.")
        UrgencyAnswer urgency,

        @Schema(
                ref = "TriageStatus",
                description = "How settled the answer is. While it is provisional, go on to ask openQuestions.")
        String status,

        @Schema(
                description =
                        "Possible causes, likeliest first; empty when none is likely enough to name. Never a diagnosis: say "
                                + "\"possible\" wherever you show them.",
                maxItems = 5)
        List<CauseAnswer> causes,

        @Schema(
                description =
                        "Dangerous causes that the facts do not let one drop, whatever their rank. For clinicians to exclude; a "
                                + "cause may stand here and in causes.")
        List<CauseAnswer> mustExclude,

        @Schema(
                description =
                        "Share of everything that the knowledge does not model. The larger it is, the less the causes say.",
                minimum = "0",
                maximum = "1")
        double unexplainedShare,

        @Schema(
                description =
                        "Safety questions not answered, or answered with unsure, whose answer could raise the level: the highest "
                                + "level first, then those that would tell most about the causes. Ask them and send the report again.")
        List<QuestionAnswer> openQuestions,

        @Schema(
                description =
                        "The smallest new facts that would raise the level by the rules: one fact before two, facts not asked "
                                + "about before those denied, then the likeliest. Empty from emergency on.",
                maxItems = 5)
        List<ChangeAnswer> wouldRaise,

        @Schema(
                description =
                        "Signs to act on should they appear, each with the level it would bring. Show them with the answer.")
        List<WatchAnswer> watchFor,

        @Schema(
                description =
                        "What to do meanwhile, one instruction each. It never takes the place of the action of the urgency.")
        List<String> selfCare,

        @Schema(
                description =
                        "ISO 8601 duration after which to ask again; at once if a sign to watch for appears or anything gets worse.",
                format = "duration",
                examples = "P2D")
        String recheckAfter,

        @Schema(
                description =
                        "Pages to read, in the language of the answer; at most one in an emergency, where reading must not delay.")
        List<LinkAnswer> education,

        @Schema(
                ref = "Basis",
                description = "What the answer rests on. Store it with the answer, so that it can be checked later.")
        Basis basis,

        @Schema(description = "What this answer is and is not. Show it, whole, wherever you show the answer.")
        String notice)
        implements Valued {

    @Override
    public @Nullable Object[] values() {
        return new Object[] {
            urgency,
            status,
            causes,
            mustExclude,
            unexplainedShare,
            openQuestions,
            wouldRaise,
            watchFor,
            selfCare,
            recheckAfter,
            education,
            basis,
            notice
        };
    }

    @Schema(name = "Urgency", description = "How soon to act, what to do and whom to contact.")
    record UrgencyAnswer(
            @Schema(ref = "Level", description = "How soon to act.")
            String level,

            @Schema(
                    description =
                            "The level as a number, 1 routine to 5 emergency-ambulance: higher is more urgent. Safe to branch on.",
                    minimum = "1",
                    maximum = "5")
            int rank,

            @Schema(description = "The level as a headline, for the person.")
            String title,

            @Schema(description = "What to do now, for the person. Show it whole and unchanged.")
            String action,

            @Schema(
                    description = "ISO 8601 duration in which to be examined or to reach help; PT0S is at once.",
                    format = "duration",
                    examples = "PT24H")
            String actWithin,

            @Schema(ref = "Contact", description = "Whom to contact.", examples = "surgical-team")
            String contact,

            @Schema(description = "Whom to contact, in words, for the person.")
            String contactName,

            @Schema(
                    description =
                            "What asks for this level, so that a person or a clinician can see why; may be empty for routine.")
            List<SetBy> setBy)
            implements Valued {

        @Override
        public @Nullable Object[] values() {
            return new Object[] {level, rank, title, action, actWithin, contact, contactName, setBy};
        }
    }

    @Schema(name = "SetBy", description = "One reason for the level.")
    record SetBy(
            @Schema(
                    description =
                            "Id of what asks for the level: of a red flag or a cause, or the name of a limit. Its kind says which.",
                    examples = "rf-17")
            String rule,

            @Schema(ref = "RuleKind", description = "What kind of rule it is.")
            String kind,

            @Schema(description = "The reason in one or two sentences, for the person.")
            String because,

            @Schema(ref = "FindingRef", description = "The reported findings it rests on; may be empty.")
            List<String> findings,

            @Schema(ref = "SourceRef", description = "The sources of the rule, for clinicians and reviewers.")
            List<String> sources)
            implements Valued {

        @Override
        public @Nullable Object[] values() {
            return new Object[] {rule, kind, because, findings, sources};
        }
    }

    @Schema(name = "OpenQuestion", description = "A safety question to ask next.")
    record QuestionAnswer(
            @Schema(ref = "FindingRef", description = "The finding to answer in the next report.")
            String finding,

            @Schema(
                    description =
                            "The question, for the person. Offer yes, no and not sure where its type is presence.")
            String ask,

            @Schema(description = "Why it is asked, for the person.")
            String why,

            @Schema(
                    ref = "Level",
                    description =
                            "The level that its most worrying answer could bring; always above the level of the answer.")
            String couldRaiseTo,

            @JsonIgnore @Schema(hidden = true) Encoded encoded)
            implements Constant {

        QuestionAnswer(String finding, String ask, String why, String couldRaiseTo) {
            this(finding, ask, why, couldRaiseTo, new Encoded());
        }
    }

    @Schema(name = "Change", description = "New facts that would raise the level; when two, neither would alone.")
    record ChangeAnswer(
            @Schema(description = "The facts, one or two.", minItems = 1, maxItems = 2)
            List<FactAnswer> findings,

            @Schema(ref = "Level", description = "The least level of the report with these facts added.")
            String raisesTo,

            @Schema(description = "The change in one sentence, for the person.")
            String text,

            @JsonIgnore @Schema(hidden = true) Encoded encoded)
            implements Constant {

        ChangeAnswer(List<FactAnswer> findings, String raisesTo, String text) {
            this(findings, raisesTo, text, new Encoded());
        }
    }

    @Schema(
            name = "Fact",
            description = "A finding that would be present or, if it names a bound or a choice, that would be so.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FactAnswer(
            @Schema(ref = "FindingRef", description = "Which finding.")
            String finding,

            @Schema(
                    description =
                            "A number from this on would do it, in the unit of the finding. Left out when no upper range would.")
            @Nullable
            Double atLeast,

            @Schema(
                    description =
                            "A number below this would do it, in the unit of the finding. Left out when no lower range would.")
            @Nullable
            Double below,

            @Schema(description = "The choice of the finding that would do it. Left out for findings without choices.")
            @Nullable
            String choice,

            @Schema(description = "The fact in words, for the person.")
            String text) {}

    @Schema(name = "WatchFor", description = "A sign to act on if it appears later.")
    record WatchAnswer(
            @Schema(description = "How the person would notice it.")
            String text,

            @Schema(ref = "Level", description = "The level that it would bring at once, without asking again.")
            String then,

            @JsonIgnore @Schema(hidden = true) Encoded encoded)
            implements Constant {

        WatchAnswer(String text, String then) {
            this(text, then, new Encoded());
        }
    }

    @Schema(name = "ReadingLink", description = "A public page to read, by somebody else, that our project has read.")
    record LinkAnswer(
            @Schema(ref = "EducationRef", description = "Which page.")
            String id,

            @Schema(description = "Its title, in its own language.")
            String title,

            @Schema(description = "Its address.", format = "uri")
            String url,

            @Schema(description = "Who publishes it. Show it beside the link.")
            String publisher,

            @Schema(ref = "LanguageTag", description = "The language of the page.")
            String language,

            @Schema(ref = "CauseRef", description = "The causes it is about; empty for a general page.")
            List<String> causes,

            @JsonIgnore @Schema(hidden = true) Encoded encoded)
            implements Constant {

        LinkAnswer(String id, String title, String url, String publisher, String language, List<String> causes) {
            this(id, title, url, publisher, language, causes, new Encoded());
        }
    }

    @Schema(name = "Basis", description = "What the answer rests on, so that it can be repeated and checked.")
    record Basis(
            @Schema(
                    description = "Version of the clinical knowledge, as year.month.number.",
                    pattern = "^\\d{4}\\.\\d{2}\\.\\d+$",
                    examples = "2026.11.0")
            String knowledgeVersion,

            @Schema(
                    description = "Hash of all files of that knowledge; it changes with every change of them.",
                    pattern = "^sha256:[0-9a-f]{64}$")
            String knowledgeDigest,

            @Schema(ref = "RedFlagRef", description = "Red flags that hold, whatever their level.")
            List<String> rulesFired,

            @Schema(
                    description =
                            "Hash of the report, whatever the order of its findings: the same facts have the same hash. "
                                    + "Treat it as you treat the report.",
                    pattern = "^sha256:[0-9a-f]{64}$")
            String reportDigest)
            implements Valued {

        @Override
        public @Nullable Object[] values() {
            return new Object[] {knowledgeVersion, knowledgeDigest, rulesFired, reportDigest};
        }
    }
}
