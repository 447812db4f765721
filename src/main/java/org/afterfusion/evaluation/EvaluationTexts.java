package org.afterfusion.evaluation;

import java.util.Map;
import org.afterfusion.triage.Text;

/**
 * The words of the evaluation, in every language, in the order they are shown.
 *
 * @param statements what the figures are and are not
 * @param terms names by kind and id, such as {@code measure} and {@code exact-level}
 * @param meanings of those terms that need one, by kind and id
 * @param labels of the printable page
 */
public record EvaluationTexts(
        Map<String, Text> statements,
        Map<String, Map<String, Text>> terms,
        Map<String, Map<String, Text>> meanings,
        Map<String, Text> labels) {

    /** Returns the name of an id; every id of the document has one. */
    public String name(String kind, String id, String language) {
        return existing(terms.getOrDefault(kind, Map.of()), id).in(language);
    }

    public String meaning(String kind, String id, String language) {
        return existing(meanings.getOrDefault(kind, Map.of()), id).in(language);
    }

    public String label(String key, String language) {
        return existing(labels, key).in(language);
    }

    private static Text existing(Map<String, Text> texts, String key) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return text;
    }
}
