package org.afterfusion.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /** Names every text that is blank or not in exactly these languages. */
    public List<String> incompleteIn(Collection<String> languages) {
        var texts = new TreeMap<String, Text>();
        statements.forEach((id, text) -> texts.put("statements." + id, text));
        terms.forEach((kind, names) -> names.forEach((id, text) -> texts.put("terms." + kind + "." + id, text)));
        meanings.forEach((kind, all) -> all.forEach((id, text) -> texts.put("meanings." + kind + "." + id, text)));
        labels.forEach((key, text) -> texts.put("labels." + key, text));
        texts.values()
                .removeIf(text -> text.languages().equals(Set.copyOf(languages))
                        && text.byLanguage().values().stream().noneMatch(String::isBlank));
        return List.copyOf(texts.keySet());
    }

    private static Text existing(Map<String, Text> texts, String key) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return text;
    }
}
