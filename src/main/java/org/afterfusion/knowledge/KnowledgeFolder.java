package org.afterfusion.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** The files of a knowledge folder, in the order of their paths. */
final class KnowledgeFolder {

    private final Path root;
    private final List<Path> files;

    KnowledgeFolder(Path root) {
        this.root = root;
        try (var all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all files, also those that hold no knowledge. */
    List<Path> files() {
        return files;
    }

    static boolean isKnowledge(Path file) {
        return file.toString().endsWith(".yaml");
    }

    /** Returns the path of a file below the folder, the same on every system. */
    String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Returns {@code sha256:} and the hash of all knowledge files with their paths. */
    String digest() {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                if (isKnowledge(file)) {
                    hash.update(path(file).getBytes(StandardCharsets.UTF_8));
                    hash.update(Files.readAllBytes(file));
                }
            }
            return "sha256:" + HexFormat.of().formatHex(hash.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
