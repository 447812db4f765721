package org.afterfusion.knowledge;

/**
 * Something wrong in a knowledge file.
 *
 * @param file path below the knowledge folder
 * @param path of the key inside the file, such as {@code floors[0].when}
 */
public record KnowledgeIssue(String file, String path, String problem) {

    @Override
    public String toString() {
        return file + (path.isEmpty() ? "" : ": " + path) + ": " + problem;
    }
}
