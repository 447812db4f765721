package org.afterfusion.readability;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Counts the syllables of Spanish words by spelling.
 *
 * <p>A syllable is a vowel, a diphthong or a triphthong. Two open vowels (a, e, o), an open one beside an accented closed one
 * (í, ú), and the same vowel twice are said apart (hiatus); all other neighbors are said together. The u of que, qui, gue and
 * gui is mute, y at the end or alone is a vowel, and an h between vowels (but not of ch) is as if it were not there. A word in
 * capitals only is not spelled out: Spanish ones are mostly said as words.
 */
final class SpanishSyllables {

    private static final String OPEN = "aeoáéóíú";
    private static final String CLOSED = "iuüy";

    private static final Pattern MUTE_U = Pattern.compile("(?<=[qg])u(?=[eiéí])");
    private static final Pattern MUTE_H = Pattern.compile("(?<!c)h");
    private static final Pattern VOWEL_Y = Pattern.compile("y(?![aeiouáéíóú])");

    private SpanishSyllables() {}

    /** Returns how many syllables a word has, at least 1; a figure counts as one. */
    static int count(String word) {
        int syllables = 0;
        for (var part : word.split("[-–—/]")) {
            syllables += ofPart(part);
        }
        return Math.max(1, syllables);
    }

    private static int ofPart(String part) {
        var word = part.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        word = VOWEL_Y.matcher(word).replaceAll("i");
        word = word.replace('y', '-');
        word = MUTE_U.matcher(word).replaceAll("");
        word = MUTE_H.matcher(word).replaceAll("");
        int count = 0;
        char before = '-';
        for (char letter : word.toCharArray()) {
            if (isVowel(letter) && !(isVowel(before) && together(before, letter))) {
                count++;
            }
            before = letter;
        }
        return count;
    }

    private static boolean together(char before, char letter) {
        boolean open = OPEN.indexOf(before) >= 0 && OPEN.indexOf(letter) >= 0;
        return !open && before != letter;
    }

    private static boolean isVowel(char letter) {
        return OPEN.indexOf(letter) >= 0 || CLOSED.indexOf(letter) >= 0;
    }
}
