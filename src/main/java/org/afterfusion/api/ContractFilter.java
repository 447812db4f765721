package org.afterfusion.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.afterfusion.api.json.Encoded;
import org.afterfusion.api.problem.Problem;
import org.afterfusion.evaluation.Evaluation;
import org.afterfusion.triage.TriageEngine;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the OpenAPI document what annotations would only repeat: the {@linkplain WordLists word lists}, the
 * {@linkplain SharedParts errors, headers and access} of all operations, the {@linkplain Examples examples}, which properties are
 * always there (those that are not nullable), which of reports may be null, and that reports take no unknown ones.
 *
 * <p>In annotations a {@code ref} on a list means its entries.
 */
@OpenApiFilter(stages = RunStage.RUNTIME_STARTUP)
public final class ContractFilter implements OASFilter {

    private static final List<Class<?>> ANSWERS = List.of(
            TriageResponse.class,
            CauseAnswer.class,
            BatchAnswer.class,
            InterviewResponse.class,
            Catalog.class,
            CatalogRules.class,
            CatalogHead.class,
            SafetyFile.class,
            Problem.class,
            EvaluationResponse.class,
            Evaluation.class,
            ChangeLogResponse.class,
            RecoveryPhaseEntry.class);
    private static final List<Class<?>> REPORTS = List.of(SymptomReportRequest.class);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var knowledge = CDI.current().select(TriageEngine.class).get().knowledge();
        document.getInfo().setDescription(introduction());
        var components = document.getComponents();
        var schemas = new TreeMap<>(components.getSchemas());
        schemas.values().forEach(ContractFilter::tidy);
        records(ANSWERS).filter(ContractFilter::isOnTheWire).forEach(type -> complete(schemas, type));
        records(REPORTS).forEach(type -> complete(schemas, type));
        records(REPORTS).forEach(type -> closeAndAllowNull(schemas, type));
        InterviewReport.addTo(schemas, existing(schemas, SymptomReportRequest.class));
        schemas.putAll(WordLists.of(knowledge));
        components.setSchemas(schemas);
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> {
                    if (operation.getParameters() != null) {
                        operation.getParameters().forEach(parameter -> tidy(parameter.getSchema()));
                    }
                    Examples.addTo(operation);
                });
        SharedParts.addTo(document);
    }

    private static String introduction() {
        try (var file = ContractFilter.class.getResourceAsStream("/openapi/introduction.md")) {
            if (file == null) {
                throw new IllegalStateException("no introduction of the OpenAPI document");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Leaves a reference nothing beside it but its description. */
    private static void tidy(Schema schema) {
        if (schema.getRef() != null) {
            schema.setType(null);
            schema.setFormat(null);
            schema.setEnumeration(null);
        }
        if (schema.getItems() != null) {
            tidy(schema.getItems());
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(ContractFilter::tidy);
        }
    }

    /** Completes an object by what its record says: which properties are lists of what they refer to, and which must be there. */
    private static void complete(Map<String, Schema> schemas, Class<?> type) {
        var schema = existing(schemas, type);
        schema.setRequired(List.of());
        for (var component : type.getRecordComponents()) {
            if (component.getType() == Encoded.class) {
                continue;
            }
            var name = component.getName().equals("supporting") ? "for" : component.getName();
            var property = schema.getProperties().get(name);
            if (property == null) {
                throw new IllegalStateException("no property for " + component);
            }
            if (property.getRef() != null) {
                schema.addProperty(name, listed(component.getGenericType(), property));
            }
            if (!isNullable(component)) {
                schema.addRequired(name);
            }
        }
    }

    /** Returns the schema of a reference, in as many lists as the type has around it. */
    private static Schema listed(Type type, Schema reference) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var items = OASFactory.createSchema().ref(reference.getRef());
            return OASFactory.createSchema()
                    .type(List.of(SchemaType.ARRAY))
                    .items(listed(list.getActualTypeArguments()[0], items))
                    .description(reference.getDescription());
        }
        return reference;
    }

    private static void closeAndAllowNull(Map<String, Schema> schemas, Class<?> type) {
        var schema = existing(schemas, type);
        schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        Stream.of(type.getRecordComponents())
                .filter(ContractFilter::isNullable)
                .map(component -> schema.getProperties().get(component.getName()))
                .forEach(ContractFilter::allowNull);
    }

    private static void allowNull(Schema schema) {
        if (schema.getRef() == null) {
            schema.addType(SchemaType.NULL);
        } else {
            schema.addAnyOf(OASFactory.createSchema().ref(schema.getRef()));
            schema.addAnyOf(OASFactory.createSchema().type(List.of(SchemaType.NULL)));
            schema.setRef(null);
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Schema existing(Map<String, Schema> schemas, Class<?> type) {
        var annotation = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        var schema = schemas.get(annotation == null ? type.getSimpleName() : annotation.name());
        if (schema == null) {
            throw new IllegalStateException("no schema for " + type);
        }
        return schema;
    }
}
