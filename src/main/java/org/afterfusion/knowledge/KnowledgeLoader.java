package org.afterfusion.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RedFlag;
import org.jspecify.annotations.Nullable;

/** Loads a folder of knowledge files. */
public final class KnowledgeLoader {

    private final Path root;
    private final List<KnowledgeIssue> issues = new ArrayList<>();
    private final KnowledgeReader reader;

    private KnowledgeLoader(Path root) {
        this.root = root;
        reader = new KnowledgeReader(root, issues);
    }

    /**
     * Returns the knowledge base of a folder.
     *
     * @throws InvalidKnowledgeException naming every issue of every file
     */
    public static KnowledgeBase load(Path root) {
        return new KnowledgeLoader(root).load();
    }

    private KnowledgeBase load() {
        var head = reader.read(root.resolve("knowledge.yaml"), KnowledgeFiles.Head.class);
        var families = readAll("findings", KnowledgeFiles.FindingFamily.class);
        var combinations = reader.read(root.resolve("combinations.yaml"), KnowledgeFiles.Combinations.class);
        var causes = readAll("causes", Cause.class);
        var unexplained = reader.read(root.resolve("unexplained.yaml"), Cause.class);
        var redFlags = readAll("red-flags", RedFlag.class);
        var levels = reader.read(root.resolve("urgency-levels.yaml"), KnowledgeFiles.UrgencyLevels.class);
        var education = reader.read(root.resolve("education.yaml"), KnowledgeFiles.Education.class);
        var sources = reader.read(root.resolve("sources.yaml"), KnowledgeFiles.Sources.class);
        var texts = reader.read(root.resolve("texts.yaml"), KnowledgeFiles.Texts.class);
        if (head == null
                || combinations == null
                || unexplained == null
                || levels == null
                || education == null
                || sources == null
                || texts == null
                || !issues.isEmpty()) {
            // What could not be read cannot be checked against the rest without drowning its cause in consequences.
            throw new InvalidKnowledgeException(issues);
        }
        var knowledge = new KnowledgeBase(
                head.version(),
                digest(),
                head.review(),
                head.languages(),
                head.method(),
                families.stream().flatMap(family -> family.findings().stream()).toList(),
                combinations.combinations(),
                causes,
                unexplained,
                redFlags,
                head.scope(),
                levels.levels(),
                education.education(),
                sources.sources(),
                texts.contacts(),
                texts.phrases());
        issues.addAll(KnowledgeChecks.check(knowledge));
        if (!issues.isEmpty()) {
            throw new InvalidKnowledgeException(issues);
        }
        return knowledge;
    }

    private <T> List<T> readAll(String folder, Class<T> type) {
        return files(root.resolve(folder))
                .map(file -> readNamed(file, type))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** A file that holds one thing carries its id as its name, so that an answer leads to the file. */
    private <T> @Nullable T readNamed(Path file, Class<T> type) {
        var content = reader.read(file, type);
        var id = content instanceof Cause cause ? cause.id() : content instanceof RedFlag flag ? flag.id() : null;
        if (id != null && !file.getFileName().toString().equals(id + ".yaml")) {
            issues.add(new KnowledgeIssue(root.relativize(file).toString(), "id", "differs from the file name"));
        }
        return content;
    }

    private String digest() {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (var file : files(root).toList()) {
                hash.update(root.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
                hash.update(Files.readAllBytes(file));
            }
            return "sha256:" + HexFormat.of().formatHex(hash.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
