package org.afterfusion.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.Combination;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RedFlag;

/**
 * The knowledge base several times over, to measure what growth costs: as many findings, combinations, causes and red flags again
 * for each copy, with ids of their own, that know nothing of those of another copy. It makes no medical sense.
 */
public final class GrownKnowledge {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path root;
    private final KnowledgeBase original;
    private final Set<String> ids = new HashSet<>();

    private GrownKnowledge(Path root) {
        this.root = root;
        original = KnowledgeLoader.load(root);
        original.findings().forEach(finding -> ids.add(finding.id()));
        original.causes().forEach(cause -> ids.add(cause.id()));
        original.redFlags().forEach(flag -> ids.add(flag.id()));
    }

    /** Returns the knowledge of a folder so many times over. */
    public static KnowledgeBase of(Path root, int times) throws IOException {
        return new GrownKnowledge(root).grown(times);
    }

    /** Returns the id that something of the original has in a copy; copies count from 0, the original. */
    public static String idIn(int copy, String id) {
        return copy == 0 ? id : id + "-" + copy;
    }

    private KnowledgeBase grown(int times) throws IOException {
        var findings = new ArrayList<>(original.findings());
        var combinations = new ArrayList<>(original.combinations());
        var causes = new ArrayList<>(original.causes());
        var redFlags = new ArrayList<>(original.redFlags());
        var scratch = Files.createTempDirectory("grown-knowledge");
        for (int copy = 1; copy < times; copy++) {
            var folder = copy(copy, scratch.resolve(String.valueOf(copy)));
            findings.addAll(read(folder, "findings", KnowledgeFiles.FindingFamily.class).stream()
                    .flatMap(family -> family.findings().stream())
                    .toList());
            combinations.addAll(read(folder, "combinations.yaml", KnowledgeFiles.Combinations.class)
                    .get(0)
                    .combinations());
            causes.addAll(read(folder, "causes", Cause.class));
            redFlags.addAll(read(folder, "red-flags", RedFlag.class));
        }
        return with(findings, combinations, causes, redFlags);
    }

    private KnowledgeBase with(
            List<Finding> findings, List<Combination> combinations, List<Cause> causes, List<RedFlag> redFlags) {
        return new KnowledgeBase(
                original.version(),
                original.digest(),
                original.review(),
                original.languages(),
                original.method(),
                findings,
                combinations,
                causes,
                original.unexplained(),
                redFlags,
                original.scope(),
                original.levels(),
                original.education(),
                original.sources(),
                original.contacts(),
                original.phrases(),
                original.intendedUse(),
                original.hazardLog(),
                original.changeLog(),
                original.interview(),
                original.recovery());
    }

    private Path copy(int copy, Path folder) throws IOException {
        for (var part : List.of("findings", "combinations.yaml", "causes", "red-flags")) {
            for (var file : files(root.resolve(part))) {
                var target = folder.resolve(root.relativize(file));
                Files.createDirectories(target.getParent());
                YAML.writeValue(target.toFile(), renamed(YAML.readTree(file.toFile()), copy));
            }
        }
        return folder;
    }

    private JsonNode renamed(JsonNode node, int copy) {
        if (node instanceof ObjectNode object) {
            var renamed = YAML.createObjectNode();
            object.properties()
                    .forEach(property ->
                            renamed.set(renamed(property.getKey(), copy), renamed(property.getValue(), copy)));
            return renamed;
        }
        if (node instanceof ArrayNode array) {
            var renamed = YAML.createArrayNode();
            array.forEach(element -> renamed.add(renamed(element, copy)));
            return renamed;
        }
        return node.isTextual() ? TextNode.valueOf(renamed(node.textValue(), copy)) : node;
    }

    private String renamed(String text, int copy) {
        return ids.contains(text) ? idIn(copy, text) : text;
    }

    private static <T> List<T> read(Path folder, String part, Class<T> type) throws IOException {
        var issues = new ArrayList<KnowledgeIssue>();
        var reader = KnowledgeReader.ofYaml(issues);
        var read = new ArrayList<T>();
        for (var file : files(folder.resolve(part))) {
            try (var content = reader.open(Files.newInputStream(file))) {
                read.add(reader.read(file.toString(), content, type));
            }
        }
        if (!issues.isEmpty()) {
            throw new InvalidKnowledgeException(issues);
        }
        return read;
    }

    private static List<Path> files(Path part) throws IOException {
        try (var files = Files.walk(part)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
