package org.afterfusion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The entries of the catalogue on the wire. */
final class Catalog {

    private Catalog() {}

    @Schema(name = "Finding", description = "One thing that can be asked or observed.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingEntry(
            String id,

            @Schema(enumeration = {"symptom", "sign", "history", "risk-factor"})
            String kind,

            @Schema(
                    description = "Which of presence, value and choice answers it.",
                    enumeration = {"presence", "value", "choice"})
            String type,

            @Schema(
                    description =
                            "1: always ask, safety first. 2: ask by default. 3: ask when something else makes it worth it.",
                    minimum = "1",
                    maximum = "3")
            int tier,

            @Schema(description = "Short name.") String label,

            @Schema(description = "The question to the person.")
            String ask,

            @Schema(description = "Why it is asked.") String why,

            @Schema(description = "For clinicians.") String clinicalTerm,

            @Schema(description = "Lay words for it.") List<String> synonyms,

            @Nullable Double minimum,

            @Nullable Double maximum,

            @Nullable String unit,

            @Schema(description = "Options of a choice.") List<ChoiceEntry> choices,

            @Schema(description = "Red flags that look at it.")
            List<String> redFlags,

            @Schema(description = "Causes it speaks for or against.")
            List<String> causes,

            @Schema(description = "How often each answer goes with each cause; only for a single finding.") @Nullable
            List<EvidenceEntry> evidence) {}

    @Schema(name = "FindingChoice")
    record ChoiceEntry(String id, String text) {}

    @Schema(name = "Evidence", description = "How often an answer is given, among all and among people with a cause.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EvidenceEntry(
            String statement,

            @Schema(description = "Share of all people with a leg symptom after fusion who give this answer.")
            double baseRate,

            @Schema(description = "Share of people with each cause who give it, by cause id.")
            Map<String, Double> causes,

            @Schema(
                    description = "published-size: the size follows from a published figure of a related population; "
                            + "published-link: the link is published, the size judged; judged: both are judged.",
                    enumeration = {"published-size", "published-link", "judged"})
            String grade,

            String basis,

            List<String> sources) {}

    @Schema(name = "Cause", description = "A possible cause of leg symptoms after spinal fusion.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CauseEntry(
            String id,
            String name,
            String clinicalName,
            String definition,
            String summary,

            @Schema(enumeration = {"routine", "soon", "same-day", "emergency", "emergency-ambulance"})
            String urgency,

            @Schema(description = "Missing it could cost life, limb, nerve or bladder within days.")
            boolean dangerous,

            String contact,
            String onset,
            String howOften,
            String moreLikely,
            String lessLikely,
            String expectedCourse,
            String usualCare,
            String usualNextStep,
            List<String> selfCare,
            @Nullable String explainer,
            List<TriageResponse.CodingAnswer> codings,

            @Schema(description = "How common it is by time since surgery, before anything else is known.")
            List<WeightEntry> weights,

            @Schema(description = "What multiplies the weights.")
            List<MultiplierEntry> multipliers,

            @Schema(description = "From this share on the answer is at least at this level.") @Nullable
            FloorEntry floor,

            @Schema(description = "Findings that speak for or against it.")
            List<String> findings,

            @Schema(description = "Ids of pages to read.") List<String> education,
            @Schema(enumeration = {"draft", "reviewed"}) String status,
            List<String> sources) {}

    @Schema(
            name = "Weight",
            description = "Relative weight among 1,000 people with a leg symptom, in a window of days.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WeightEntry(int fromDay, @Nullable Integer toDay, double weight) {}

    @Schema(name = "Multiplier")
    record MultiplierEntry(
            @Schema(description = "The condition, in the words of the knowledge files.")
            Map<String, Object> when,

            double times,
            List<String> sources) {}

    @Schema(name = "CauseFloor")
    record FloorEntry(double share, String level, String why, List<String> sources) {}

    @Schema(name = "RedFlag", description = "A rule that sets a floor under the urgency.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RedFlagEntry(
            String id,
            String title,
            @Schema(description = "For the person.") String because,

            @Schema(description = "For clinicians and reviewers.")
            String why,

            @Schema(description = "How a person would notice it.") @Nullable
            String watchFor,

            @Schema(description = "Levels with their conditions; the highest that holds counts.")
            List<RedFlagFloorEntry> floors,

            @Schema(description = "Findings it looks at.") List<String> findings,

            @Schema(description = "Causes to exclude when it has fired.")
            List<String> pointsTo,

            @Schema(description = "What was changed against the evidence file, with the reason.")
            List<String> refinements,

            @Schema(enumeration = {"draft", "reviewed"}) String status,
            List<String> sources) {}

    @Schema(name = "RedFlagFloor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RedFlagFloorEntry(
            @Schema(enumeration = {"routine", "soon", "same-day", "emergency", "emergency-ambulance"})
            String level,

            @Schema(description = "The condition, in the words of the knowledge files.")
            Map<String, Object> when,

            @Schema(description = "The reassuring facts under which this floor does not count; nothing else lowers it.")
            @Nullable
            Map<String, Object> unless) {}

    @Schema(name = "EducationLink", description = "A page on the web in plain words.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EducationEntry(
            String id,
            String title,
            String publisher,
            String url,
            @Schema(enumeration = {"en", "es"}) String language,
            List<String> causes,
            @Schema(description = "Fits every cause.") boolean general,

            @Schema(
                    description = "Estimated: easy about grade 6-8, mid 9-11, hard above.",
                    enumeration = {"easy", "mid", "hard"})
            String readingLevel,

            @Schema(
                    description = "Whether anybody of the project read the page. Unread pages are never in an answer.",
                    enumeration = {"read", "partly", "unread"})
            String seen,

            @Nullable String caution) {}

    @Schema(name = "Source", description = "Where a number or a rule comes from.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceEntry(
            String id,
            String cite,
            @Nullable String href,

            @Schema(description = "The identifier as the bibliography prints it.")
            String printed,

            @Schema(description = "How much of it was read: abstract, page, second-hand or none.")
            String depth,

            String kind,
            String supports) {}

    @Schema(name = "UrgencyLevel", description = "What one level asks of the person.")
    record UrgencyLevelEntry(
            @Schema(enumeration = {"routine", "soon", "same-day", "emergency", "emergency-ambulance"})
            String level,

            int rank,
            String title,
            String action,

            @Schema(description = "ISO 8601 duration in which to act.")
            String actWithin,

            String contact,
            String contactName,

            @Schema(description = "ISO 8601 duration after which to ask again.")
            String recheckAfter,

            List<String> meanwhile) {}

    @Schema(name = "Knowledge", description = "The knowledge base in service.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KnowledgeEntry(
            String version,
            String digest,

            @Schema(
                    description = "draft: no clinician has reviewed it.",
                    enumeration = {"draft", "reviewed"})
            String status,

            @Nullable String reviewedBy,
            @Nullable String reviewedOn,
            List<String> languages,
            Counts counts,

            @Schema(description = "The numbers of the method and what they rest on.")
            MethodEntry method,

            @Schema(description = "What the service is for, and what it is not for.")
            SafetyFile.IntendedUseEntry intendedUse,

            String notice) {}

    @Schema(name = "KnowledgeCounts")
    record Counts(int causes, int findings, int redFlags, int education, int sources, int reviewed) {}

    @Schema(name = "Method")
    record MethodEntry(
            double priorExponent,
            double clusterExponent,
            double absentExponent,
            double absentLimit,
            double evidenceLimit,
            double mustExcludeFrom,
            String basis) {}
}
