package org.afterfusion.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * Has every operation refer to the {@linkplain SharedComponents shared components} it needs. Which they are follows from its
 * method, its path, its parameters and its body.
 */
final class SharedParts {

    private static final String TRIAGES = "/v1/triage";
    private static final String INTERVIEW = "/v1/interview";

    private SharedParts() {}

    /** Adds servers and components to the document, and references to them to its operations. */
    static void addTo(OpenAPI document) {
        addServer(document);
        SharedComponents.addTo(document.getComponents());
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> refer(operation, path, method)));
    }

    private static void addServer(OpenAPI document) {
        document.addServer(OASFactory.createServer()
                .url("{scheme}://{host}")
                .description(
                        "Where the service is deployed. The defaults are those of a service started on your own machine.")
                .addVariable(
                        "scheme",
                        OASFactory.createServerVariable()
                                .defaultValue("http")
                                .enumeration(List.of("http", "https"))
                                .description("Use https everywhere but on your own machine: reports are about health."))
                .addVariable(
                        "host",
                        OASFactory.createServerVariable()
                                .defaultValue("localhost:8080")
                                .description("Host, with the port where it is not the usual one.")));
    }

    private static void refer(Operation operation, String path, PathItem.HttpMethod method) {
        var responses = new TreeMap<>(operation.getResponses().getAPIResponses());
        var body = operation.getRequestBody();
        boolean reads = method == PathItem.HttpMethod.GET;
        responses.forEach((status, response) -> {
            if (response.getRef() == null) {
                var headers = reads && status.equals("200")
                        ? Stream.concat(SharedComponents.ON_EVERY_ANSWER.stream(), Stream.of(HttpHeaders.ETAG))
                        : SharedComponents.ON_EVERY_ANSWER.stream();
                SharedComponents.withHeaders(response, headers);
            }
        });
        if (reads) {
            responses.put("304", reference("NotModified"));
            operation.addParameter(
                    OASFactory.createParameter().ref("#/components/parameters/" + HttpHeaders.IF_NONE_MATCH));
        }
        if (takesQuery(operation)) {
            responses.put("400", reference("BadQuery"));
        }
        if (path.startsWith(TRIAGES) || path.equals(INTERVIEW)) {
            responses.put("400", reference("BadQuery"));
            responses.put("409", reference("VersionNotServed"));
            operation.addParameter(
                    OASFactory.createParameter().ref("#/components/parameters/" + KnowledgeVersions.HEADER));
        }
        if (path.equals(BatchResource.PATH)) {
            responses.put("503", reference("Busy"));
        }
        if (path.contains("{")) {
            responses.put("404", reference("NotFound"));
        }
        if (body != null) {
            responses.put("415", reference("UnsupportedMediaType"));
            if (body.getContent().hasMediaType(MediaType.APPLICATION_JSON)) {
                responses.put("400", reference("InvalidReport"));
                responses.put("408", reference("RequestTimeout"));
                responses.put("413", reference("TooLarge"));
            }
        }
        responses.put("401", reference("Unauthorized"));
        responses.put("403", reference("Forbidden"));
        responses.put("406", reference("NotAcceptable"));
        responses.put("429", reference("TooManyRequests"));
        responses.put("500", reference("InternalError"));
        operation.setResponses(OASFactory.createAPIResponses());
        responses.forEach(operation.getResponses()::addAPIResponse);
        operation.addParameter(
                OASFactory.createParameter().ref("#/components/parameters/" + HttpHeaders.ACCEPT_LANGUAGE));
        operation.setSecurity(security(reads));
    }

    /** No token, or one with any of the scopes that do. */
    private static List<SecurityRequirement> security(boolean reads) {
        var none = OASFactory.createSecurityRequirement();
        return reads
                ? List.of(none, token(SharedComponents.CATALOGUE), token(SharedComponents.TRIAGE))
                : List.of(none, token(SharedComponents.TRIAGE));
    }

    private static SecurityRequirement token(String scope) {
        return OASFactory.createSecurityRequirement().addScheme(SharedComponents.TOKEN, scope);
    }

    private static boolean takesQuery(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> one.getIn() == Parameter.In.QUERY);
    }

    private static APIResponse reference(String name) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }
}
