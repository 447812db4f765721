package org.afterfusion.readability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.readability.PatientTexts.PatientText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence for people can be read by many of them: {@link Readability} says how that is measured and what the limits are. */
class ReadabilityTest {

    private static final Glossary GLOSSARY = Glossary.load();

    private static final List<PatientText> TEXTS =
            PatientTexts.of(KnowledgeLoader.load(Path.of("src/main/resources/knowledge")));

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everySentenceHoldsTheLimit(String language) {
        var readability = new Readability(language, GLOSSARY);
        var faults = in(language)
                .flatMap(text -> text.sentences().stream().flatMap(sentence -> readability.faults(sentence).stream()
                        .map(fault -> text + ": " + fault + ": " + sentence)))
                .toList();

        assertThat(in(language)).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void noTextIsInALanguageThatIsNotMeasured() {
        assertThat(TEXTS).extracting(PatientText::language).containsOnly("en", "es");
    }

    /** The whole leaves room: two grades, and in Spanish the step that INFLESZ calls quite easy. */
    @Test
    void theWholeIsEasierThanTheLimitWithEverySyllableCounted() {
        assertThat(new Readability("en", GLOSSARY)
                        .measureInFull(sentences("en"))
                        .value())
                .isLessThanOrEqualTo(6);
        assertThat(new Readability("es", GLOSSARY)
                        .measureInFull(sentences("es"))
                        .value())
                .isGreaterThanOrEqualTo(65);
    }

    @Test
    void everyKindOfTextIsRead() {
        assertThat(TEXTS)
                .extracting(PatientText::where)
                .contains(
                        "findings/saddle-numbness/label",
                        "findings/saddle-numbness/ask",
                        "findings/saddle-numbness/why",
                        "findings/wound-drainage/choices/cloudy/label",
                        "causes/cauda-equina-syndrome/text/name",
                        "causes/arachnoiditis/text/selfCare/0",
                        "causes/arachnoiditis/text/explainer",
                        "unexplained/text/summary",
                        "redFlags/rf-01/because",
                        "redFlags/rf-17/watchFor/text",
                        "levels/EMERGENCY/action",
                        "contacts/surgical-team",
                        "recovery/anyTime/0",
                        "recovery/phases/first-days/title",
                        "recovery/phases/first-days/usual/0",
                        "recovery/phases/months-4-to-12/tellTeam/0",
                        "phrases/safety-net")
                .noneMatch(where -> where.endsWith("clinicalName"))
                .noneMatch(where -> where.matches("redFlags/[^/]+/why"))
                .noneMatch(where -> where.matches("recovery/.*/basis"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 0.1, The pain is in the calf and it gets worse.",
        "en, 37.7, Neurological deterioration necessitates immediate neurosurgical consultation today.",
        "es, 109.6, El dolor baja por la pierna y llega al pie.",
        "es, -50.4, La compresión radicular postoperatoria requiere reevaluación neuroquirúrgica inmediata.",
    })
    void theFormulasGiveTheirKnownValues(String language, double value, String sentence) {
        assertThat(new Readability(language, GLOSSARY)
                        .measureInFull(List.of(sentence))
                        .value())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Neurological deterioration necessitates immediate consultation today.",
        "en, postoperative radiculopathy",
        "en, It is a big red dog and it is a big red cat and it is a big red pig and on and on and on.",
        "es, La compresión postoperatoria requiere reevaluación neuroquirúrgica inmediata hoy.",
        "es, radiculopatía postoperatoria",
    })
    void aHardSentenceIsFound(String language, String sentence) {
        assertThat(new Readability(language, GLOSSARY).faults(sentence)).isNotEmpty();
    }

    @Test
    void sentencesAreTakenApartAtTheirEnds() {
        assertThat(Sentences.of("Present: {0}")).containsExactly("Present:");
        assertThat(Sentences.of("Call for 38.5 C (101.3 F) or more. Do you wait? ¿Y usted?"))
                .containsExactly("Call for 38.5 C (101.3 F) or more.", "Do you wait?", "¿Y usted?");
        assertThat(Sentences.words("a rock-hard muscle – 2 to 3 days")).hasSize(7);
    }

    // Glossary

    @Test
    void theGlossaryExplainsInPlainWords() {
        var nothingExplained = new Glossary(Map.of(), Map.of());
        GLOSSARY.entries().forEach((language, entries) -> assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.words()).isNotEmpty();
            assertThat(new Readability(language, nothingExplained).faults(entry.meaning()))
                    .as(entry.meaning())
                    .isEmpty();
        }));
    }

    /** An explained word that nothing uses would only be a way out for the next text. */
    @Test
    void everyGlossaryEntryIsUsed() {
        GLOSSARY.entries().forEach((language, entries) -> {
            var used = sentences(language).stream()
                    .flatMap(sentence -> Sentences.words(sentence).stream())
                    .map(Sentences::bare)
                    .toList();
            assertThat(entries).allSatisfy(entry -> assertThat(used).containsAnyElementsOf(entry.words()));
        });
    }

    private static List<String> sentences(String language) {
        return in(language).flatMap(text -> text.sentences().stream()).toList();
    }

    private static Stream<PatientText> in(String language) {
        return TEXTS.stream().filter(text -> text.language().equals(language));
    }
}
