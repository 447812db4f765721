package org.afterfusion.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checks a folder of knowledge files and turns it into a single one, which is read in a fraction of the time. The build runs it, so
 * that a service starts neither with YAML nor with knowledge that nobody has checked.
 */
public final class KnowledgePacker {

    private KnowledgePacker() {}

    /** @param files the trees of the YAML files, by path */
    private record Packed(String digest, Map<String, JsonNode> files) {}

    /**
     * Packs a folder.
     *
     * @param arguments the folder, and the file to write for {@link KnowledgeLoader#unpack}
     * @throws InvalidKnowledgeException naming every issue of every file
     */
    public static void main(String[] arguments) throws IOException {
        pack(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void pack(Path root, Path target) throws IOException {
        KnowledgeLoader.load(root);
        var folder = new KnowledgeFolder(root);
        var yaml = KnowledgeReader.yaml().build();
        var trees = new LinkedHashMap<String, JsonNode>();
        for (var file : folder.files()) {
            trees.put(folder.path(file), yaml.readTree(Files.readAllBytes(file)));
        }
        Files.write(target, new JsonMapper().writeValueAsBytes(new Packed(folder.digest(), trees)));
    }
}
