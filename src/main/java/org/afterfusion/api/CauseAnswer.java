package org.afterfusion.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.afterfusion.api.json.Constant;
import org.afterfusion.api.json.Encoded;
import org.afterfusion.api.json.Framed;
import org.afterfusion.api.json.Varying;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A possible cause in an answer, with its reasons. */
@Schema(name = "RankedCause", description = "A possible cause with what speaks for and against it. Never a diagnosis.")
record CauseAnswer(
        @Schema(ref = "CauseRef", description = "Which cause.")
        String id,

        @Schema(description = "Name in plain words, for the person.")
        String name,

        @Schema(description = "Name in medical words, for clinicians.")
        String clinicalName,

        @Schema(description = "Codes for records, for clinicians to choose from; may be empty.")
        List<CodingAnswer> codings,

        @Schema(
                description = "Place among all causes, 1 for the likeliest. In mustExclude places may be missing.",
                minimum = "1")
        @Varying
        int rank,

        @Schema(ref = "Band", description = "How strongly the facts point to it. Show this rather than the share.")
        @Varying
        String band,

        @Schema(
                description =
                        "Share relative to the other modelled causes and the unexplained. Not a probability: it is not "
                                + "calibrated against outcomes, so do not show it to the person as a percentage.",
                minimum = "0",
                maximum = "1")
        @Varying
        double share,

        @Schema(
                ref = "Level",
                description =
                        "How soon this cause by itself usually wants action. It may be milder than the urgency of the answer, "
                                + "which alone counts.")
        String urgency,

        @Schema(description = "What it is and how it feels, for the person.")
        String summary,

        @Schema(description = "How it usually goes on, for the person. It promises nothing.")
        String expectedCourse,

        @Schema(description = "What usually happens next, for the person.")
        String usualNextStep,

        @Schema(
                ref = "Contact",
                description =
                        "Whom to contact about this cause. Where the urgency names another contact, that one counts.")
        String contact,

        @JsonProperty("for") @Schema(description = "What speaks for it, strongest first.") @Varying
        List<ReasonAnswer> supporting,

        @Schema(description = "What speaks against it, strongest first.") @Varying
        List<ReasonAnswer> against,

        @Schema(description = "What would usually be there and is absent, then what was not asked and would tell most.")
        @Varying
        List<ReasonAnswer> missing,

        @Schema(ref = "EducationRef", description = "The pages in education of this answer that fit this cause.")
        @Varying
        List<String> education,

        @Schema(
                description =
                        "Our own short explanation, for the person, where no public page was found. Left out for most causes.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String explainer,

        @JsonIgnore @Schema(hidden = true) Encoded encoded)
        implements Framed {

    @Override
    public @Nullable Object[] values() {
        return new Object[] {rank, band, share, supporting, against, missing, education};
    }

    /** Returns this cause as it stands in a report. */
    CauseAnswer in(
            int rank,
            String band,
            double share,
            List<ReasonAnswer> supporting,
            List<ReasonAnswer> against,
            List<ReasonAnswer> missing,
            List<String> education) {
        return new CauseAnswer(
                id,
                name,
                clinicalName,
                codings,
                rank,
                band,
                share,
                urgency,
                summary,
                expectedCourse,
                usualNextStep,
                contact,
                supporting,
                against,
                missing,
                education,
                explainer,
                encoded);
    }

    @Schema(name = "Coding", description = "One code for records, as a suggestion to a clinician.")
    record CodingAnswer(
            @Schema(
                    description = "The code system, as a URI.",
                    format = "uri",
                    examples = "http://hl7.org/fhir/sid/icd-10-cm")
            String system,

            @Schema(description = "The code in that system.", examples = "M96.0")
            String code,

            @Schema(description = "The words of the code system, in its own language.")
            String display,

            @Schema(description = "Whether the code was checked against a published code page.")
            boolean verified,

            @Schema(
                    description =
                            "False when the code system wants more characters (side, encounter) before it is valid.")
            boolean complete,

            @JsonIgnore @Schema(hidden = true) Encoded encoded)
            implements Constant {

        CodingAnswer(String system, String code, String display, boolean verified, boolean complete) {
            this(system, code, display, verified, complete, new Encoded());
        }
    }

    @Schema(name = "Reason", description = "One finding that speaks for or against a cause, or would if it were known.")
    record ReasonAnswer(
            @Schema(ref = "FindingRef", description = "Which finding.")
            String finding,

            @Schema(description = "The reason in words, for the person.")
            String text,

            @Schema(
                    description =
                            "Evidence in decibans (10 log10 of the likelihood ratio), for clinicians: positive speaks for the "
                                    + "cause, negative against it. For a finding not asked, what a yes would weigh.")
            double weight,

            @JsonIgnore @Schema(hidden = true) Encoded encoded)
            implements Constant {

        ReasonAnswer(String finding, String text, double weight) {
            this(finding, text, weight, new Encoded());
        }
    }
}
