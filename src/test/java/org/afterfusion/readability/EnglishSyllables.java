package org.afterfusion.readability;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Counts the syllables of English words by spelling.
 *
 * <p>A run of vowel letters is one syllable; y counts as a vowel unless another follows. Then the usual departures of English
 * spelling are put right: the mute e (at the end, in -ed and -es, before endings such as -ly, inside compounds such as
 * "something"), and neighboring vowels that are said apart ("fluid", "easier"). What no rule gets right is listed. A word in
 * capitals only is spelled out letter by letter.
 */
final class EnglishSyllables {

    private static final Pattern VOWELS = Pattern.compile("(?:[aeiou]|y(?![aeiou]))+");

    /** After a consonant, "le", "led" and "les" keep their syllable: ankle, settled, muscles. */
    private static final Pattern MUTE = Pattern.compile("(?<=[^aeiouyl]|[aeiouylr]l)e$"
            + "|(?<=[^aeioutdl]|[aeiouylr]l)ed$"
            + "|(?<=[^aeiousxzcghl]|[^sc]h|[aeiouylr]l)es$"
            + "|(?<=[aeiouy][^aeiouyl]{1,2})e(?=(?:ly|ments?|ful|fully|less|ness)$)"
            + "|(?<=(?:som|tim|her|wher|bas|guid|fram|els))e(?=(?:thing|times?|one|body|line|lines|work|where|how|what)$)"
            + "|(?<=[aio][gq])ue$|(?<=^ev)e(?=ry)");

    private static final Pattern APART =
            Pattern.compile("(?<![cghlnstx])i[aou]|(?<=[ln])i(?:a|ou)|(?<=[ctg])i(?:ar|at|ety)"
                    + "|(?<=[dlnrsv])i(?:er|est|ent|ence)(?:s|ly)?$|(?<=^d)iet"
                    + "|(?<=[clntrsx])ua|(?<=d)ua(?!r)|uou|(?<=fl|[nr])ui(?=[dn])|(?<=[aeou])ing|[^aeiou]ying"
                    + "|(?<![aeiouygp])eo(?!u)|(?<=cr|^r)ea(?=[ct][ti])|eum|(?:sm|thm)s?$");

    private static final Map<String, Integer> IRREGULAR = Map.ofEntries(
            entry("aches", 1),
            entry("area", 3),
            entry("areas", 3),
            entry("anyone", 3),
            entry("behavior", 3),
            entry("celsius", 3),
            entry("diabetes", 4),
            entry("evening", 2),
            entry("everyone", 3),
            entry("eye", 1),
            entry("eyes", 1),
            entry("idea", 3),
            entry("ideas", 3),
            entry("involvement", 3),
            entry("maybe", 2),
            entry("osteoarthritis", 6),
            entry("safety", 2),
            entry("suicide", 3),
            entry("therefore", 2),
            entry("vertebrae", 3));

    private EnglishSyllables() {}

    /** Returns how many syllables a word has, at least 1; a figure counts as one. */
    static int count(String word) {
        int syllables = 0;
        for (var part : word.split("[-–—/]")) {
            syllables += ofPart(part);
        }
        return Math.max(1, syllables);
    }

    private static int ofPart(String part) {
        var letters = part.replace("’", "'").replaceFirst("'s?$", "").replaceAll("[^\\p{L}]", "");
        if (letters.length() > 1 && letters.equals(letters.toUpperCase(Locale.ROOT))) {
            return letters.length();
        }
        var word = letters.toLowerCase(Locale.ROOT);
        var irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        int count = runs(VOWELS, word) + runs(APART, word) - runs(MUTE, word);
        return word.isEmpty() ? 0 : Math.max(1, count);
    }

    private static int runs(Pattern pattern, String word) {
        return (int) pattern.matcher(word).results().count();
    }
}
