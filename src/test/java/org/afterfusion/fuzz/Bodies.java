package org.afterfusion.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Makes reports, whole and broken, out of those that are known. In what is made up here {@code @} stands for the canary. */
final class Bodies {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final int MOST_CHANGES = 6;
    private static final int MOST_FINDINGS = 45;

    /** Values as they stand in a body, some of which are no JSON. */
    private static final List<String> VALUES = List.of(
            "\"@\"",
            "@",
            "-@",
            "0.@",
            "38.@",
            "7.@",
            "@e9",
            "@e-400",
            "1e400",
            "-0",
            "00",
            "5.0",
            "36500",
            "36501",
            "2147483648",
            "-9223372036854775809",
            "NaN",
            "-Infinity",
            "0x@",
            "null",
            "true",
            "\"true\"",
            "\"5\"",
            "\"\"",
            "\" @ \"",
            "'@'",
            "@x",
            "[]",
            "{}",
            "[\"@\"]",
            "{\"@\":1}",
            "{\"@\":{\"@\":\"@\"}}",
            "{\"id\":\"@\",\"presence\":\"present\"}",
            "\"\\ud800@\"",
            "\"@\\u0000\"",
            "\"@\u202e\ud83e\uddb5\"",
            "\"<script>@</script>\"",
            "\"${jndi:ldap://@/}\"",
            "\"%s%n@{0}\"",
            "\"@\\r\\nX-Leak: @\"",
            "\"" + "@".repeat(60) + "\"",
            "[".repeat(60) + "@" + "]".repeat(60),
            "[".repeat(3_000) + "@");

    private static final List<String> NAMES = List.of(
            "@",
            "@/~1",
            "not speakable @",
            "\u00e1@",
            "",
            "__proto__",
            "class",
            "@class",
            "id",
            "presence",
            "value",
            "choice",
            "findings",
            "surgery",
            "daysAgo");

    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "\\ud83d",
            "\u0000",
            "\uFEFF",
            "\r\n",
            "null",
            "1e309",
            "-",
            ".",
            "\"@\"",
            "@",
            "\"@\":",
            "//@\n",
            "/*@*/",
            "#@\n",
            "\"id\":",
            "\"findings\":[",
            "\u00e9");

    private static final List<String> PRESENCES = List.of("present", "absent", "unsure");
    private static final List<String> COURSES = List.of("better", "same", "worse");
    private static final List<String> SEXES = List.of("female", "male", "other");
    private static final List<String> APPROACHES = List.of("posterior", "anterior", "lateral", "combined", "unknown");
    private static final List<Charset> CHARSETS =
            List.of(Charset.forName("UTF-16"), Charset.forName("UTF-16LE"), Charset.forName("UTF-32"), ISO_8859_1);

    private final List<String> seeds;
    private final List<JsonNode> trees;
    private final List<JsonNode> findings;

    /** @param findings the entries of the catalogue */
    Bodies(List<String> seeds, List<JsonNode> findings) {
        this.seeds = seeds;
        this.trees = seeds.stream().flatMap(Bodies::tree).toList();
        this.findings = findings;
    }

    private static Stream<JsonNode> tree(String seed) {
        try {
            var tree = JSON.readTree(seed);
            return tree instanceof ObjectNode ? Stream.of(tree) : Stream.empty();
        } catch (JsonProcessingException notJson) {
            return Stream.empty();
        }
    }

    byte[] report(Draw draw, String canary) {
        int kind = draw.below(100);
        if (kind < 10) {
            return draw.oneOf(seeds).getBytes(UTF_8);
        } else if (kind < 45) {
            return changedTree(draw).replace("@", canary).getBytes(UTF_8);
        } else if (kind < 70) {
            return changedBytes(draw, canary);
        } else if (kind < 94) {
            return madeUp(draw).toString().replace("@", canary).getBytes(UTF_8);
        } else if (kind < 96) {
            return changedTree(draw).replace("@", canary).getBytes(draw.oneOf(CHARSETS));
        } else if (kind < 97) {
            return large(draw).replace("@", canary).getBytes(UTF_8);
        }
        return draw.oneOf(VALUES).replace("@", canary).getBytes(UTF_8);
    }

    byte[] batch(Draw draw, String canary) {
        var lines = new ByteArrayOutputStream();
        int count = draw.below(8);
        for (int i = 0; i < count; i++) {
            lines.writeBytes(report(draw, canary));
            lines.writeBytes(draw.oneOf(List.of("\n", "\n", "\n", "\r\n", "\r", "\n\n", ""))
                    .getBytes(UTF_8));
        }
        return lines.toByteArray();
    }

    private String changedTree(Draw draw) {
        var root = draw.oneOf(trees).deepCopy();
        int changes = 1 + draw.below(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            var containers = new ArrayList<ContainerNode<?>>();
            collect(root, containers);
            var chosen = draw.oneOf(containers);
            if (chosen instanceof ObjectNode object) {
                change(object, draw);
            } else if (chosen instanceof ArrayNode array) {
                change(array, draw);
            }
        }
        return root.toString();
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
        if (node instanceof ContainerNode<?> container) {
            containers.add(container);
        }
        node.forEach(child -> collect(child, containers));
    }

    private void change(ObjectNode object, Draw draw) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        var name = names.isEmpty() || draw.percent(15) ? draw.oneOf(NAMES) : draw.oneOf(names);
        switch (draw.below(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(draw.oneOf(NAMES), object.path(name).deepCopy());
            case 2 -> object.set(name, draw.oneOf(trees).path(draw.oneOf(NAMES)).deepCopy());
            case 3 -> object.set(name, draw.oneOf(findings).path("id"));
            default -> object.set(name, value(draw));
        }
    }

    private static void change(ArrayNode array, Draw draw) {
        int at = array.isEmpty() ? 0 : draw.below(array.size());
        switch (draw.below(4)) {
            case 0 -> array.insert(at, value(draw));
            case 1 -> array.remove(at);
            case 2 -> {
                if (!array.isEmpty()) {
                    array.add(array.get(at).deepCopy());
                }
            }
            default -> {
                if (!array.isEmpty()) {
                    array.set(at, value(draw));
                }
            }
        }
    }

    private static JsonNode value(Draw draw) {
        return NODES.rawValueNode(new RawValue(draw.oneOf(VALUES)));
    }

    private byte[] changedBytes(Draw draw, String canary) {
        var bytes = draw.oneOf(seeds).getBytes(UTF_8);
        int changes = 1 + draw.below(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            int from = draw.below(bytes.length + 1);
            int to = Math.min(bytes.length, from + draw.below(24));
            bytes = switch (draw.below(6)) {
                case 0 ->
                    spliced(
                            bytes,
                            from,
                            from,
                            draw.oneOf(TOKENS).replace("@", canary).getBytes(UTF_8));
                case 1 -> spliced(bytes, from, to, new byte[0]);
                case 2 -> spliced(bytes, to, to, Arrays.copyOfRange(bytes, from, to));
                case 3 -> spliced(bytes, from, Math.min(bytes.length, from + 1), draw.bytes(1));
                case 4 ->
                    spliced(bytes, from, bytes.length, tail(draw.oneOf(seeds).getBytes(UTF_8), draw));
                default ->
                    spliced(
                            bytes,
                            from,
                            to,
                            draw.oneOf(VALUES).replace("@", canary).getBytes(UTF_8));
            };
        }
        return bytes;
    }

    private static byte[] tail(byte[] bytes, Draw draw) {
        return Arrays.copyOfRange(bytes, draw.below(bytes.length + 1), bytes.length);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
        var result = new ByteArrayOutputStream();
        result.write(bytes, 0, from);
        result.writeBytes(instead);
        result.write(bytes, to, bytes.length - to);
        return result.toByteArray();
    }

    /** A report with words of the catalogue, combined as nobody would; half of them are accepted. */
    private ObjectNode madeUp(Draw draw) {
        boolean isTame = draw.percent(60);
        var report = NODES.objectNode();
        if (draw.percent(80)) {
            var patient = report.putObject("patient");
            patient.put("ageYears", draw.below(isTame ? 121 : 130));
            patient.put("sex", word(SEXES, isTame, draw));
            patient.set("bmi", isTame ? number(13, 78) : value(draw));
        }
        report.putObject("surgery")
                .put("daysAgo", draw.below(draw.percent(50) ? 60 : isTame ? 36_500 : 40_000))
                .put("fusedToSacrum", draw.percent(50))
                .put("levelsFused", 1 + draw.below(isTame ? 17 : 19))
                .put("approach", word(APPROACHES, isTame, draw));
        if (draw.percent(60)) {
            report.put("symptomsStartedDaysAgo", draw.below(90));
        }
        var list = report.putArray("findings");
        int start = draw.below(findings.size());
        int count = 1 + draw.below(MOST_FINDINGS);
        for (int i = 0; i < count; i++) {
            list.add(finding(findings.get((start + i) % findings.size()), isTame || draw.percent(90), draw));
        }
        return report;
    }

    private static ObjectNode finding(JsonNode known, boolean isTame, Draw draw) {
        var finding = NODES.objectNode().put("id", known.path("id").asText() + (isTame || draw.percent(50) ? "" : "@"));
        var choices = known.path("choices").findValuesAsText("id");
        if (!isTame) {
            finding.set(draw.oneOf(List.of("presence", "value", "choice")), value(draw));
        } else if (known.has("minimum")) {
            finding.set(
                    "value",
                    number(known.path("minimum").asInt(), known.path("maximum").asInt()));
        } else if (!choices.isEmpty()) {
            finding.put("choice", draw.oneOf(choices));
        } else {
            finding.put("presence", draw.oneOf(PRESENCES));
        }
        if (!isTame && draw.percent(30)) {
            finding.put("sinceBeforeSurgery", draw.percent(50)).put("startedDaysAgo", draw.below(500));
            finding.put("course", word(COURSES, false, draw));
        }
        return finding;
    }

    private static String word(List<String> words, boolean isTame, Draw draw) {
        return isTame || draw.percent(70) ? draw.oneOf(words) : "@";
    }

    /** A number within the range that has the canary in its fraction. */
    private static JsonNode number(int minimum, int maximum) {
        return NODES.rawValueNode(new RawValue((minimum + maximum) / 2 + ".@"));
    }

    private String large(Draw draw) {
        var whole = draw.oneOf(trees).toString();
        return switch (draw.below(4)) {
            case 0 -> whole + " ".repeat(draw.below(200_000));
            case 1 -> "{\"findings\":[" + "0,".repeat(draw.below(32_000)) + "@]}";
            case 2 -> "{\"" + "@".repeat(draw.below(6_000)) + "\":1}";
            default -> "{\"surgery\":" + "{\"@\":".repeat(draw.below(1_500));
        };
    }
}
