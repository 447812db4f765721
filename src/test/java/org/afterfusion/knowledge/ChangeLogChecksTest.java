package org.afterfusion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.afterfusion.triage.ChangeLog.Effect;
import org.afterfusion.triage.ChangeLog.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks the small knowledge's change log in one place at a time. */
class ChangeLogChecksTest {

    @TempDir
    Path folder;

    @BeforeEach
    void copySmallKnowledge() throws IOException {
        SmallKnowledge.copyTo(folder);
    }

    @Test
    void isReadNewestFirst() {
        var releases = KnowledgeLoader.load(folder).changeLog().releases();

        assertThat(releases)
                .extracting(release -> release.kind())
                .containsExactly(Kind.KNOWLEDGE, Kind.CONTRACT, Kind.KNOWLEDGE);
        assertThat(releases.get(0).changes())
                .extracting(change -> change.effect())
                .containsExactly(Effect.ADDED, Effect.REMOVED);
        assertThat(releases.get(0).changes().get(0).raises()).isTrue();
        assertThat(releases.get(0).changes().get(1).causes()).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 2026.11.1 | version: 2026.11.9 | 2026.11.9: stands below an older version of the knowledge",
                "version: 2026.11.1 | version: one | one: is not a version such as 2026.11.0",
                "version: 1.0.0 | version: 1.0 | 1.0: is not a version such as 2026.11.0",
                "'2026-11-22' | 22.11.2026 | 2026.11.4.date: is not a date such as 2026-11-22",
                "'2026-11-22' | '2026-11-19' | 1.0.0.date: is later than that of the entry above",
                "findings: [swollen-calf] | findings: [swolen-calf] | 2026.11.4.findings: unknown id swolen-calf",
                "causes: [clot] | causes: [clod] | 2026.11.4.causes: unknown id clod",
                "redFlags: [rf-clot] | redFlags: [rf-1] | 2026.11.4.redFlags: unknown id rf-1",
                "findings: [hat-size] | findings: [pain] | 2026.11.4.findings: was removed but exists: pain",
                "effect: added | effect: mended | releases[0].changes[0].effect: unknown word mended",
                "kind: contract | kind: contrat | releases[1].kind: unknown word contrat",
                "date: | day: | releases[0].day: unknown key",
                ", es: Un signo de coágulo. | '' | releases[0].changes[0].text: must be in [en, es]",
            })
    void oneFault(String from, String to, String issue) throws IOException {
        edit(from, to);

        assertThat(issues()).contains("changes.yaml: " + issue);
    }

    @Test
    void theVersionInServiceHasNoEntry() throws IOException {
        edit("version: 2026.11.4", "version: 2026.12.0");

        assertThat(issues())
                .containsExactly(
                        "changes.yaml: releases: the newest of the knowledge is 2026.12.0, in service is 2026.11.4");
    }

    @Test
    void missing() throws IOException {
        Files.delete(folder.resolve("changes.yaml"));

        assertThat(issues()).singleElement().asString().startsWith("changes.yaml: cannot be read");
    }

    @Test
    void nothing() throws IOException {
        Files.writeString(folder.resolve("changes.yaml"), "releases: []\n");

        assertThat(issues()).singleElement().asString().contains("the newest of the knowledge is none");
    }

    @Test
    void aVersionWithoutAChange() throws IOException {
        var text = Files.readString(folder.resolve("changes.yaml"));
        Files.writeString(
                folder.resolve("changes.yaml"),
                text + "  - {kind: contract, version: 0.9.0, date: '2026-11-20', changes: []}\n");

        assertThat(issues()).containsExactly("changes.yaml: 0.9.0: names no change");
    }

    /** Replaces the first occurrence. */
    private void edit(String from, String to) throws IOException {
        var file = folder.resolve("changes.yaml");
        var text = Files.readString(file);
        int start = text.indexOf(from);
        assertThat(start).as(from).isNotNegative();
        Files.writeString(file, text.substring(0, start) + to + text.substring(start + from.length()));
    }

    private List<String> issues() {
        var failure = catchThrowableOfType(InvalidKnowledgeException.class, () -> KnowledgeLoader.load(folder));
        assertThat(failure).as("refusal to load").isNotNull();
        return failure.issues().stream().map(KnowledgeIssue::toString).toList();
    }
}
