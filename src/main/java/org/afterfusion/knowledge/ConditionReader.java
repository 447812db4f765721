package org.afterfusion.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.afterfusion.triage.Condition;
import org.afterfusion.triage.Condition.Answer;
import org.afterfusion.triage.Condition.Context.Fact;
import org.afterfusion.triage.Condition.Measure;
import org.afterfusion.triage.Condition.Operation.Detail;
import org.afterfusion.triage.Condition.Trend;
import org.afterfusion.triage.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition. A map with several keys holds when each of them does:
 *
 * <pre>
 * all: [conditions]        any: [conditions]        at-least: 2, of: [conditions]
 * present | new | possible | possibly-new | absent: [findings]
 * improving | not-worse | worse: [findings]
 * lasting | recent: { days: 14, findings: [...] }
 * value: { finding: ..., at-least: 8, below: ... }
 * choice: { finding: ..., is: [...] }
 * days-since-surgery | onset-day | symptom-days | age-years | bmi | levels-fused: { from: ..., to: ... }
 * approach | procedure | sex: [words]
 * fused-to-sacrum | interbody-cage | own-hip-bone | bmp | revision | dural-tear: true | false
 * </pre>
 */
final class ConditionReader {

    private final BiConsumer<String, String> issues;

    /** @param issues takes the path below the condition and the problem */
    ConditionReader(BiConsumer<String, String> issues) {
        this.issues = issues;
    }

    Condition read(JsonNode node) {
        return read(node, "");
    }

    private Condition read(JsonNode node, String path) {
        if (!node.isObject() || node.isEmpty()) {
            issues.accept(path, "a condition is a map");
            return new Condition.All(List.of());
        }
        var parts = new ArrayList<Condition>();
        node.properties().forEach(entry -> {
            if (!entry.getKey().equals("of") || !node.has("at-least")) {
                var part = readPart(entry.getKey(), entry.getValue(), node, path + "." + entry.getKey());
                if (part != null) {
                    parts.add(part);
                }
            }
        });
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    private @Nullable Condition readPart(String key, JsonNode value, JsonNode parent, String path) {
        var answer = constant(Answer.values(), key);
        if (answer != null) {
            return new Condition.Answered(answer, words(value, path));
        }
        var trend = constant(Trend.values(), key);
        if (trend != null) {
            return new Condition.Going(trend, words(value, path));
        }
        var measure = constant(Measure.values(), key);
        if (measure != null) {
            onlyKeys(value, path, "from", "to");
            var from = number(value, "from", path);
            var to = number(value, "to", path);
            if (from != null && to != null && from > to) {
                issues.accept(path, "never holds");
            }
            return new Condition.Within(measure, from, to);
        }
        var fact = constant(Fact.values(), key);
        if (fact != null) {
            var words = words(value, path);
            words.stream()
                    .filter(word -> !fact.words().contains(word))
                    .forEach(word -> issues.accept(path, "unknown word " + word));
            return new Condition.Context(fact, words);
        }
        var detail = constant(Detail.values(), key);
        if (detail != null) {
            if (!value.isBoolean()) {
                issues.accept(path, "is true or false");
            }
            return new Condition.Operation(detail, value.booleanValue());
        }
        return switch (key) {
            case "all" -> new Condition.All(conditions(value, path));
            case "any" -> new Condition.AtLeast(1, conditions(value, path));
            case "at-least" -> {
                var parts = conditions(parent.path("of"), path + ".of");
                if (!value.isInt() || value.intValue() < 1 || value.intValue() > parts.size()) {
                    issues.accept(path, "is a number from 1 to that of the conditions");
                }
                yield new Condition.AtLeast(value.intValue(), parts);
            }
            case "lasting" -> {
                onlyKeys(value, path, "days", "findings");
                yield new Condition.Lasting(days(value, path), words(value.path("findings"), path));
            }
            case "recent" -> {
                onlyKeys(value, path, "days", "findings");
                yield new Condition.Recent(days(value, path), words(value.path("findings"), path));
            }
            case "value" -> {
                onlyKeys(value, path, "finding", "at-least", "below");
                var atLeast = number(value, "at-least", path);
                var below = number(value, "below", path);
                if (atLeast == null && below == null) {
                    issues.accept(path, "has no bound");
                }
                if (atLeast != null && below != null && atLeast >= below) {
                    issues.accept(path, "never holds");
                }
                yield new Condition.Value(value.path("finding").asText(), atLeast, below);
            }
            case "choice" -> {
                onlyKeys(value, path, "finding", "is");
                yield new Condition.Chosen(value.path("finding").asText(), words(value.path("is"), path));
            }
            default -> {
                issues.accept(path, "unknown condition");
                yield null;
            }
        };
    }

    private List<Condition> conditions(JsonNode node, String path) {
        if (!node.isArray() || node.isEmpty()) {
            issues.accept(path, "a list of conditions is missing");
        }
        var conditions = new ArrayList<Condition>();
        for (int i = 0; i < node.size(); i++) {
            conditions.add(read(node.get(i), path + "[" + i + "]"));
        }
        return conditions;
    }

    private List<String> words(JsonNode node, String path) {
        if (!node.isArray() || node.isEmpty()) {
            issues.accept(path, "a list of words is missing");
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private int days(JsonNode node, String path) {
        if (!node.path("days").isInt()) {
            issues.accept(path, "days are missing");
        }
        return node.path("days").asInt();
    }

    private @Nullable Double number(JsonNode node, String key, String path) {
        if (!node.has(key)) {
            return null;
        }
        double number = node.path(key).isNumber() ? node.path(key).asDouble() : Double.NaN;
        if (!Double.isFinite(number)) {
            issues.accept(path + "." + key, "is not a number");
        }
        return number;
    }

    private void onlyKeys(JsonNode node, String path, String... allowed) {
        node.fieldNames().forEachRemaining(name -> {
            if (Stream.of(allowed).noneMatch(name::equals)) {
                issues.accept(path + "." + name, "unknown key");
            }
        });
        if (node.isEmpty()) {
            issues.accept(path, "is empty");
        }
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] constants, String word) {
        var key = word.toLowerCase(Locale.ROOT);
        return Stream.of(constants)
                .filter(constant -> Words.of(constant).equals(key))
                .findFirst()
                .orElse(null);
    }
}
