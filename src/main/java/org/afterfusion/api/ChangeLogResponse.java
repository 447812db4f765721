package org.afterfusion.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The change log on the wire. */
@Schema(name = "ChangeLog", description = "Which versions are in service, and what changed on the way to them.")
record ChangeLogResponse(
        @Schema(
                description =
                        "Version of the knowledge in service. A report may insist on it with knowledgeVersion or the header "
                                + "Knowledge-Version.",
                pattern = KnowledgeVersions.FORM,
                examples = "2026.11.4")
        String knowledgeVersion,

        @Schema(
                description = "Version of this contract in service, as in the info of the OpenAPI document.",
                examples = "1.0.0")
        String contractVersion,

        @Schema(
                description =
                        "Every version, or those after the one asked for; newest first. Empty: nothing came after it.")
        List<ReleaseEntry> releases) {

    @Schema(name = "Release", description = "One version and what changed in it.")
    record ReleaseEntry(
            @Schema(ref = "ReleaseKind", description = "What the version is of.")
            String kind,

            @Schema(description = "The version; stable, never given twice.", examples = "2026.11.1")
            String version,

            @Schema(description = "The day it came into being.", format = "date", examples = "2026-11-22")
            String date,

            @Schema(description = "What is other than in the version before; never empty.")
            List<ChangeEntry> changes) {}

    @Schema(name = "ChangeLogEntry", description = "One change.")
    record ChangeEntry(
            @Schema(ref = "ChangeEffect", description = "How it is other than before.")
            String effect,

            @Schema(description = "What changed, in the language of the answer.")
            String text,

            @Schema(description = "Whether a report can get a higher urgency level than before because of it.")
            boolean raises,

            @Schema(
                    description =
                            "Whether a report can get a lower urgency level than before because of it. Check your own cases "
                                    + "before you rely on it.")
            boolean lowers,

            @Schema(
                    description =
                            "Ids of findings it is about, the most telling ones where there are many. May be empty.")
            List<String> findings,

            @Schema(ref = "CauseRef", description = "Ids of causes it is about. May be empty.")
            List<String> causes,

            @Schema(ref = "RedFlagRef", description = "Ids of red flags it is about. May be empty.")
            List<String> redFlags) {}
}
