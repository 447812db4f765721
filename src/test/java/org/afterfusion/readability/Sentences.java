package org.afterfusion.readability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes texts apart into the sentences and words that are measured. */
final class Sentences {

    /**
     * A sentence ends with a period, a question or exclamation mark or a colon. A semicolon does not end one: it would be an
     * easy way around the limit.
     */
    private static final Pattern END = Pattern.compile("(?<=[.?!:…])[\"”»)]?\\s+");

    private static final Pattern WORD = Pattern.compile(".*[\\p{L}\\p{Nd}].*");

    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

    private Sentences() {}

    /** Returns the sentences of a text without the places that are filled later; a label is a sentence too. */
    static List<String> of(String text) {
        return END.splitAsStream(PLACE.matcher(text).replaceAll(" "))
                .map(String::strip)
                .filter(sentence -> !words(sentence).isEmpty())
                .toList();
    }

    /** Returns what stands between blanks: a figure or a hyphenated word is one word. */
    static List<String> words(String sentence) {
        return Arrays.stream(sentence.split("\\s+"))
                .filter(word -> WORD.matcher(word).matches())
                .toList();
    }

    /** Returns a word in lower case without the marks around it. */
    static String bare(String word) {
        return word.replaceAll("^[^\\p{L}\\p{Nd}]+|[^\\p{L}\\p{Nd}]+$", "").toLowerCase(Locale.ROOT);
    }
}
