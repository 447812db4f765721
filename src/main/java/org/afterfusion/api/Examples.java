package org.afterfusion.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.afterfusion.api.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Examples of the OpenAPI document, from the files {@code openapi/<operationId>.request.json},
 * {@code openapi/<operationId>.<status>.json} and, for errors, {@code openapi/problem.<status>.json}; {@code .ndjson} for lines
 * of JSON. An operation with several examples has their name in the middle, the same for request and answer. A test holds all of
 * them against the running service.
 */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINES = "application/x-ndjson";

    /** The exchanges with names, the first being the one that a mock gives unasked. */
    private static final Map<String, String> TRIAGES = new LinkedHashMap<>();

    static {
        TRIAGES.put("wound-infection", "Fever and a cloudy wound after two weeks: to be examined the same day");
        TRIAGES.put("cauda-equina", "Numb between the legs and no urine: an emergency");
        TRIAGES.put("usual-recovery", "Every safety question answered with no: a calm level");
        TRIAGES.put("wound-infection-es", "The first report, answered in Spanish (Accept-Language: es)");
    }

    private Examples() {}

    /** Adds the examples to the bodies that an operation describes itself. */
    static void addTo(Operation operation) {
        var id = operation.getOperationId();
        var names = id.equals("triage") ? TRIAGES : Map.of("", "A real exchange");
        if (operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent(), id, names, "request");
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            var content = response.getContent();
            if (content != null && content.hasMediaType(Problem.MEDIA_TYPE)) {
                add(content, "problem", Map.of("", "The problem with this status"), status);
            } else if (content != null) {
                add(content, id, names, status);
            }
        });
    }

    private static void add(Content content, String id, Map<String, String> names, String part) {
        content.getMediaTypes().forEach((type, media) -> {
            if (!type.equals(MediaType.TEXT_HTML)) {
                names.forEach((name, summary) -> {
                    var file = name.isEmpty() ? id + "." + part : id + "." + name + "." + part;
                    var example = type.equals(LINES)
                            ? OASFactory.createExample().summary(summary).value(text(file + ".ndjson"))
                            : of(file, summary);
                    media.addExample(name.isEmpty() ? "example" : name, example);
                });
            }
        });
    }

    /** Returns the example in a JSON file, named without its ending. */
    static Example of(String file, String summary) {
        return OASFactory.createExample().summary(summary).value(json(file + ".json"));
    }

    private static JsonNode json(String file) {
        try {
            return JSON.readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        var path = "/openapi/" + file;
        try (var stream = Examples.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("no example " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
