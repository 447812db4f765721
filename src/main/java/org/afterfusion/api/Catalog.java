package org.afterfusion.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.afterfusion.api.json.Constant;
import org.afterfusion.api.json.Encoded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be asked, and what the service names: findings, pages, sources and levels on the wire. */
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
            List<EvidenceEntry> evidence,

            @JsonIgnore @Schema(hidden = true) Encoded encoded)
            implements Constant {}

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
            String supports,

            @JsonIgnore @Schema(hidden = true) Encoded encoded)
            implements Constant {}

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
}
