package org.afterfusion.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI 3.1 document that exchanges are held against. Answers are read strictly: what the document does not name they may
 * not carry, though clients are told to ignore what they do not know.
 */
final class Contract {

    private static final String PROBLEM = "application/problem+json";
    private static final String NO_BODY = "no body";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode document;
    private final Schemas requests;
    private final Schemas answers;
    private final List<Template> templates;

    /** A path of the document, and the pointer to what it says about it. */
    private record Template(Pattern path, String pointer, boolean literal) {

        static Template of(String path) {
            var pattern = Stream.of(path.split("/", -1))
                    .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                    .collect(Collectors.joining("/"));
            return new Template(Pattern.compile(pattern), "/paths/" + escape(path), !path.contains("{"));
        }
    }

    Contract(JsonNode document) {
        this.document = document;
        this.requests = new Schemas(document);
        this.answers = new Schemas(closed(document.deepCopy()));
        this.templates = document.path("paths")
                .propertyStream()
                .map(path -> Template.of(path.getKey()))
                .sorted(Comparator.comparing(Template::literal).reversed())
                .toList();
    }

    /**
     * Every way in which the answer is not the one that the document promises; and, where the request was accepted, in which the
     * request is not one that the document allows. Empty if all is well.
     */
    List<String> faults(Exchange exchange) {
        var operation = operation(exchange);
        if (operation.isEmpty()) {
            return exchange.status() >= 400
                    ? problemFaults(exchange)
                    : List.of("the document has no such operation, but it is answered");
        }
        var faults = new ArrayList<>(answerFaults(operation.get(), exchange));
        if (exchange.status() < 300) {
            faults.addAll(requestFaults(operation.get(), exchange));
        }
        return faults;
    }

    private Optional<String> operation(Exchange exchange) {
        var path = exchange.path().split("\\?", 2)[0];
        var method =
                exchange.method().equals("HEAD") ? "get" : exchange.method().toLowerCase(Locale.ROOT);
        return templates.stream()
                .filter(template -> template.path().matcher(path).matches())
                .findFirst()
                .map(template -> template.pointer() + "/" + method)
                .filter(pointer -> document.at(pointer).isObject());
    }

    private List<String> problemFaults(Exchange exchange) {
        var type = baseType(exchange.headers().get("content-type"));
        return PROBLEM.equals(type)
                ? bodyFaults(answers, "/components/schemas/Problem", exchange.answer())
                : List.of("not " + PROBLEM + " but " + type);
    }

    private List<String> answerFaults(String operation, Exchange exchange) {
        var documented = Stream.of(String.valueOf(exchange.status()), exchange.status() / 100 + "XX", "default")
                .map(status -> operation + "/responses/" + status)
                .filter(pointer -> document.at(pointer).isObject())
                .findFirst();
        if (documented.isEmpty()) {
            return List.of("the document does not name the status " + exchange.status());
        }
        var response = target(documented.get());
        var faults = new ArrayList<>(headerFaults(response, exchange));
        var type = baseType(exchange.headers().get("content-type"));
        if (!document.at(response).has("content")) {
            if (exchange.answer().length > 0) {
                faults.add("the document promises " + NO_BODY);
            }
        } else if (!document.at(response + "/content").has(type)) {
            faults.add("the document does not name the content type " + type);
        } else if (!exchange.method().equals("HEAD")) {
            faults.addAll(mediaFaults(answers, response + "/content/" + escape(type), type, exchange.answer()));
        }
        return faults;
    }

    private List<String> headerFaults(String response, Exchange exchange) {
        var faults = new ArrayList<String>();
        document.at(response + "/headers").propertyStream().forEach(header -> {
            var pointer = target(response + "/headers/" + escape(header.getKey()));
            var value = exchange.headers().get(header.getKey().toLowerCase(Locale.ROOT));
            if (value != null) {
                faults.addAll(textFaults("header " + header.getKey(), answers, pointer + "/schema", value));
            } else if (document.at(pointer + "/required").asBoolean()) {
                faults.add("header " + header.getKey() + " is missing");
            }
        });
        return faults;
    }

    /** Of a body in lines nothing is asked: each line is accepted or refused on its own, whatever the status. */
    private List<String> requestFaults(String operation, Exchange exchange) {
        var faults = new ArrayList<>(queryFaults(operation, exchange));
        var body = operation + "/requestBody";
        if (document.at(body).isMissingNode()) {
            if (exchange.sent().length > 0) {
                faults.add("accepted a body where the document has none");
            }
            return faults;
        }
        var type = baseType(exchange.sentType());
        var content = target(body) + "/content";
        if (document.at(content + "/" + escape(type)).path("schema").has("contentSchema")) {
            return faults;
        }
        if (document.at(content).has(type)) {
            mediaFaults(requests, content + "/" + escape(type), type, exchange.sent())
                    .forEach(fault -> faults.add("accepted a request that the document forbids: " + fault));
        } else {
            faults.add("accepted a request of the undocumented content type " + type);
        }
        return faults;
    }

    private List<String> queryFaults(String operation, Exchange exchange) {
        var query = exchange.path().split("\\?", 2);
        if (query.length == 1) {
            return List.of();
        }
        var faults = new ArrayList<String>();
        for (var pair : query[1].split("&")) {
            var parts = pair.split("=", 2);
            var name = URLDecoder.decode(parts[0], UTF_8);
            parameter(operation, name)
                    .ifPresentOrElse(
                            pointer -> faults.addAll(textFaults(
                                    "accepted the query parameter " + name,
                                    requests,
                                    pointer + "/schema",
                                    parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8))),
                            () -> faults.add("accepted the undocumented query parameter " + name));
        }
        return faults;
    }

    private Optional<String> parameter(String operation, String name) {
        var all = operation + "/parameters";
        return IntStream.range(0, document.at(all).size())
                .mapToObj(i -> target(all + "/" + i))
                .filter(pointer -> document.at(pointer + "/in").asText().equals("query"))
                .filter(pointer -> document.at(pointer + "/name").asText().equals(name))
                .findFirst();
    }

    private List<String> mediaFaults(Schemas schemas, String media, String type, byte[] body) {
        var schema = media + "/schema";
        if (document.at(schema).has("contentSchema")) {
            return lineFaults(schemas, schema + "/contentSchema", body);
        }
        if (type.endsWith("json")) {
            return bodyFaults(schemas, schema, body);
        }
        return body.length == 0 ? List.of("the body is empty") : List.of();
    }

    private List<String> lineFaults(Schemas schemas, String schema, byte[] body) {
        var lines = new String(body, UTF_8).split("\n", -1);
        var faults = new ArrayList<String>();
        for (int i = 0; i < lines.length; i++) {
            boolean isEndOfLastLine = i == lines.length - 1 && lines[i].isEmpty();
            if (!isEndOfLastLine) {
                int line = i + 1;
                bodyFaults(schemas, schema, lines[i].getBytes(UTF_8))
                        .forEach(fault -> faults.add("line " + line + ": " + fault));
            }
        }
        return faults;
    }

    private List<String> bodyFaults(Schemas schemas, String schema, byte[] body) {
        try {
            var read = JSON.readTree(withoutByteOrderMark(new String(body, UTF_8)));
            return schemas.faults(schema, schemas == requests ? withoutNulls(read) : read);
        } catch (JsonProcessingException e) {
            return List.of("not JSON: " + e.getOriginalMessage());
        }
    }

    /** Holds a header or parameter, which is always text, against a schema, which may want a number or a truth value. */
    private List<String> textFaults(String what, Schemas schemas, String schema, String text) {
        var type = document.at(schema + "/type").asText();
        boolean quoted = !List.of("integer", "number", "boolean").contains(type);
        try {
            return schemas.faults(schema, quoted ? JSON.getNodeFactory().textNode(text) : JSON.readTree(text)).stream()
                    .map(fault -> what + ": " + fault)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of(what + ": not of type " + type);
        }
    }

    /** In a request, null counts as left out. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(Contract::withoutNulls);
        return node;
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Follows a reference to a component. */
    private String target(String pointer) {
        var reference = document.at(pointer + "/$ref");
        return reference.isTextual() ? reference.asText().substring(1) : pointer;
    }

    private static String baseType(@Nullable String contentType) {
        return contentType == null
                ? "none"
                : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The same, but no object has properties without a name, unless the document gives them a schema. */
    private static JsonNode closed(JsonNode node) {
        if (node.has("allOf")) {
            throw new IllegalArgumentException("allOf cannot be closed part by part: teach this class about it");
        }
        if (node instanceof ObjectNode object
                && object.path("type").asText("object").equals("object")
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Contract::closed);
        return node;
    }

    /** The schemas of a document by their pointers, each compiled once. */
    private static final class Schemas {

        private static final String ID = "https://afterfusion.invalid/openapi";

        private final SchemaRegistry registry;
        private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

        Schemas(JsonNode document) {
            var config =
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
            registry =
                    SchemaRegistry.withDialect(Dialects.getOpenApi31(), builder -> builder.schemaRegistryConfig(config)
                            .schemas(Map.of(ID, document.toString())));
        }

        List<String> faults(String pointer, JsonNode value) {
            return compiled
                    .computeIfAbsent(pointer, at -> registry.getSchema(SchemaLocation.of(ID + "#" + at)))
                    .validate(value)
                    .stream()
                    .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                    .toList();
        }
    }
}
