package org.afterfusion.api.problem;

import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.afterfusion.api.Languages;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that can be thrown below the resources into a problem. */
final class ProblemMappers {

    private final Problems problems;
    private final Languages languages;

    ProblemMappers(Problems problems, Languages languages) {
        this.problems = problems;
        this.languages = languages;
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(ProblemException exception, ContainerRequestContext request) {
        return respond(problems.of(exception, languages.of(request)), null);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(WebApplicationException exception, ContainerRequestContext request) {
        var type = ProblemType.of(exception.getResponse().getStatus());
        return respond(
                problems.of(type, languages.of(request)),
                exception.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }

    /** Our own fault. Class and place go to the log; the message stays out of it, since it may quote the report. */
    @ServerExceptionMapper
    RestResponse<Problem> map(Throwable thrown, ContainerRequestContext request) {
        var trace = thrown.getStackTrace();
        Log.errorf("%s at %s", thrown.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return respond(problems.of(ProblemType.INTERNAL_ERROR, languages.of(request)), null);
    }

    private static RestResponse<Problem> respond(Problem problem, @org.jspecify.annotations.Nullable String allow) {
        var response = RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE);
        if (allow != null) {
            response.header(HttpHeaders.ALLOW, allow);
        }
        return response.build();
    }
}
