package org.afterfusion.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.afterfusion.api.TriageMeters.Source;
import org.afterfusion.api.access.RateLimit;
import org.afterfusion.api.http.CutOff;
import org.afterfusion.api.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Triage of many symptom reports, one a line. Stateless, as for one: no part of a report is stored or logged. */
@Path(BatchResource.PATH)
@Tag(name = "Triage")
@Blocking
public final class BatchResource {

    /** Where batches go: the one address that takes a body of any length. */
    public static final String PATH = "/v1/triage/batch";

    static final String NDJSON = "application/x-ndjson";

    private final Triages triages;
    private final Languages languages;
    private final Problems problems;
    private final TriageMeters meters;
    private final ObjectWriter writer;

    BatchResource(Triages triages, Languages languages, Problems problems, TriageMeters meters, ObjectMapper mapper) {
        this.triages = triages;
        this.languages = languages;
        this.problems = problems;
        this.meters = meters;
        writer = mapper.writerFor(BatchAnswer.class);
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @Operation(
            operationId = "triageBatch",
            summary = "Triage many reports, one a line",
            description =
                    "Takes any number of symptom reports, one a line, and answers each as POST /v1/triage would, in the same "
                            + "order, one line each, as soon as it is ready. Texts of all lines follow Accept-Language (en, es). "
                            + "A line that is not accepted is answered with its problem and never stops the others, so status 200 "
                            + "says nothing about a single line: look at each. Read the answers while you send: the service stops "
                            + "reading when you do. A client that sends all before it reads should send at most a few hundred "
                            + "lines a request. An answer that ends without its last chunk is not complete.")
    @RequestBody(
            required = true,
            description =
                    "Reports as newline-delimited JSON in UTF-8: one SymptomReport a line, at most 64 KiB, ended by LF or "
                            + "CR LF; any number of lines. Blank lines are skipped.",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            description = "Lines of JSON; each is a SymptomReport.",
                                            contentMediaType = NDJSON,
                                            contentSchema = SymptomReportRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "One line for each line of the request that is not blank, with a triage or a problem.",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            description = "Lines of JSON; each is a BatchAnswer.",
                                            contentMediaType = NDJSON,
                                            contentSchema = BatchAnswer.class)))
    public RestResponse<StreamingOutput> triageAll(
            InputStream body, @Context HttpHeaders headers, @Context RoutingContext request) {
        var language = languages.of(headers);
        var tally = new BatchTally(meters);
        tally.leaveWith(request);
        var batch = new Batch(
                report -> {
                    RateLimit.countAnother(request);
                    return tally.answered(triages.answer(report, List.of(), language, Source.BATCH));
                },
                thrown -> tally.refused(problems.of(thrown, language)),
                writer);
        var http = request.request();
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(out -> stream(batch, body, out, http))
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** A batch that fails halfway must not look complete: the connection is cut instead of the answer ended. */
    private static void stream(Batch batch, InputStream body, OutputStream out, HttpServerRequest request) {
        try {
            batch.run(body, out, request.response()::closed);
        } catch (IOException gone) {
            CutOff.cut(request);
        }
    }
}
