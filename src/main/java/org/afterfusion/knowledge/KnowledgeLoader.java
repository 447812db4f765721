package org.afterfusion.knowledge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.afterfusion.knowledge.KnowledgeFiles.FindingFamily;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.ChangeLog;
import org.afterfusion.triage.HazardLog;
import org.afterfusion.triage.InterviewPlan;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RecoveryTimeline;
import org.afterfusion.triage.RedFlag;
import org.jspecify.annotations.Nullable;

/** Loads a folder of knowledge files, or what {@link KnowledgePacker} made of one. */
public final class KnowledgeLoader {

    private final List<KnowledgeIssue> issues = new ArrayList<>();

    /** By the path of their file, in its order; null where a file could not be read. */
    private final Map<String, @Nullable Object> contents = new LinkedHashMap<>();

    private KnowledgeLoader() {}

    /**
     * Returns the knowledge base of a folder.
     *
     * @throws InvalidKnowledgeException naming every issue of every file
     */
    public static KnowledgeBase load(Path root) {
        var folder = new KnowledgeFolder(root);
        var loader = new KnowledgeLoader();
        loader.read(folder);
        var knowledge = loader.knowledge(folder.digest());
        loader.issues.addAll(
                KnowledgeChecks.check(knowledge, loader.all(KnowledgeFiles.FINDINGS, FindingFamily.class)));
        if (!loader.issues.isEmpty()) {
            throw new InvalidKnowledgeException(loader.issues);
        }
        return knowledge;
    }

    /**
     * Returns the knowledge base of a folder that was packed, and so has passed all checks.
     *
     * @throws IOException if it cannot be read
     * @throws InvalidKnowledgeException if it was not packed from the files that this version reads
     */
    public static KnowledgeBase unpack(InputStream packed) throws IOException {
        var loader = new KnowledgeLoader();
        return loader.knowledge(loader.readPacked(packed));
    }

    private void read(KnowledgeFolder folder) {
        var reader = KnowledgeReader.ofYaml(issues);
        for (var file : folder.files()) {
            var path = folder.path(file);
            var type = KnowledgeFiles.typeOf(path);
            if (!KnowledgeFolder.isKnowledge(file)) {
                report(path, "is not a .yaml file");
            } else if (type == null) {
                report(path, "has no place among the knowledge files");
            } else {
                contents.put(path, read(reader, path, file, type));
            }
        }
    }

    private @Nullable Object read(KnowledgeReader reader, String path, Path file, Class<?> type) {
        try (var parser = reader.open(Files.newInputStream(file))) {
            var content = reader.read(path, parser, type);
            checkName(path, content);
            return content;
        } catch (IOException e) {
            report(path, "cannot be read: " + e.getMessage());
            return null;
        }
    }

    /** A file that holds one thing carries its id as its name, so that an answer leads to the file. */
    private void checkName(String path, @Nullable Object content) {
        if (content instanceof RedFlag flag) {
            checkName(path, flag.id());
        } else if (content instanceof Cause cause && !path.equals(KnowledgeFiles.UNEXPLAINED)) {
            checkName(path, cause.id());
        }
    }

    /** @param id null when the file lacks it: a record cannot promise what was read */
    private void checkName(String path, @Nullable String id) {
        if (id == null || !path.endsWith("/" + id + ".yaml")) {
            issues.add(new KnowledgeIssue(path, "id", id == null ? "is missing" : "differs from the file name"));
        }
    }

    /** Returns the digest of the files that were packed. */
    private String readPacked(InputStream packed) throws IOException {
        var reader = KnowledgeReader.ofJson(issues);
        try (var parser = reader.open(packed)) {
            enter(parser);
            parser.nextFieldName();
            var digest = parser.nextTextValue();
            parser.nextFieldName();
            enter(parser);
            for (var path = parser.nextFieldName(); path != null; path = parser.nextFieldName()) {
                parser.nextToken();
                contents.put(path, reader.read(path, parser, Objects.requireNonNull(KnowledgeFiles.typeOf(path))));
            }
            return digest;
        }
    }

    private static void enter(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("no packed knowledge");
        }
    }

    private KnowledgeBase knowledge(String digest) {
        var head = one(KnowledgeFiles.HEAD, KnowledgeFiles.Head.class);
        var families = all(KnowledgeFiles.FINDINGS, FindingFamily.class);
        var combinations = one(KnowledgeFiles.COMBINATIONS, KnowledgeFiles.Combinations.class);
        var causes = all(KnowledgeFiles.CAUSES, Cause.class);
        var unexplained = one(KnowledgeFiles.UNEXPLAINED, Cause.class);
        var redFlags = all(KnowledgeFiles.RED_FLAGS, RedFlag.class);
        var levels = one(KnowledgeFiles.LEVELS, KnowledgeFiles.UrgencyLevels.class);
        var education = one(KnowledgeFiles.EDUCATION, KnowledgeFiles.Education.class);
        var sources = one(KnowledgeFiles.SOURCES, KnowledgeFiles.Sources.class);
        var texts = one(KnowledgeFiles.TEXTS, KnowledgeFiles.Texts.class);
        var hazards = one(KnowledgeFiles.HAZARDS, HazardLog.class);
        var changes = one(KnowledgeFiles.CHANGES, ChangeLog.class);
        var interview = one(KnowledgeFiles.INTERVIEW, InterviewPlan.class);
        var recovery = one(KnowledgeFiles.RECOVERY, RecoveryTimeline.class);
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
        return new KnowledgeBase(
                head.version(),
                digest,
                head.review(),
                head.languages(),
                head.method(),
                families.values().stream()
                        .flatMap(family -> family.findings().stream())
                        .toList(),
                combinations.combinations(),
                List.copyOf(causes.values()),
                unexplained,
                List.copyOf(redFlags.values()),
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
    }

    private <T> @Nullable T one(String path, Class<T> type) {
        if (!contents.containsKey(path)) {
            report(path, "cannot be read: no such file");
        }
        return type.cast(contents.get(path));
    }

    /** Returns what the files of a folder hold, by path. */
    private <T> Map<String, T> all(String folder, Class<T> type) {
        var all = new LinkedHashMap<String, T>();
        boolean empty = true;
        for (var file : contents.entrySet()) {
            if (file.getKey().startsWith(folder + "/")) {
                empty = false;
                if (file.getValue() != null) {
                    all.put(file.getKey(), type.cast(file.getValue()));
                }
            }
        }
        if (empty) {
            report(folder, "cannot be read: no such file in it");
        }
        return all;
    }

    private void report(String path, String problem) {
        issues.add(new KnowledgeIssue(path, "", problem));
    }
}
