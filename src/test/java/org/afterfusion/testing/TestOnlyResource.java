package org.afterfusion.testing;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.afterfusion.api.http.Deprecation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** Stands for operations that the service does not have: one on its way out, one below triage, one that logs, one that fails. */
@Path(TestOnlyResource.PATH)
@Produces(MediaType.TEXT_PLAIN)
public class TestOnlyResource {

    public static final String PATH = "/v1/triage/test-only";

    public static final String CATEGORY = "org.afterfusion.testing.loop";

    public static final String BLOCKING_CATEGORY = "org.afterfusion.testing.worker";

    @GET
    @NonBlocking
    @Operation(hidden = true)
    @Deprecation(
            since = "2027-01-01",
            sunset = "2027-07-01",
            successor = "/v2/triage",
            link = "https://example.org/moving")
    public String goingAway() {
        Logger.getLogger(CATEGORY).info("answered");
        return "soon gone";
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public String staying(String body) {
        Logger.getLogger(BLOCKING_CATEGORY).info("answered");
        return "here to stay";
    }

    @POST
    @Path("fault")
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public String failing(String body) {
        throw new IllegalStateException(body, new IllegalArgumentException("inner " + body));
    }
}
