package org.afterfusion.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.afterfusion.api.json.Constant;
import org.afterfusion.api.json.Encoded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the service decides by: causes and red flags on the wire. */
final class CatalogRules {

    private CatalogRules() {}

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
            List<CauseAnswer.CodingAnswer> codings,

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
            List<String> sources,

            @JsonIgnore @Schema(hidden = true) Encoded encoded)
            implements Constant {}

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
            List<String> sources,

            @JsonIgnore @Schema(hidden = true) Encoded encoded)
            implements Constant {}

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
}
