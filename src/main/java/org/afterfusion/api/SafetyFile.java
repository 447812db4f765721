package org.afterfusion.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the service is for and how it could do harm, on the wire. */
final class SafetyFile {

    private SafetyFile() {}

    @Schema(name = "IntendedUse", description = "What the service is for. It claims no conformity with any regulation.")
    record IntendedUseEntry(
            @Schema(description = "What it is for.") String purpose,

            @Schema(description = "Who sends reports and reads answers.")
            List<String> users,

            @Schema(description = "Whom the reports are about.")
            List<String> patients,

            @Schema(description = "Where it may stand, and what must stand around it.")
            String environment,

            @Schema(description = "What it does not do.") List<String> limits,

            @Schema(description = "Whom and what it must not be used for.")
            List<String> notFor,

            @Schema(description = "Which regulations it claims to meet, if any.")
            String conformity) {}

    @Schema(
            name = "HazardLog",
            description =
                    "How the service could lead to harm, what stands against it, which tests prove that, and what "
                            + "whoever deploys it must do.")
    record HazardLogEntry(
            @Schema(
                    description = "Version of the knowledge that the log is part of.",
                    pattern = "^\\d{4}\\.\\d{2}\\.\\d+$",
                    examples = "2026.11.0")
            String knowledgeVersion,

            @Schema(ref = "ReviewStatus", description = "Whether somebody qualified has reviewed the log.")
            String status,

            @Schema(description = "What the ratings are worth. Show it beside them.")
            String notice,

            @Schema(description = "What each word for severity means, least first.")
            List<ScaleEntry> severities,

            @Schema(description = "What each word for likelihood means, least first.")
            List<ScaleEntry> likelihoods,

            @Schema(description = "The hazards; with the parameter rule, those that the rule controls.")
            List<HazardEntry> hazards,

            @Schema(description = "Known shortcomings of the service that are not mended; not filtered.")
            List<AnomalyEntry> anomalies) {}

    @Schema(name = "HazardScale", description = "One word of a scale.")
    record ScaleEntry(
            @Schema(description = "The word used in ratings.", examples = "major")
            String word,

            @Schema(description = "What it means.") String meaning) {}

    @Schema(name = "Hazard", description = "One way in which the service could lead to harm.")
    record HazardEntry(
            @Schema(ref = "HazardRef", description = "Its id.")
            String id,

            @Schema(description = "What goes wrong.") String hazard,

            @Schema(description = "What it could do to somebody.")
            String harm,

            @Schema(description = "What could bring it about.")
            String how,

            @Schema(ref = "HazardAffected", description = "Who could come to harm, or has to deal with it.")
            List<String> affected,

            @Schema(ref = "HazardRisk", description = "The risk without any control.")
            RiskEntry before,

            @Schema(ref = "HazardControls", description = "What the service does about it.")
            ControlsEntry controls,

            @Schema(ref = "HazardRisk", description = "The risk with the controls.")
            RiskEntry after,

            @Schema(description = "What is left, and what whoever deploys the service must do.")
            String residual) {}

    @Schema(name = "HazardRisk", description = "An editorial rating; no figure was measured.")
    record RiskEntry(
            @Schema(ref = "HazardSeverity", description = "How bad the harm could be.")
            String severity,

            @Schema(ref = "HazardLikelihood", description = "How likely the harm is.")
            String likelihood) {}

    @Schema(
            name = "HazardControls",
            description = "What stands against a hazard; empty where the service can do nothing.")
    record ControlsEntry(
            @Schema(ref = "RedFlagRef", description = "The red flags that look for it.")
            List<String> rules,

            @Schema(description = "How the service is built against it.")
            List<String> design,

            @Schema(description = "Tests that prove it: a class of the source's test tree, or a class, # and a method.")
            List<String> tests) {}

    @Schema(name = "Anomaly", description = "A known shortcoming that is not mended.")
    record AnomalyEntry(
            @Schema(ref = "AnomalyRef", description = "Its id.")
            String id,

            @Schema(description = "What is not as it should be.")
            String what,

            @Schema(description = "What to do meanwhile.") String workaround,

            @Schema(ref = "HazardRef", description = "The hazards that it feeds.")
            List<String> hazards) {}
}
