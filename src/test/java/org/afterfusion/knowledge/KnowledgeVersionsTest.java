package org.afterfusion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.afterfusion.triage.ChangeLog.Kind;
import org.afterfusion.triage.ChangeLog.Release;
import org.junit.jupiter.api.Test;

/**
 * Holds every version of the knowledge to the digest it was recorded with, so that a version never means two things. Run with
 * {@code -Dcontract.update=true} to record knowledge whose version is not released yet.
 */
class KnowledgeVersionsTest {

    private static final Path RECORDED = Path.of("src/test/resources/contract/knowledge-versions.yaml");
    private static final boolean UPDATE = Boolean.getBoolean("contract.update");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    /** @param released whether somebody may have pinned it; then its digest stays for good */
    record Version(String digest, boolean released) {}

    @Test
    void theShippedKnowledgeIsTheRecordedOne() throws IOException {
        var knowledge = KnowledgeLoader.load(Path.of("src/main/resources/knowledge"));
        var versions = read();
        if (UPDATE) {
            versions = updated(versions, knowledge.version(), knowledge.digest());
            write(versions);
        }

        hold(versions, knowledge.version(), knowledge.digest());
        assertThat(versions)
                .containsOnlyKeys(knowledge.changeLog().releases().stream()
                        .filter(release -> release.kind() == Kind.KNOWLEDGE)
                        .map(Release::version)
                        .toList());
    }

    @Test
    void changedKnowledgeUnderAReleasedVersion() {
        var versions = Map.of("2026.1.0", new Version("sha256:a", true));

        assertThatThrownBy(() -> hold(versions, "2026.1.0", "sha256:b"))
                .hasMessageContaining("new version in knowledge.yaml");
        assertThatThrownBy(() -> updated(versions, "2026.1.0", "sha256:b"))
                .hasMessageContaining("new version in knowledge.yaml");
        hold(versions, "2026.1.0", "sha256:a");
    }

    @Test
    void changedKnowledgeUnderAVersionNotReleasedYet() {
        var versions = Map.of("2026.1.0", new Version("sha256:a", false));

        assertThatThrownBy(() -> hold(versions, "2026.1.0", "sha256:b")).hasMessageContaining("-Dcontract.update=true");
        hold(updated(versions, "2026.1.0", "sha256:b"), "2026.1.0", "sha256:b");
    }

    @Test
    void aVersionNobodyRecorded() {
        assertThatThrownBy(() -> hold(Map.of(), "2026.1.0", "sha256:a")).hasMessageContaining("-Dcontract.update=true");
        assertThat(updated(Map.of(), "2026.1.0", "sha256:a")).containsEntry("2026.1.0", new Version("sha256:a", false));
    }

    private static void hold(Map<String, Version> versions, String version, String digest) {
        var recorded = versions.get(version);
        if (recorded == null) {
            throw new AssertionError("Knowledge " + version + " is not in " + RECORDED
                    + ". Record it with -Dcontract.update=true -Dtest=KnowledgeVersionsTest.");
        }
        if (!recorded.digest().equals(digest)) {
            throw changed(version, recorded);
        }
    }

    private static Map<String, Version> updated(Map<String, Version> versions, String version, String digest) {
        var recorded = versions.get(version);
        if (recorded != null && recorded.released() && !recorded.digest().equals(digest)) {
            throw changed(version, recorded);
        }
        var updated = new LinkedHashMap<String, Version>();
        updated.put(version, new Version(digest, recorded != null && recorded.released()));
        versions.forEach(updated::putIfAbsent);
        return updated;
    }

    private static AssertionError changed(String version, Version recorded) {
        return new AssertionError("The knowledge is not what was recorded as " + version + ". "
                + (recorded.released()
                        ? "That version is released: give the knowledge a new version in knowledge.yaml and a line in changes.yaml."
                        : "If the change is meant, add a line to changes.yaml where it matters to a reader, and record it with "
                                + "-Dcontract.update=true -Dtest=KnowledgeVersionsTest."));
    }

    private static Map<String, Version> read() throws IOException {
        return YAML.readValue(RECORDED.toFile(), new TypeReference<LinkedHashMap<String, Version>>() {});
    }

    private static void write(Map<String, Version> versions) throws IOException {
        var heading =
                "# What each version of the knowledge is, newest first. A released one may be pinned by a client: its digest "
                        + "stays.\n# Set `released` by hand when a version goes out; KnowledgeVersionsTest holds the rest.\n";
        Files.writeString(RECORDED, heading + YAML.writeValueAsString(versions));
    }
}
