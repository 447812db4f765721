package org.afterfusion.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.afterfusion.api.access.RateLimit;
import org.afterfusion.api.http.RequestIds;
import org.afterfusion.api.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What operations have in common, written once: errors with their headers, request headers and access. */
final class SharedComponents {

    static final String TOKEN = "token";
    static final String TRIAGE = "triage";
    static final String CATALOGUE = "catalogue";

    static final List<String> ON_EVERY_ANSWER = List.of(
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.VARY,
            HttpHeaders.CACHE_CONTROL,
            RequestIds.HEADER,
            KnowledgeVersions.HEADER);

    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    private SharedComponents() {}

    static void addTo(Components components) {
        addHeaders(components);
        addParameters(components);
        addResponses(components);
        components.addSecurityScheme(TOKEN, token());
    }

    private static SecurityScheme token() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description(
                        "Only where the deployment asks for a token: get an access token (JWT) by client credentials from the "
                                + "authorization server that your operator names, and send it as a bearer token. The address "
                                + "here only holds its place.")
                .flows(OASFactory.createOAuthFlows()
                        .clientCredentials(OASFactory.createOAuthFlow()
                                .tokenUrl("https://authorization-server.example/token")
                                .addScope(
                                        TRIAGE,
                                        "Send reports and read their answers, and all that the other scope allows.")
                                .addScope(CATALOGUE, "Read what the service knows and what it reached.")));
    }

    private static void addHeaders(Components components) {
        components
                .addHeader(
                        HttpHeaders.CONTENT_LANGUAGE,
                        header(text().examples(List.of("en")), "Language of the texts in this answer."))
                .addHeader(
                        HttpHeaders.VARY,
                        header(
                                text().examples(List.of("Accept-Language, Accept-Encoding")),
                                "Request headers that this answer depends on. Caches must keep languages apart."))
                .addHeader(
                        HttpHeaders.CACHE_CONTROL,
                        header(
                                text().examples(List.of("no-store")),
                                "Whether the answer may be kept. Answers to reports and errors must not be stored (no-store); "
                                        + "catalog answers may, and are to be revalidated by their entity tag."))
                .addHeader(
                        HttpHeaders.ETAG,
                        header(
                                text().pattern("^W/\"[^\"]+\"$").examples(List.of("W/\"1.0.0-f1b29bd662f513a3-en\"")),
                                "Entity tag of this answer in this language. Send it as If-None-Match next time."))
                .addHeader(
                        RequestIds.HEADER,
                        header(
                                text().pattern(RequestIds.FORM),
                                "Id of this request in the logs of the service. Name it when you report a problem. Send a header "
                                        + "of the same name to choose it yourself: 1 to 128 letters, digits, periods, hyphens, "
                                        + "underscores or tildes, and nothing that could identify a person. Anything else is "
                                        + "replaced by a new id. The trace of a traceparent header (W3C Trace Context) goes to "
                                        + "the logs too."))
                .addHeader(
                        KnowledgeVersions.HEADER,
                        header(
                                version(),
                                "Version of the knowledge in service, on errors too. Keep it with the answer."))
                .addHeader(
                        HttpHeaders.RETRY_AFTER,
                        header(
                                OASFactory.createSchema()
                                        .type(List.of(SchemaType.INTEGER))
                                        .minimum(BigDecimal.ZERO)
                                        .examples(List.of(30)),
                                "Seconds to wait before the next try."))
                .addHeader(
                        WWW_AUTHENTICATE,
                        header(
                                text().examples(List.of("Bearer realm=\"afterfusion\", error=\"invalid_token\"")),
                                "Which kind of token is asked for, and what was wrong with the one sent (RFC 6750)."))
                .addHeader(
                        RateLimit.POLICY_HEADER,
                        header(
                                text().examples(List.of("\"client\";q=120;w=60")),
                                "How many requests (q) a client may make in how many seconds (w); on other answers too. It "
                                        + "follows draft-ietf-httpapi-ratelimit-headers-11."))
                .addHeader(
                        RateLimit.HEADER,
                        header(
                                text().examples(List.of("\"client\";r=0;t=1")),
                                "How many requests are left to the client (r) and, where none is, in how many seconds there is "
                                        + "one again (t); on other answers too."));
    }

    private static void addParameters(Components components) {
        components
                .addParameter(
                        HttpHeaders.ACCEPT_LANGUAGE,
                        parameter(
                                HttpHeaders.ACCEPT_LANGUAGE,
                                text().examples(List.of("es", "es-MX, es;q=0.9, en;q=0.5")),
                                "Languages the reader understands, with quality values. English where none of them is in "
                                        + "service; Content-Language says which one it became. It never changes a level."))
                .addParameter(
                        HttpHeaders.IF_NONE_MATCH,
                        parameter(
                                HttpHeaders.IF_NONE_MATCH,
                                text().examples(List.of("W/\"1.0.0-f1b29bd662f513a3-en\"")),
                                "Entity tags of answers that you hold. If one is still right, the answer is 304 without a "
                                        + "body."))
                .addParameter(
                        KnowledgeVersions.HEADER,
                        parameter(
                                KnowledgeVersions.HEADER,
                                version(),
                                "Insists on a version of the knowledge, as knowledgeVersion in a report does. If another one is "
                                        + "in service the request is refused with 409. Left out: whatever is in service "
                                        + "answers."));
    }

    private static Schema version() {
        return text().pattern(KnowledgeVersions.FORM).examples(List.of("2026.11.4"));
    }

    private static void addResponses(Components components) {
        components
                .addResponse(
                        "NotModified",
                        withHeaders(
                                OASFactory.createAPIResponse()
                                        .description(
                                                "What you hold is still right: the entity tag sent as If-None-Match is that "
                                                        + "of the present answer. No body."),
                                Stream.concat(ON_EVERY_ANSWER.stream(), Stream.of(HttpHeaders.ETAG))))
                .addResponse(
                        "InvalidReport",
                        problem(
                                "The report is not accepted, and urgency was not assessed. Every fault is listed with its place: "
                                        + "mend them and send it again at once. Until then show safetyNet, and if redFlagsSeen "
                                        + "is not empty treat it as urgent.",
                                Map.of(
                                        "faults",
                                                "A misspelt id and a number out of range, with a worrying finding recognised",
                                        "not-json", "A body that is cut off"),
                                "400"))
                .addResponse(
                        "BadQuery",
                        problem(
                                "A query parameter or header is not understood; the errors name it and what it takes.",
                                Map.of("query", "A word that the parameter does not take"),
                                "400"))
                .addResponse(
                        "Unauthorized",
                        problem(
                                "Only where the deployment asks for a token: none came, or it is not valid or out of date. Get "
                                        + "a new one and send the request again.",
                                "401",
                                WWW_AUTHENTICATE))
                .addResponse(
                        "Forbidden",
                        problem(
                                "Only where the deployment asks for a token: this one lacks the scope of the operation.",
                                "403",
                                WWW_AUTHENTICATE))
                .addResponse(
                        "NotFound",
                        problem(
                                "Nothing has this id in the knowledge in service. Ids are never reused; see the list of the "
                                        + "same kind.",
                                "404"))
                .addResponse(
                        "NotAcceptable",
                        problem("The Accept header allows none of the formats of this operation.", "406"))
                .addResponse(
                        "RequestTimeout",
                        problem(
                                "The body did not arrive in time, and the connection is closed. Urgency was not assessed: show "
                                        + "safetyNet to whoever waits, and send the report again.",
                                "408"))
                .addResponse(
                        "VersionNotServed",
                        problem(
                                "A version of the knowledge is insisted on that is not in service; the errors name the one that "
                                        + "is. Urgency was not assessed: show safetyNet to whoever waits. Leave the version out "
                                        + "to get an answer with the knowledge in service.",
                                "409"))
                .addResponse(
                        "TooLarge",
                        problem(
                                "The body is larger than 64 KiB. Urgency was not assessed: show safetyNet to whoever waits.",
                                "413"))
                .addResponse(
                        "UnsupportedMediaType",
                        problem(
                                "The Content-Type is missing or not the one of this operation. Urgency was not assessed.",
                                "415"))
                .addResponse(
                        "TooManyRequests",
                        problem(
                                "Too many requests in a short time, where the deployment limits them. Urgency was not assessed: "
                                        + "show safetyNet to whoever waits, and try again after Retry-After. In a batch every "
                                        + "line counts as a request more, and lines too many are answered with this problem.",
                                "429",
                                HttpHeaders.RETRY_AFTER,
                                RateLimit.POLICY_HEADER,
                                RateLimit.HEADER))
                .addResponse(
                        "InternalError",
                        problem(
                                "The fault is ours. Urgency was not assessed: show safetyNet to whoever waits. Sending the "
                                        + "same report again is safe.",
                                "500"))
                .addResponse(
                        "Busy",
                        problem(
                                "The service has as many batches under way as it takes. Nothing of this one was read: send it "
                                        + "again after Retry-After. Single reports are still answered.",
                                "503",
                                HttpHeaders.RETRY_AFTER));
    }

    private static APIResponse problem(String description, String status, String... headers) {
        return problem(description, Map.of(), status, headers);
    }

    /** Describes an error with its examples by name; one without names has the example of its status. */
    private static APIResponse problem(
            String description, Map<String, String> examples, String status, String... headers) {
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        if (examples.isEmpty()) {
            media.addExample("problem", Examples.of("problem." + status, "The problem with this status"));
        }
        new TreeMap<>(examples)
                .forEach((name, summary) ->
                        media.addExample(name, Examples.of("problem." + status + "." + name, summary)));
        return withHeaders(
                OASFactory.createAPIResponse()
                        .description(description)
                        .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media)),
                Stream.concat(ON_EVERY_ANSWER.stream(), Stream.of(headers)));
    }

    /** Adds references to the headers with these names. */
    static APIResponse withHeaders(APIResponse response, Stream<String> names) {
        names.forEach(name -> response.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name)));
        return response;
    }

    private static Header header(Schema schema, String description) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    private static Parameter parameter(String name, Schema schema, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(schema);
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }
}
