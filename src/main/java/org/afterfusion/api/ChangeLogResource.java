package org.afterfusion.api;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.afterfusion.api.ChangeLogResponse.ChangeEntry;
import org.afterfusion.api.ChangeLogResponse.ReleaseEntry;
import org.afterfusion.api.problem.Fault;
import org.afterfusion.api.problem.ProblemException;
import org.afterfusion.api.problem.ProblemType;
import org.afterfusion.triage.ChangeLog.Change;
import org.afterfusion.triage.ChangeLog.Release;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Words;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What changed from version to version. Cacheable, localized by Accept-Language. */
@Path("/v1/changes")
@Produces(APPLICATION_JSON)
@Tag(name = "Catalog")
@NonBlocking
public final class ChangeLogResource {

    private final KnowledgeBase knowledge;
    private final Languages languages;
    private final String contractVersion;

    ChangeLogResource(
            TriageEngine engine,
            Languages languages,
            @ConfigProperty(name = "quarkus.smallrye-openapi.info-version") String contractVersion) {
        this.knowledge = engine.knowledge();
        this.languages = languages;
        this.contractVersion = contractVersion;
    }

    @GET
    @Operation(
            operationId = "listChanges",
            summary = "Read what changed from version to version",
            description =
                    "The versions of the knowledge and of this contract, newest first. Read it before you move to a new version, "
                            + "and look first at changes that lower a level. Texts follow Accept-Language (en, es).")
    @APIResponse(
            responseCode = "200",
            description = "The versions in service and the log down from them.",
            content =
                    @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = ChangeLogResponse.class)))
    public RestResponse<ChangeLogResponse> listChanges(
            @Parameter(
                            description =
                                    "A version that stands in the log, of the knowledge or of the contract: only what came after "
                                            + "it is listed.",
                            example = "2026.11.0")
                    @QueryParam("since")
                    @Nullable
                    String since,
            @Context HttpHeaders headers) {
        var language = languages.of(headers);
        return RestResponse.ok(new ChangeLogResponse(
                knowledge.version(),
                contractVersion,
                releasesAfter(since).stream()
                        .map(release -> entry(release, language))
                        .toList()));
    }

    /** The log goes down in time, so what came after a version is what stands above it. */
    private List<Release> releasesAfter(@Nullable String version) {
        var releases = knowledge.changeLog().releases();
        if (version == null) {
            return releases;
        }
        var versions = releases.stream().map(Release::version).toList();
        if (!versions.contains(version)) {
            throw new ProblemException(
                    ProblemType.BAD_REQUEST,
                    List.of(Fault.of("since", Fault.Code.UNKNOWN_WORD, String.join(", ", versions))),
                    List.of());
        }
        return releases.subList(0, versions.indexOf(version));
    }

    private static ReleaseEntry entry(Release release, String language) {
        return new ReleaseEntry(
                Words.of(release.kind()),
                release.version(),
                release.date(),
                release.changes().stream()
                        .map(change -> entry(change, language))
                        .toList());
    }

    private static ChangeEntry entry(Change change, String language) {
        return new ChangeEntry(
                Words.of(change.effect()),
                change.text().in(language),
                change.raises(),
                change.lowers(),
                change.findings(),
                change.causes(),
                change.redFlags());
    }
}
