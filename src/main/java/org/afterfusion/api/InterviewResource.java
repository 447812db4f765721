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
import org.afterfusion.api.json.SentJson;
import org.afterfusion.interview.Interviewer;
import org.afterfusion.triage.TriageEngine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The next question to a person. Stateless: the report so far comes with every call, and no part of it is kept. */
@Path("/v1/interview")
@Produces(APPLICATION_JSON)
@Tag(
        name = "Interview",
        description =
                "What to ask next and when to stop, one screen at a time. Nothing is stored: send the whole report each time, "
                        + "with one screen more answered.")
@NonBlocking
public final class InterviewResource {

    private final ReportReader reports;
    private final Interviewer interviewer;
    private final Interviews interviews;
    private final Languages languages;
    private final KnowledgeVersions versions;
    private final ObjectWriter writer;
    private final TriageMeters meters;

    InterviewResource(
            ReportReader reports,
            TriageEngine engine,
            Interviews interviews,
            Languages languages,
            KnowledgeVersions versions,
            ObjectMapper mapper,
            TriageMeters meters) {
        this.reports = reports;
        this.interviewer = new Interviewer(engine);
        this.interviews = interviews;
        this.languages = languages;
        this.versions = versions;
        writer = mapper.writerFor(InterviewResponse.class);
        this.meters = meters;
    }

    @POST
    @Consumes(APPLICATION_JSON)
    @Operation(
            operationId = "interview",
            summary = "Ask the next screen of questions, or stop",
            description =
                    "Takes the report so far, at first with no finding at all, and answers with the next screen to show: first "
                            + "what could be an emergency, then what tells the likely causes apart. Put the answers into the report and "
                            + "send it again until the interview is done. \"None of these\" means absent for every finding of the screen. "
                            + "The same report gives the same screen, whatever the order of its findings; to go back or to change an "
                            + "answer, send the report without it.")
    @RequestBody(
            required = true,
            description = "The report so far, in UTF-8 and at most 64 KiB.",
            content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = InterviewReport.NAME)))
    @APIResponse(
            responseCode = "200",
            description = "The next screen, or the reason to stop, and the triage so far.",
            content =
                    @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = InterviewResponse.class)))
    public Buffer interview(byte[] body, @Context HttpHeaders headers, @Context RoutingContext request)
            throws IOException {
        var report = reports.readBegun(body, versions.faults(headers.getRequestHeaders()));
        var interview = interviewer.after(report);
        var answer = interviews.of(report, interview, languages.of(headers));
        meters.interviewed(interview);
        new TriageNotes(answer.triage()).leaveWith(request);
        return SentJson.of(answer, writer);
    }
}
