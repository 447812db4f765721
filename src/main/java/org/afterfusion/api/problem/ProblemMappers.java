package org.afterfusion.api.problem;

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
    private final AllowedMethods allowedMethods;

    ProblemMappers(Problems problems, Languages languages, AllowedMethods allowedMethods) {
        this.problems = problems;
        this.languages = languages;
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(ProblemException exception, ContainerRequestContext request) {
        return respond(problems.of(exception, languages.of(request))).build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(WebApplicationException exception, ContainerRequestContext request) {
        var type = ProblemType.of(exception.getResponse().getStatus());
        var response = respond(problems.of(type, languages.of(request)));
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            response.header(
                    HttpHeaders.ALLOW, allowedMethods.at(request.getUriInfo().getPath()));
        }
        return response.build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(Throwable thrown, ContainerRequestContext request) {
        return respond(problems.of(thrown, languages.of(request))).build();
    }

    private static RestResponse.ResponseBuilder<Problem> respond(Problem problem) {
        return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE);
    }
}
