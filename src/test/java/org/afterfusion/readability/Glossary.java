package org.afterfusion.readability;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The long words that a text about legs after spinal fusion cannot do without, each with its meaning in plain words.
 *
 * @param entries by ISO 639-1 code
 */
record Glossary(Map<String, List<Entry>> entries, Map<String, Set<String>> words) {

    /** All forms of one word. */
    record Entry(List<String> words, String meaning) {}

    private static final class Shape extends HashMap<String, List<Entry>> {
        private static final long serialVersionUID = 1;
    }

    /** Returns the glossary of the test resources. */
    static Glossary load() {
        try (var file = Glossary.class.getResourceAsStream("/readability/glossary.yaml")) {
            var entries = new YAMLMapper().readValue(file, Shape.class);
            var words = new HashMap<String, Set<String>>();
            entries.forEach((language, some) -> words.put(
                    language,
                    Set.copyOf(some.stream()
                            .flatMap(entry -> entry.words().stream())
                            .toList())));
            return new Glossary(entries, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean explains(String language, String word) {
        return words.getOrDefault(language, Set.of()).contains(Sentences.bare(word));
    }
}
