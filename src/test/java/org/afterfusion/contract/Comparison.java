package org.afterfusion.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedList;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.model.DiffResult;

/**
 * What a client of one contract would notice under another.
 *
 * <p>openapi-diff compares OpenAPI 3.0 well, but of 3.1 it does not see types, list items or words, and of security it sees only
 * what is spelled out. So both documents are first written as 3.0 ({@link #asOlder}), with the security of every operation
 * spelled out, and with what 3.0 cannot say in an extension that {@link TakenTypes} compares.
 *
 * @param breaking one line for each thing that breaks a client
 * @param grown whether something was added that breaks nobody
 */
record Comparison(List<String> breaking, boolean grown) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String NULL = "null";
    private static final String OR_NULL = "OrNull";

    static Comparison of(JsonNode before, JsonNode after) {
        var changes = OpenApiCompare.fromContents(text(asOlder(before)), text(asOlder(after)));
        var breaking = new LinkedHashSet<String>();
        changes.getMissingEndpoints()
                .forEach(gone -> breaking.add(gone.getMethod() + " " + gone.getPathUrl() + ": removed"));
        changes.getChangedOperations().forEach(operation -> describe(operation, name(operation), breaking));
        if (changes.isIncompatible() && breaking.isEmpty()) {
            breaking.add("something that openapi-diff does not name");
        }
        return new Comparison(List.copyOf(breaking), changes.isChanged() == DiffResult.COMPATIBLE);
    }

    private static String text(JsonNode document) {
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    // Naming

    private static String name(ChangedOperation operation) {
        return operation.getHttpMethod() + " " + operation.getPathUrl();
    }

    /** Goes through compatible changes too: openapi-diff lets optional properties disappear. */
    private static void describe(Changed change, String where, Set<String> breaking) {
        if (change instanceof ChangedApiResponse answers) {
            answers.getMissing().keySet().forEach(status -> breaking.add(where + " answer " + status + ": removed"));
            answers.getChanged().forEach((status, it) -> describe(it, where + " answer " + status, breaking));
        } else if (change instanceof ChangedContent content) {
            content.getMissing().keySet().forEach(type -> breaking.add(where + " " + type + ": removed"));
            content.getChanged().forEach((type, it) -> describe(it, where + " " + type, breaking));
        } else if (change instanceof ChangedParameters parameters) {
            parameters.getMissing().forEach(it -> breaking.add(where + " parameter " + it.getName() + ": removed"));
            parameters.getChanged().forEach(it -> describe(it, where + " parameter " + it.getName(), breaking));
            parameters.getIncreased().stream()
                    .filter(it -> Boolean.TRUE.equals(it.getRequired()))
                    .forEach(it -> breaking.add(where + " parameter " + it.getName() + ": new and required"));
        } else if (change instanceof ChangedSchema schema) {
            describeSchema(schema, where, breaking);
        } else if (change instanceof ComposedChanged composed) {
            describeParts(composed, where, breaking);
        } else if (change.isIncompatible()) {
            breaking.add(where + ": " + lastly(change));
        }
    }

    private static void describeSchema(ChangedSchema schema, String where, Set<String> breaking) {
        schema.getMissingProperties().keySet().forEach(name -> breaking.add(where + "/" + name + ": removed"));
        schema.getChangedProperties().forEach((name, it) -> describe(it, where + "/" + name, breaking));
        if (schema.getItems() != null) {
            describe(schema.getItems(), where + "[]", breaking);
        }
        if (schema.isChangedType()) {
            breaking.add(where + ": type " + schema.getOldSchema().getType() + " became "
                    + schema.getNewSchema().getType());
        } else {
            describeParts(schema, where, breaking);
        }
    }

    private static void describeParts(ComposedChanged change, String where, Set<String> breaking) {
        int before = breaking.size();
        change.getChangedElements().stream()
                .filter(part -> part != null && !(change instanceof ChangedSchema && part instanceof ChangedSchema))
                .forEach(part -> describe(part, where, breaking));
        boolean isNamed = breaking.size() > before;
        if (change.isCoreChanged().isIncompatible() && !isNamed) {
            breaking.add(where + ": " + kind(change));
        }
    }

    private static String lastly(Changed change) {
        if (change instanceof ChangedList<?> list) {
            return kind(change) + " gained " + list.getIncreased() + ", lost " + list.getMissing();
        }
        return change instanceof TakenTypes.Difference ? change.toString() : kind(change);
    }

    private static String kind(Changed change) {
        return change.getClass().getSimpleName().replace("Changed", "");
    }

    // OpenAPI 3.1 as 3.0

    private static JsonNode asOlder(JsonNode document) {
        var older = (ObjectNode) document.deepCopy();
        older.put("openapi", "3.0.3");
        var everywhere = older.has("security") ? older.get("security") : anybody();
        for (var path : older.path("paths")) {
            for (var operation : path) {
                if (operation.has("responses") && !operation.has("security")) {
                    ((ObjectNode) operation).set("security", everywhere.deepCopy());
                }
            }
        }
        if (older.at("/components/schemas") instanceof ObjectNode schemas) {
            schemas.deepCopy()
                    .properties()
                    .forEach(schema -> schemas.set(schema.getKey() + OR_NULL, orNull(schema.getValue())));
        }
        rewrite(older);
        return older;
    }

    private static JsonNode orNull(JsonNode schema) {
        var type = schema.path("type");
        if (type.isTextual()) {
            ((ObjectNode) schema).set("type", YAML.createArrayNode().add(type).add(NULL));
        }
        return schema;
    }

    private static ArrayNode anybody() {
        return YAML.createArrayNode().add(YAML.createObjectNode());
    }

    private static void rewrite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var content = object.get("contentSchema");
            if (content != null && content.isObject()) {
                object.removeAll();
                object.setAll((ObjectNode) content);
            }
            if (object.path("const").isValueNode()) {
                object.putArray("enum").add(object.remove("const"));
            }
            excluded(object, "minimum", "exclusiveMinimum");
            excluded(object, "maximum", "exclusiveMaximum");
            orNull(object, "anyOf");
            orNull(object, "oneOf");
            types(object);
        }
        node.forEach(Comparison::rewrite);
    }

    private static void excluded(ObjectNode schema, String bound, String exclusive) {
        if (schema.path(exclusive).isNumber()) {
            schema.set(bound, schema.get(exclusive));
            schema.put(exclusive, true);
        }
    }

    private static void types(ObjectNode schema) {
        var type = schema.path("type");
        var taken = new ArrayList<String>();
        if (type.isTextual()) {
            taken.add(type.asText());
        } else if (type.isArray()) {
            type.forEach(one -> taken.add(one.asText()));
            schema.put("type", taken.get(0).equals(NULL) ? taken.get(1) : taken.get(0));
        } else {
            return;
        }
        if (taken.contains("object") && !schema.path("additionalProperties").isBoolean()) {
            taken.add(TakenTypes.OTHER_PROPERTIES);
        }
        TakenTypes.note(schema, taken);
    }

    /** A choice between a component and null becomes a reference to the component's other self, which takes null. */
    private static void orNull(ObjectNode schema, String choice) {
        var choices = schema.path(choice);
        if (choices.size() == 2
                && NULL.equals(choices.at("/1/type").textValue())
                && choices.at("/0/$ref").isTextual()) {
            schema.put("$ref", choices.at("/0/$ref").textValue() + OR_NULL);
            schema.remove(choice);
        }
    }
}
