package org.afterfusion.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.afterfusion.api.problem.ProblemException;
import org.afterfusion.api.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body that does not say what it is: the framework would take it for whatever the resource consumes. */
final class DeclaredBodies {

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        boolean declared = type != null && !type.isBlank() && !type.contains(MediaType.MEDIA_TYPE_WILDCARD);
        if (request.getMethod().equals(HttpMethod.POST) && !declared) {
            throw new ProblemException(ProblemType.NOT_JSON);
        }
    }
}
