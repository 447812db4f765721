package org.afterfusion.api;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What a triage costs without triage: takes a report through the same stack and the same checks, then answers with the bytes of a
 * file. Whatever {@code /v1/triage} takes beyond this is the engine and its answer.
 */
@Path("/v1/floor")
@Produces(APPLICATION_JSON)
@NonBlocking
public final class FloorResource {

    private final ReportReader reports;
    private final Languages languages;
    private final KnowledgeVersions versions;
    private final byte[] answer;

    FloorResource(
            ReportReader reports,
            Languages languages,
            KnowledgeVersions versions,
            @ConfigProperty(name = "afterfusion.floor.answer", defaultValue = "/dev/null") java.nio.file.Path answer)
            throws IOException {
        this.reports = reports;
        this.languages = languages;
        this.versions = versions;
        this.answer = Files.readAllBytes(answer);
    }

    @POST
    @Consumes(APPLICATION_JSON)
    @Operation(hidden = true)
    public RestResponse<byte[]> floor(byte[] body, @Context HttpHeaders headers) {
        reports.read(body, versions.faults(headers.getRequestHeaders()));
        return RestResponse.ResponseBuilder.ok(answer)
                .header(HttpHeaders.CONTENT_LANGUAGE, languages.of(headers))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
