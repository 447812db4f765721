package org.afterfusion.api;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.afterfusion.triage.RecoveryTimeline;
import org.afterfusion.triage.TriageEngine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is usual when after a fusion. Cacheable, localized by Accept-Language. */
@Path("/v1/recovery")
@Produces(APPLICATION_JSON)
@Tag(name = "Catalog")
@NonBlocking
public final class RecoveryResource {

    private final RecoveryTimeline timeline;
    private final Languages languages;

    RecoveryResource(TriageEngine engine, Languages languages) {
        this.timeline = engine.knowledge().recovery();
        this.languages = languages;
    }

    @GET
    @Operation(
            operationId = "listRecovery",
            summary = "List the phases of the recovery",
            description =
                    "What many people feel at which time after a fusion, what is not usual then, and whom to tell. Draw a timeline "
                            + "from it. Usual does not mean safe: show both lists of a phase together, and let a triage judge symptoms.")
    @APIResponse(
            responseCode = "200",
            description =
                    "The phases in order: the first begins on the day of surgery, each next one on the day after.")
    public List<RecoveryPhaseEntry> listRecovery(@Context HttpHeaders headers) {
        return RecoveryPhaseEntry.listOf(timeline, languages.of(headers));
    }
}
