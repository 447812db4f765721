package org.afterfusion.triage;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One sentence or phrase in every language of the knowledge base.
 *
 * @param byLanguage text by ISO 639-1 code; always holds {@value #DEFAULT_LANGUAGE}
 */
public record Text(Map<String, String> byLanguage) {

    public static final String DEFAULT_LANGUAGE = "en";

    public Text {
        byLanguage = Map.copyOf(byLanguage);
        if (!byLanguage.containsKey(DEFAULT_LANGUAGE)) {
            throw new IllegalArgumentException("text without " + DEFAULT_LANGUAGE);
        }
    }

    /** Returns the text in a language, or in English where that language is missing. */
    public String in(String language) {
        var text = byLanguage.get(language);
        return text != null ? text : byLanguage.getOrDefault(DEFAULT_LANGUAGE, "");
    }

    /** Returns the texts in a language, each as by {@link #in(String)}. */
    public static List<String> in(String language, List<Text> texts) {
        return texts.stream().map(text -> text.in(language)).toList();
    }

    public Set<String> languages() {
        return byLanguage.keySet();
    }
}
