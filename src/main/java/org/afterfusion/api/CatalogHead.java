package org.afterfusion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which knowledge is in service, and by which method it ranks, on the wire. */
final class CatalogHead {

    private CatalogHead() {}

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

            @Schema(
                    description = "How many times all answers with no together may lower or raise a cause.",
                    minimum = "1")
            double absentLimit,

            @Schema(description = "How many times all evidence together may raise or lower a cause.", minimum = "1")
            double evidenceLimit,

            @Schema(
                    description =
                            "A cause that no answer but a no makes at least so many times likelier does not come first while "
                                    + "another is.",
                    minimum = "1")
            double supportFrom,

            @Schema(
                    description = "Share from which a dangerous cause stands in mustExclude.",
                    minimum = "0",
                    maximum = "1")
            double mustExcludeFrom,

            @Schema(description = "What these numbers rest on.")
            String basis) {}
}
