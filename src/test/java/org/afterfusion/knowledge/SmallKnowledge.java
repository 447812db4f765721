package org.afterfusion.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of knowledge that has one or two of everything and loads in milliseconds: {@code small-knowledge}, with the files of
 * the shipped knowledge that name no cause and no finding.
 */
final class SmallKnowledge {

    private static final Path SHIPPED = Path.of("src/main/resources/knowledge");
    private static final Path SMALL = Path.of("src/test/resources/small-knowledge");
    private static final List<String> SHARED =
            List.of("knowledge.yaml", "texts.yaml", "unexplained.yaml", "urgency-levels.yaml");

    private SmallKnowledge() {}

    /** Writes the files into an existing folder. */
    static void copyTo(Path folder) throws IOException {
        for (var file : SHARED) {
            Files.copy(SHIPPED.resolve(file), folder.resolve(file));
        }
        try (var files = Files.walk(SMALL)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(SMALL.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Returns the paths of all files, sorted. */
    static List<String> files() throws IOException {
        try (var files = Files.walk(SMALL)) {
            return Stream.concat(
                            SHARED.stream(), files.filter(Files::isRegularFile).map(file -> SMALL.relativize(file)
                                    .toString()))
                    .sorted()
                    .toList();
        }
    }
}
