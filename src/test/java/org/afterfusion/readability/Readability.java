package org.afterfusion.readability;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How easy a sentence is to read, in one language.
 *
 * <p>English: the grade level of Flesch and Kincaid (J. P. Kincaid et al., 1975), 0.39 words a sentence + 11.8 syllables a
 * word - 15.59, at most {@value #HIGHEST_GRADE}. Spanish: the perspicuity of F. Szigriszt Pazos (1993), 206.835 - 62.3
 * syllables a word - words a sentence, at least {@value #LOWEST_PERSPICUITY}: from there on the INFLESZ scale says "normal"
 * (I. M. Barrio-Cantalejo et al., An Sist Sanit Navar 2008; 31: 135-152, on texts for patients), the level of the general
 * press.
 *
 * <p>Both formulas were made for passages. We ask every sentence by itself to hold the limit, which is stricter, and bend in
 * three places:
 *
 * <ul>
 *   <li>In a piece of fewer than {@value #SHORTEST_ENGLISH} words (Spanish {@value #SHORTEST_SPANISH}), such as a label or a
 *       short question, one syllable more moves the result by three grades or more (Spanish by more than the whole step that
 *       INFLESZ calls normal), so the formula says little. There every word of {@value #LONG_ENGLISH} syllables or more (Spanish
 *       {@value #LONG_SPANISH}) must be in the {@link Glossary}.
 *   <li>A glossary word counts as {@value #GLOSSARY_SYLLABLES} syllables: the word is explained, and no plainer one says the
 *       same.
 *   <li>A figure counts as one syllable: digits are easier to read than the words they stand for.
 * </ul>
 *
 * No sentence has more than {@value #LONGEST} words.
 */
final class Readability {

    static final double HIGHEST_GRADE = 8;
    static final double LOWEST_PERSPICUITY = 55;
    static final int LONGEST = 25;
    static final int SHORTEST_ENGLISH = 5;
    static final int SHORTEST_SPANISH = 7;
    static final int LONG_ENGLISH = 4;
    static final int LONG_SPANISH = 5;
    static final int GLOSSARY_SYLLABLES = 2;

    private final String language;
    private final Glossary glossary;

    Readability(String language, Glossary glossary) {
        this.language = language;
        this.glossary = glossary;
    }

    /**
     * What was counted.
     *
     * @param value English: the grade, lower is easier; Spanish: the perspicuity, higher is easier
     */
    record Measure(int words, int syllables, double value) {}

    /** Returns the measure of a passage, glossary words counted as short. */
    Measure measure(List<String> sentences) {
        return measure(sentences, this::syllables);
    }

    /** Returns the measure of a passage with every syllable counted. */
    Measure measureInFull(List<String> sentences) {
        return measure(sentences, this::allSyllables);
    }

    private Measure measure(List<String> sentences, ToIntFunction<String> counter) {
        var words = sentences.stream()
                .flatMap(sentence -> Sentences.words(sentence).stream())
                .toList();
        int syllables = words.stream().mapToInt(counter).sum();
        double wordsPerSentence = (double) words.size() / sentences.size();
        double syllablesPerWord = (double) syllables / words.size();
        double value = isSpanish()
                ? 206.835 - 62.3 * syllablesPerWord - wordsPerSentence
                : 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59;
        return new Measure(words.size(), syllables, Math.round(value * 10) / 10.0);
    }

    /** Whether a sentence is long enough for the formula. */
    boolean isMeasured(String sentence) {
        return Sentences.words(sentence).size() >= (isSpanish() ? SHORTEST_SPANISH : SHORTEST_ENGLISH);
    }

    /** Returns what makes a sentence too hard; empty when nothing does. */
    List<String> faults(String sentence) {
        var faults = new ArrayList<String>();
        var words = Sentences.words(sentence);
        var measure = measure(List.of(sentence));
        if (words.size() > LONGEST) {
            faults.add("has " + words.size() + " words, at most " + LONGEST);
        }
        if (!isMeasured(sentence)) {
            words.stream()
                    .filter(word -> syllables(word) >= (isSpanish() ? LONG_SPANISH : LONG_ENGLISH))
                    .forEach(word -> faults.add("long word not in the glossary: " + Sentences.bare(word)));
        } else if (isSpanish() && measure.value() < LOWEST_PERSPICUITY) {
            faults.add("perspicuity " + measure.value() + ", at least " + LOWEST_PERSPICUITY);
        } else if (!isSpanish() && measure.value() > HIGHEST_GRADE) {
            faults.add("grade " + measure.value() + ", at most " + HIGHEST_GRADE);
        }
        return faults;
    }

    private int syllables(String word) {
        int all = allSyllables(word);
        return glossary.explains(language, word) ? Math.min(GLOSSARY_SYLLABLES, all) : all;
    }

    private int allSyllables(String word) {
        return isSpanish() ? SpanishSyllables.count(word) : EnglishSyllables.count(word);
    }

    private boolean isSpanish() {
        return language.equals("es");
    }
}
