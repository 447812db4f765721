package org.afterfusion.evaluation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.afterfusion.evaluation.Evaluation.CaseSource;
import org.afterfusion.evaluation.Evaluation.Tally;
import org.afterfusion.evaluation.Evaluation.Trial;
import org.afterfusion.triage.Urgency;

/** The published cases of a folder, the reports made of them, and the figures kept by hand. */
final class CaseBank {

    /** The file of each vocabulary; the second comes when the stories have been put into reports again. */
    private static final Map<String, String> VOCABULARIES =
            ordered("original", "requests.jsonl", "grown", "recoded.jsonl");

    private static final Map<String, String> ANSWERS = ordered("screened", "screened", "stated-only", "statedOnly");

    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path folder;

    CaseBank(Path folder) {
        this.folder = folder;
    }

    /**
     * One way to put the stories into reports.
     *
     * @param reports by case id
     */
    record Encoding(String vocabulary, String answers, Map<String, JsonNode> reports) {
        String id() {
            return vocabulary + "-" + answers;
        }

        boolean isScreened() {
            return answers.equals("screened");
        }
    }

    private record Kept(List<Trial> history) {}

    List<PublishedCase> cases() {
        var groups = groups();
        return lines("cases.jsonl").stream().map(story -> of(story, groups)).toList();
    }

    /** Returns the causes that count as right for each group of diagnoses. */
    Map<String, List<String>> groups() {
        return read(() -> JSON.readValue(folder.resolve("groups.json").toFile(), new TypeReference<>() {}));
    }

    List<Encoding> encodings() {
        var encodings = new ArrayList<Encoding>();
        VOCABULARIES.forEach((vocabulary, file) -> {
            if (Files.exists(folder.resolve(file))) {
                var lines = lines(file);
                ANSWERS.forEach((answers, property) -> {
                    var reports = new LinkedHashMap<String, JsonNode>();
                    lines.stream()
                            .filter(line -> line.has(property))
                            .forEach(line -> reports.put(line.path("id").asText(), line.path(property)));
                    encodings.add(new Encoding(vocabulary, answers, reports));
                });
            }
        });
        return encodings;
    }

    /** Returns the figures of each encoding that must not get worse. */
    Map<String, Tally> baseline() {
        return read(() -> YAML.readValue(folder.resolve("baseline.yaml").toFile(), new TypeReference<>() {}));
    }

    /** Returns the figures of earlier knowledge, kept by hand. */
    List<Trial> history() {
        return read(() -> YAML.readValue(folder.resolve("history.yaml").toFile(), Kept.class))
                .history();
    }

    /** Returns the hash of stories, groups and reports. */
    String digest() {
        return read(() -> {
            var digest = sha256();
            for (var name : files()) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(folder.resolve(name)));
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        });
    }

    private List<String> files() {
        var names = new ArrayList<>(List.of("cases.jsonl", "groups.json"));
        VOCABULARIES.values().stream()
                .filter(file -> Files.exists(folder.resolve(file)))
                .forEach(names::add);
        return names;
    }

    private static PublishedCase of(JsonNode story, Map<String, List<String>> groups) {
        var source = story.path("source");
        var group = story.path("diagnosis_group").asText();
        var wanted = urgency(story.path("urgency").asText());
        var accepted = new LinkedHashSet<Urgency>();
        accepted.add(wanted);
        words(story.path("urgency_acceptable")).forEach(level -> accepted.add(urgency(level)));
        var right = new LinkedHashSet<>(groups.getOrDefault(group, List.of()));
        words(story.path("acceptable_top")).forEach(other -> right.addAll(groups.getOrDefault(other, List.of())));
        return new PublishedCase(
                story.path("id").asText(),
                story.path("kind").asText(),
                new CaseSource(
                        source.path("title").asText(),
                        source.path("year").isInt() ? source.path("year").intValue() : null,
                        source.path("doi_or_url").asText(),
                        source.path("first_author").textValue()),
                group,
                words(story.path("tags")),
                wanted,
                accepted.stream().sorted().toList(),
                groups.getOrDefault(group, List.of()),
                List.copyOf(right));
    }

    static Urgency urgency(String word) {
        return Urgency.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private List<JsonNode> lines(String file) {
        return read(() -> {
            var nodes = new ArrayList<JsonNode>();
            for (var line : Files.readAllLines(folder.resolve(file))) {
                nodes.add(JSON.readTree(line));
            }
            return nodes;
        });
    }

    private static Map<String, String> ordered(String one, String its, String other, String others) {
        var map = new LinkedHashMap<String, String>();
        map.put(one, its);
        map.put(other, others);
        return map;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
