package org.afterfusion.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.afterfusion.api.http.RequestIds;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to the OpenAPI document the headers that every answer bears, and the one that insists on a version of the knowledge. */
@OpenApiFilter(stages = RunStage.RUNTIME_STARTUP)
public final class HeaderContract implements OASFilter {

    private static final String BELOW_TRIAGE = "/v1/triage";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        components.addHeader(RequestIds.HEADER, requestId()).addHeader(KnowledgeVersions.HEADER, servedVersion());
        components.addParameter(KnowledgeVersions.HEADER, wantedVersion());
        if (components.getResponses() != null) {
            components.getResponses().values().forEach(HeaderContract::addHeaders);
        }
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> {
                    if (path.startsWith(BELOW_TRIAGE)) {
                        operation.addParameter(OASFactory.createParameter().ref(KnowledgeVersions.HEADER));
                    }
                    operation.getResponses().getAPIResponses().values().forEach(HeaderContract::addHeaders);
                }));
    }

    /** A response that only points to a shared one has the headers of that one. */
    private static void addHeaders(APIResponse response) {
        if (response.getRef() == null) {
            response.addHeader(RequestIds.HEADER, OASFactory.createHeader().ref(RequestIds.HEADER));
            response.addHeader(
                    KnowledgeVersions.HEADER, OASFactory.createHeader().ref(KnowledgeVersions.HEADER));
        }
    }

    private static Header requestId() {
        return OASFactory.createHeader()
                .description(
                        "Id of this request, to name when something has to be looked into. Send a header of the same name "
                                + "to choose it yourself: 1 to 128 letters, digits, periods, hyphens, underscores or tildes. "
                                + "Anything else is replaced by a new id. It goes to the log of the service, so keep out "
                                + "whatever could identify a person. A traceparent header (W3C Trace Context) goes there too.")
                .required(true)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).pattern(RequestIds.FORM))
                .example("6b0f5a7c-0c52-4e0d-9a59-6f0d5d1a3c11");
    }

    private static Header servedVersion() {
        return OASFactory.createHeader()
                .description("Version of the knowledge in service, also on errors. Keep it with the answer.")
                .required(true)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).pattern(KnowledgeVersions.FORM))
                .example("2026.11.2");
    }

    private static Parameter wantedVersion() {
        return OASFactory.createParameter()
                .name(KnowledgeVersions.HEADER)
                .in(In.HEADER)
                .required(false)
                .description(
                        "Insists on a version of the knowledge, as knowledgeVersion in a report does. If another one is in "
                                + "service the request is refused with 409. Left out: whatever is in service answers.")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).pattern(KnowledgeVersions.FORM))
                .example("2026.11.2");
    }
}
