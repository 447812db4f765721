package org.afterfusion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build makes of the knowledge files is the same knowledge. */
class KnowledgePackerTest {

    private static final Path SHIPPED = Path.of("src/main/resources/knowledge");

    @TempDir
    Path work;

    @Test
    void packedAndUnpackedTheShippedKnowledgeIsTheSame() throws IOException {
        var packed = work.resolve("knowledge.json");

        KnowledgePacker.pack(SHIPPED, packed);

        try (var content = Files.newInputStream(packed)) {
            assertThat(KnowledgeLoader.unpack(content)).isEqualTo(KnowledgeLoader.load(SHIPPED));
        }
    }

    @Test
    void whatHasIssuesIsNotPacked() throws IOException {
        var folder = Files.createDirectory(work.resolve("folder"));
        SmallKnowledge.copyTo(folder);
        Files.delete(folder.resolve("recovery.yaml"));
        var packed = work.resolve("knowledge.json");

        assertThatExceptionOfType(InvalidKnowledgeException.class)
                .isThrownBy(() -> KnowledgePacker.pack(folder, packed))
                .withMessageContaining("recovery.yaml: cannot be read: no such file");
        assertThat(packed).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"digest\":\"sha256:00\",\"files\":[]}", "id: rf-01"})
    void whatIsNoPackIsRefused(String content) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> unpack(content));
    }

    @Test
    void aPackWithoutFilesIsRefused() {
        assertThatExceptionOfType(InvalidKnowledgeException.class)
                .isThrownBy(() -> unpack("{\"digest\":\"sha256:00\",\"files\":{}}"));
    }

    private static void unpack(String content) throws IOException {
        KnowledgeLoader.unpack(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
