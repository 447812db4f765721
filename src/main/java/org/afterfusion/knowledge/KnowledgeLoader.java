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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.ChangeLog;
import org.afterfusion.triage.HazardLog;
import org.afterfusion.triage.InterviewPlan;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RecoveryTimeline;
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
        var causes = List.copyOf(readAll("causes", Cause.class).values());
        var unexplained = reader.read(root.resolve("unexplained.yaml"), Cause.class);
        var redFlags = List.copyOf(readAll("red-flags", RedFlag.class).values());
        var levels = reader.read(root.resolve("urgency-levels.yaml"), KnowledgeFiles.UrgencyLevels.class);
        var education = reader.read(root.resolve("education.yaml"), KnowledgeFiles.Education.class);
        var sources = reader.read(root.resolve("sources.yaml"), KnowledgeFiles.Sources.class);
        var texts = reader.read(root.resolve("texts.yaml"), KnowledgeFiles.Texts.class);
        var hazards = reader.read(root.resolve("hazards.yaml"), HazardLog.class);
        var changes = reader.read(root.resolve("changes.yaml"), ChangeLog.class);
        var interview = reader.read(root.resolve("interview.yaml"), InterviewPlan.class);
        var recovery = reader.read(root.resolve("recovery.yaml"), RecoveryTimeline.class);
        files(root).filter(file -> !isKnowledge(file)).forEach(file -> report(file, "is not a .yaml file"));
        if (head == null
                || combinations == null
                || unexplained == null
                || levels == null
                || education == null
                || sources == null
                || texts == null
                || hazards == null
                || changes == null
                || interview == null
                || recovery == null
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
                families.values().stream()
                        .flatMap(family -> family.findings().stream())
                        .toList(),
                combinations.combinations(),
                causes,
                unexplained,
                redFlags,
                head.scope(),
                levels.levels(),
                education.education(),
                sources.sources(),
                texts.contacts(),
                texts.phrases(),
                head.intendedUse(),
                hazards,
                changes,
                interview,
                recovery);
        issues.addAll(KnowledgeChecks.check(knowledge, families));
        if (!issues.isEmpty()) {
            throw new InvalidKnowledgeException(issues);
        }
        return knowledge;
    }

    /** Returns what the files of a folder hold, by path. */
    private <T> Map<String, T> readAll(String folder, Class<T> type) {
        var contents = new LinkedHashMap<String, T>();
        if (!Files.isDirectory(root.resolve(folder))) {
            report(root.resolve(folder), "cannot be read: no such folder");
            return contents;
        }
        files(root.resolve(folder)).filter(KnowledgeLoader::isKnowledge).forEach(file -> {
            var content = readNamed(file, type);
            if (content != null) {
                contents.put(root.relativize(file).toString(), content);
            }
        });
        return contents;
    }

    /** A file that holds one thing carries its id as its name, so that an answer leads to the file. */
    private <T> @Nullable T readNamed(Path file, Class<T> type) {
        var content = reader.read(file, type);
        if (content instanceof Cause cause) {
            checkName(file, cause.id());
        } else if (content instanceof RedFlag flag) {
            checkName(file, flag.id());
        }
        return content;
    }

    /** @param id null when the file lacks it: a record cannot promise what was read */
    private void checkName(Path file, @Nullable String id) {
        if (id == null || !file.getFileName().toString().equals(id + ".yaml")) {
            var problem = id == null ? "is missing" : "differs from the file name";
            issues.add(new KnowledgeIssue(root.relativize(file).toString(), "id", problem));
        }
    }

    private String digest() {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (var file : files(root).filter(KnowledgeLoader::isKnowledge).toList()) {
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

    private void report(Path file, String problem) {
        issues.add(new KnowledgeIssue(root.relativize(file).toString(), "", problem));
    }

    private static boolean isKnowledge(Path file) {
        return file.toString().endsWith(".yaml");
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
