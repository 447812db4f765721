package org.afterfusion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The entries of the catalogue on the wire. */
final class Catalog {

    private Catalog() {}

    @Schema(
            name = "Finding",
            description = "One thing that can be asked or observed, with all that is needed to ask it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingEntry(
            @Schema(ref = "FindingRef", description = "Its id, to answer it with in a report.")
            String id,

            @Schema(ref = "FindingKind", description = "What kind of thing it is.")
            String kind,

            @Schema(ref = "FindingType", description = "How it is answered.")
            String type,

            @Schema(
                    description =
                            "When to ask it. 1: always, safety first. 2: by default. 3: when something else makes it worth it.",
                    minimum = "1",
                    maximum = "3")
            int tier,

            @Schema(description = "Short name, for lists; starts in lower case.")
            String label,

            @Schema(description = "The question, for the person. Ask it in these words.")
            String ask,

            @Schema(description = "Why it is asked, for the person.")
            String why,

            @Schema(description = "The name of it for clinicians.")
            String clinicalTerm,

            @Schema(description = "Lay words for it, for searching; may be empty.")
            List<String> synonyms,

            @Schema(description = "Least number that a report may give. Left out unless the type is value.") @Nullable
            Double minimum,

            @Schema(description = "Greatest number that a report may give. Left out unless the type is value.")
            @Nullable
            Double maximum,

            @Schema(
                    description =
                            "The unit of the number. Left out unless the type is value. Convert before you send: a temperature in "
                                    + "Fahrenheit is out of range.",
                    examples = "degrees Celsius")
            @Nullable
            String unit,

            @Schema(description = "The choices, least worrying first; empty unless the type is choice.")
            List<ChoiceEntry> choices,

            @Schema(ref = "RedFlagRef", description = "Red flags that look at it.")
            List<String> redFlags,

            @Schema(ref = "CauseRef", description = "Causes it speaks for or against.")
            List<String> causes,

            @Schema(
                    description =
                            "How often each answer goes with each cause, for clinicians and reviewers. Left out in lists.")
            @Nullable
            List<EvidenceEntry> evidence) {}

    @Schema(name = "FindingChoice", description = "One choice of a finding.")
    record ChoiceEntry(
            @Schema(description = "What a report gives as choice.", examples = "cloudy")
            String id,

            @Schema(description = "The choice in words, for the person.")
            String text) {}

    @Schema(
            name = "Evidence",
            description =
                    "How often an answer is given, among all and among people with a cause. Nobody has measured these shares in "
                            + "this population; the grade says how they were come by.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EvidenceEntry(
            @Schema(description = "Which answer it is about, in words.")
            String statement,

            @Schema(
                    description = "Share of all people with a leg symptom after fusion who give this answer.",
                    minimum = "0",
                    maximum = "1")
            double baseRate,

            @Schema(
                    description =
                            "Share of people with each cause who give it, by cause id. A cause that is not there has the base rate.")
            Map<String, Double> causes,

            @Schema(ref = "EvidenceGrade", description = "How well the numbers are known.")
            String grade,

            @Schema(description = "Which number rests on what.")
            String basis,

            @Schema(ref = "SourceRef", description = "The sources of the numbers.")
            List<String> sources) {}

    @Schema(
            name = "Cause",
            description =
                    "A possible cause of leg symptoms after spinal fusion, as it is known before any report. Never a diagnosis.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CauseEntry(
            @Schema(ref = "CauseRef", description = "Its id.")
            String id,

            @Schema(description = "Name in plain words, for the person.")
            String name,

            @Schema(description = "Name in medical words, for clinicians.")
            String clinicalName,

            @Schema(description = "What it is, in one or two sentences, for the person.")
            String definition,

            @Schema(description = "What happens and how it feels, for the person.")
            String summary,

            @Schema(
                    ref = "Level",
                    description =
                            "How soon it by itself usually wants action. The level of a triage answer may be higher and counts.")
            String urgency,

            @Schema(description = "Whether missing it could cost life, limb, nerve or bladder within days.")
            boolean dangerous,

            @Schema(ref = "Contact", description = "Whom to contact about it.")
            String contact,

            @Schema(description = "When it usually begins, for the person.")
            String onset,

            @Schema(description = "How many people get it, for the person.")
            String howOften,

            @Schema(description = "What makes it more likely, for the person.")
            String moreLikely,

            @Schema(description = "What makes it less likely, for the person. None of it rules the cause out.")
            String lessLikely,

            @Schema(description = "How it usually goes on, for the person. It promises nothing.")
            String expectedCourse,

            @Schema(description = "What teams usually do about it, for the person. Not an order to do it.")
            String usualCare,

            @Schema(description = "What usually happens next, for the person.")
            String usualNextStep,

            @Schema(description = "What the person can do meanwhile, one instruction each; may be empty.")
            List<String> selfCare,

            @Schema(
                    description =
                            "Our own short explanation, for the person, where no public page was found. Left out for most causes.")
            @Nullable
            String explainer,

            @Schema(description = "Codes for records, for clinicians to choose from; may be empty.")
            List<TriageResponse.CodingAnswer> codings,

            @Schema(
                    description =
                            "How common it is by time since surgery, before anything else is known; the windows follow each other.")
            List<WeightEntry> weights,

            @Schema(description = "What multiplies the weights; may be empty.")
            List<MultiplierEntry> multipliers,

            @Schema(
                    ref = "CauseFloor",
                    description =
                            "The level that it forces once its share is high enough. Left out when it has none of its own.")
            @Nullable
            FloorEntry floor,

            @Schema(ref = "FindingRef", description = "Findings that speak for or against it.")
            List<String> findings,

            @Schema(ref = "EducationRef", description = "Pages to read about it, in the language of the answer.")
            List<String> education,

            @Schema(ref = "ReviewStatus", description = "Whether a clinician has reviewed this entry.")
            String status,

            @Schema(ref = "SourceRef", description = "What the entry rests on.")
            List<String> sources) {}

    @Schema(
            name = "Weight",
            description = "Relative weight among 1,000 people with a leg symptom, in a window of days after surgery.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WeightEntry(
            @Schema(description = "First day of the window, counted from surgery.", minimum = "0")
            int fromDay,

            @Schema(description = "Last day of the window. Left out for the last window, which has no end.") @Nullable
            Integer toDay,

            @Schema(description = "The weight: larger is more common. A judgement, not a measured rate.", minimum = "0")
            double weight) {}

    @Schema(name = "Multiplier", description = "A fact that makes a cause more or less common.")
    record MultiplierEntry(
            @Schema(
                    description =
                            "The condition, in the words of the knowledge files. To read, not to compute with: its form may change.")
            Map<String, Object> when,

            @Schema(description = "What the weight is multiplied by when the condition holds.", minimum = "0")
            double times,

            @Schema(ref = "SourceRef", description = "What it rests on.")
            List<String> sources) {}

    @Schema(name = "CauseFloor", description = "A cause that is likely enough asks for at least this level.")
    record FloorEntry(
            @Schema(
                    description = "Share from which it counts, among this cause and the less urgent ones.",
                    minimum = "0",
                    maximum = "1")
            double share,

            @Schema(ref = "Level", description = "The level that it asks for at least.")
            String level,

            @Schema(description = "Why this share and this level, for clinicians and reviewers.")
            String why,

            @Schema(ref = "SourceRef", description = "What it rests on.")
            List<String> sources) {}

    @Schema(
            name = "RedFlag",
            description = "A safety rule that sets a floor under the urgency. No cause, however likely, lowers it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RedFlagEntry(
            @Schema(ref = "RedFlagRef", description = "Its id.")
            String id,

            @Schema(description = "Short name, for clinicians and reviewers.")
            String title,

            @Schema(description = "The reason that an answer gives, for the person.")
            String because,

            @Schema(description = "Why the rule exists, for clinicians and reviewers.")
            String why,

            @Schema(
                    description =
                            "How a person would notice it, for the person. Left out where a person could not act on it.")
            @Nullable
            String watchFor,

            @Schema(description = "Levels with their conditions; the highest that holds counts.")
            List<RedFlagFloorEntry> floors,

            @Schema(ref = "FindingRef", description = "Findings it looks at.")
            List<String> findings,

            @Schema(ref = "CauseRef", description = "Causes to exclude when it has fired; may be empty.")
            List<String> pointsTo,

            @Schema(
                    description =
                            "What was changed against the evidence file, each with its reason, for reviewers; may be empty.")
            List<String> refinements,

            @Schema(ref = "ReviewStatus", description = "Whether a clinician has reviewed this rule.")
            String status,

            @Schema(ref = "SourceRef", description = "What the rule rests on.")
            List<String> sources) {}

    @Schema(name = "RedFlagFloor", description = "One level of a red flag with its condition.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RedFlagFloorEntry(
            @Schema(ref = "Level", description = "The level it asks for at least.")
            String level,

            @Schema(
                    description =
                            "The condition, in the words of the knowledge files. To read, not to compute with: its form may change.")
            Map<String, Object> when,

            @Schema(
                    description =
                            "The reassuring facts under which this floor does not count; each must be reported, and nothing else "
                                    + "lowers it. Left out when nothing does.")
            @Nullable
            Map<String, Object> unless) {}

    @Schema(name = "EducationLink", description = "A public page in plain words, by somebody else.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EducationEntry(
            @Schema(ref = "EducationRef", description = "Its id.")
            String id,

            @Schema(description = "Its title, in its own language.")
            String title,

            @Schema(description = "Who publishes it. Show it beside the link.")
            String publisher,

            @Schema(description = "Its address.", format = "uri")
            String url,

            @Schema(ref = "LanguageTag", description = "The language of the page.")
            String language,

            @Schema(ref = "CauseRef", description = "The causes it is about; may be empty for a general page.")
            List<String> causes,

            @Schema(description = "Whether it fits every cause.")
            boolean general,

            @Schema(ref = "ReadingLevel", description = "How hard it is to read, estimated.")
            String readingLevel,

            @Schema(ref = "Seen", description = "Whether anybody of the project read it.")
            String seen,

            @Schema(description = "What to know before you show it. Left out when there is nothing.") @Nullable
            String caution) {}

    @Schema(name = "Source", description = "Where a number or a rule comes from.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceEntry(
            @Schema(ref = "SourceRef", description = "Its id.")
            String id,

            @Schema(description = "The reference, in its own language.")
            String cite,

            @Schema(description = "Its https address. Left out when it has none.", format = "uri") @Nullable
            String href,

            @Schema(description = "Its identifier as the bibliography prints it: an address, a DOI or words.")
            String printed,

            @Schema(
                    description =
                            "How much of it was read: abstract, page (all of a web page), second-hand (quoted by another source) or "
                                    + "none.",
                    examples = "abstract")
            String depth,

            @Schema(description = "What kind of source it is. More kinds may come.", examples = "cohort")
            String kind,

            @Schema(description = "What it is used for here.")
            String supports) {}

    @Schema(name = "UrgencyLevel", description = "What one level asks of the person.")
    record UrgencyLevelEntry(
            @Schema(ref = "Level", description = "The level.")
            String level,

            @Schema(
                    description = "The level as a number, 1 routine to 5 emergency-ambulance: higher is more urgent.",
                    minimum = "1",
                    maximum = "5")
            int rank,

            @Schema(description = "The level as a headline, for the person.")
            String title,

            @Schema(description = "What to do, for the person. Show it whole and unchanged.")
            String action,

            @Schema(
                    description = "ISO 8601 duration in which to be examined or to reach help; PT0S is at once.",
                    format = "duration",
                    examples = "PT24H")
            String actWithin,

            @Schema(ref = "Contact", description = "Whom to contact.")
            String contact,

            @Schema(description = "Whom to contact, in words, for the person.")
            String contactName,

            @Schema(
                    description = "ISO 8601 duration after which to ask again, or at once if anything gets worse.",
                    format = "duration",
                    examples = "P2D")
            String recheckAfter,

            @Schema(description = "What to do meanwhile, one instruction each, for the person.")
            List<String> meanwhile) {}

    @Schema(name = "Knowledge", description = "The clinical knowledge in service: which it is and how far to trust it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KnowledgeEntry(
            @Schema(
                    description = "Its version, as year.month.number.",
                    pattern = "^\\d{4}\\.\\d{2}\\.\\d+$",
                    examples = "2026.11.0")
            String version,

            @Schema(
                    description = "Hash of all its files; it changes with every change of them.",
                    pattern = "^sha256:[0-9a-f]{64}$")
            String digest,

            @Schema(
                    ref = "ReviewStatus",
                    description =
                            "Whether a clinician has reviewed it as a whole. While it is a draft, say so to users.")
            String status,

            @Schema(description = "Who reviewed it. Left out while it is a draft.") @Nullable
            String reviewedBy,

            @Schema(description = "The day of the review. Left out while it is a draft.", format = "date") @Nullable
            String reviewedOn,

            @Schema(ref = "LanguageTag", description = "The languages of the texts.")
            List<String> languages,

            @Schema(ref = "KnowledgeCounts", description = "How much it holds.")
            Counts counts,

            @Schema(ref = "Method", description = "The numbers of the method and what they rest on.")
            MethodEntry method,

            @Schema(ref = "IntendedUse", description = "What the service is for, and what it is not for.")
            SafetyFile.IntendedUseEntry intendedUse,

            @Schema(description = "What its answers are and are not. Show it wherever you show them.")
            String notice) {}

    @Schema(name = "KnowledgeCounts", description = "How many entries the knowledge has.")
    record Counts(
            @Schema(description = "Causes that can be ranked.")
            int causes,

            @Schema(description = "Findings that can be reported.")
            int findings,

            @Schema(description = "Safety rules.") int redFlags,

            @Schema(description = "Pages to read.") int education,

            @Schema(description = "Sources.") int sources,

            @Schema(description = "Causes and red flags that a clinician has reviewed.")
            int reviewed) {}

    @Schema(
            name = "Method",
            description =
                    "The numbers by which causes are ranked, for reviewers. They never touch what a red flag asks for.")
    record MethodEntry(
            @Schema(
                    description =
                            "Exponent that tempers the weights by time and what multiplies them; 1 would be none.")
            double priorExponent,

            @Schema(description = "What each further finding about the same thing counts, as an exponent.")
            double clusterExponent,

            @Schema(description = "What a no counts, as an exponent; 1 would be fully.")
            double absentExponent,

            @Schema(description = "How many times all answers with no together may lower a cause.", minimum = "1")
            double absentLimit,

            @Schema(description = "How many times all evidence together may raise or lower a cause.", minimum = "1")
            double evidenceLimit,

            @Schema(
                    description = "Share from which a dangerous cause stands in mustExclude.",
                    minimum = "0",
                    maximum = "1")
            double mustExcludeFrom,

            @Schema(description = "What these numbers rest on.")
            String basis) {}
}
