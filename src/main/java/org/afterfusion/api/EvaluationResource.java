package org.afterfusion.api;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.TEXT_HTML;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What the service reached on published cases, for programs and, in a browser, to read and print. */
@Path("/v1/evaluation")
@Tag(
        name = "Evaluation",
        description =
                "What the service reached on published cases. Not evidence of accuracy on people: show the statements with any "
                        + "figure.")
@NonBlocking
public final class EvaluationResource {

    /** The page holds its own style, and asks nobody for anything. */
    private static final String NOTHING_FROM_ELSEWHERE =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final EvaluationAnswers answers;
    private final EvaluationPage page;
    private final Languages languages;

    EvaluationResource(EvaluationAnswers answers, EvaluationPage page, Languages languages) {
        this.answers = answers;
        this.page = page;
        this.languages = languages;
    }

    @GET
    @Produces(APPLICATION_JSON)
    @Operation(
            operationId = "getEvaluation",
            summary = "Read what the service reached on published cases",
            description =
                    "Figures with intervals and counts, every case with its source, and the knowledge they were measured on. "
                            + "With Accept: text/html the same as a page to read and print.")
    @APIResponse(
            responseCode = "200",
            description = "The figures with what they are worth.",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = EvaluationResponse.class)),
                @Content(mediaType = TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public RestResponse<EvaluationResponse> getEvaluation(@Context HttpHeaders headers) {
        return RestResponse.ResponseBuilder.ok(answers.in(languages.of(headers)))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    @GET
    @Produces(TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<String> getEvaluationPage(@Context HttpHeaders headers) {
        return RestResponse.ResponseBuilder.ok(page.in(languages.of(headers)))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", NOTHING_FROM_ELSEWHERE)
                .build();
    }
}
