package org.afterfusion.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import org.afterfusion.api.Languages;

/** Answers requests with a problem before any resource sees them. */
@Singleton
public final class ProblemResponder {

    private final Problems problems;
    private final Languages languages;
    private final ObjectMapper mapper;

    ProblemResponder(Problems problems, Languages languages, ObjectMapper mapper) {
        this.problems = problems;
        this.languages = languages;
        this.mapper = mapper;
    }

    /** Ends the request with the problem in the language asked for; what is still to come of its body is thrown away. */
    public void respond(RoutingContext request, ProblemType type) {
        var language = language(request);
        respond(request, problems.of(type, language), language);
    }

    /** Ends the request with the problem for whatever was thrown, and logs what is our own fault. */
    void respond(RoutingContext request, Throwable thrown) {
        var language = language(request);
        respond(request, problems.of(thrown, language), language);
    }

    private String language(RoutingContext request) {
        return languages.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private void respond(RoutingContext request, Problem problem, String language) {
        request.request().resume();
        try {
            request.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, language)
                    .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
