package org.afterfusion.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.afterfusion.api.problem.Problem;
import org.afterfusion.evaluation.Evaluation;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the OpenAPI document what annotations would only repeat: which properties are always there (those of our records that
 * are not nullable), that reports take no unknown properties, and an example for every request and answer in JSON.
 *
 * <p>Examples are the files {@code openapi/<operationId>.request.json}, {@code openapi/<operationId>.<status>.json} and, for
 * errors, {@code openapi/problem.<status>.json}; a test holds them against the running service.
 */
@OpenApiFilter(stages = RunStage.RUNTIME_STARTUP)
public final class ContractFilter implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Class<?>> ANSWERS = List.of(
            TriageResponse.class,
            Catalog.class,
            SafetyFile.class,
            Problem.class,
            EvaluationResponse.class,
            Evaluation.class);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        records(ANSWERS).filter(ContractFilter::isOnTheWire).forEach(type -> require(schemas, type));
        records(List.of(SymptomReportRequest.class))
                .map(ContractFilter::schemaName)
                .map(schemas::get)
                .forEach(schema -> schema.setAdditionalPropertiesSchema(
                        OASFactory.createSchema().booleanSchema(false)));
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getOperationId() != null)
                .forEach(ContractFilter::addExamples);
    }

    private static Stream<Class<?>> records(List<Class<?>> outermost) {
        return outermost.stream()
                .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                .filter(Class::isRecord);
    }

    /** The stored evaluation has some records that reach the wire only in other form. */
    private static boolean isOnTheWire(Class<?> type) {
        return type.isAnnotationPresent(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    }

    private static void require(Map<String, Schema> schemas, Class<?> type) {
        var schema = schemas.get(schemaName(type));
        if (schema == null) {
            throw new IllegalStateException("no schema for " + type);
        }
        Stream.of(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(component -> component.getName().equals("supporting") ? "for" : component.getName())
                .forEach(schema::addRequired);
    }

    private static String schemaName(Class<?> type) {
        var annotation = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return annotation == null ? type.getSimpleName() : annotation.name();
    }

    private static void addExamples(Operation operation) {
        if (operation.getRequestBody() != null) {
            addExample(operation.getRequestBody().getContent(), operation.getOperationId() + ".request");
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getContent() != null) {
                boolean isProblem = response.getContent().hasMediaType(Problem.MEDIA_TYPE);
                addExample(response.getContent(), (isProblem ? "problem" : operation.getOperationId()) + "." + status);
            }
        });
    }

    private static void addExample(Content content, String name) {
        var example = OASFactory.createExample().summary("A real exchange").value(read(name));
        content.getMediaTypes().forEach((type, media) -> {
            if (!type.equals(MediaType.TEXT_HTML)) {
                media.addExample("example", example);
            }
        });
    }

    private static JsonNode read(String name) {
        var path = "/openapi/" + name + ".json";
        try (var file = ContractFilter.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no example " + path);
            }
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
