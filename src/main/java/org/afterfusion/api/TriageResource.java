package org.afterfusion.api;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import org.afterfusion.api.TriageMeters.Source;
import org.afterfusion.api.json.SentJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Triage of one symptom report. Stateless: no part of a report is stored or logged; what is measured is the answer's level. */
@Path("/v1/triage")
@Produces(APPLICATION_JSON)
@Tag(
        name = "Triage",
        description =
                "How soon to act on what is reported, and why. Nothing of a report is stored. Never answer a person with less "
                        + "than the level given.")
@NonBlocking
public final class TriageResource {

    private final Triages triages;
    private final Languages languages;
    private final KnowledgeVersions versions;
    private final ObjectWriter writer;

    TriageResource(Triages triages, Languages languages, KnowledgeVersions versions, ObjectMapper mapper) {
        this.triages = triages;
        this.languages = languages;
        this.versions = versions;
        writer = mapper.writerFor(TriageResponse.class);
    }

    @POST
    @Consumes(APPLICATION_JSON)
    @Operation(
            operationId = "triage",
            summary = "Say how soon to act, and rank possible causes",
            description =
                    "Takes one symptom report and answers with the urgency, the ranked possible causes with their reasons, "
                            + "the questions still open, and reading links. A report with nothing but daysAgo and one finding is enough "
                            + "to begin; send it again with more answers. The same report and knowledge give the same answer.")
    @RequestBody(
            required = true,
            description = "The report, in UTF-8 and at most 64 KiB.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = SymptomReportRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The triage: how soon to act, then everything that explains it.",
            content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = TriageResponse.class)))
    public Buffer triage(byte[] body, @Context HttpHeaders headers, @Context RoutingContext request)
            throws IOException {
        var answer = triages.answer(
                body, versions.faults(headers.getRequestHeaders()), languages.of(headers), Source.SINGLE);
        new TriageNotes(answer).leaveWith(request);
        return SentJson.of(answer, writer);
    }
}
