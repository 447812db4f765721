package org.afterfusion.readability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.readability.ForbiddenWords.Hit;
import org.afterfusion.readability.ForbiddenWords.Kind;
import org.afterfusion.readability.PatientTexts.PatientText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForbiddenWordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void noTextForPeopleClaimsOrSoothesOrSpeaksLatin() {
        var texts = Stream.concat(
                        PatientTexts.of(KnowledgeLoader.load(RESOURCES.resolve("knowledge"))).stream(), messages())
                .toList();
        var hits = texts.stream()
                .flatMap(text -> text.sentences().stream()
                        .flatMap(sentence -> ForbiddenWords.in(text.language(), sentence).stream()
                                .map(hit -> text + ": " + hit + ": " + sentence)))
                .toList();

        assertThat(texts).extracting(PatientText::language).contains("en", "es");
        assertThat(texts).extracting(PatientText::where).contains("problems/messages/internal-error.detail");
        assertThat(hits).isEmpty();
    }

    /** The intended use and the hazard log speak of wrong claims and false comfort, so they are left out. */
    @Test
    void noNoteForCliniciansClaimsOrSoothes() {
        var notes = PatientTexts.forProfessionals(KnowledgeLoader.load(RESOURCES.resolve("knowledge"))).stream()
                .filter(note -> !note.where().startsWith("intendedUse/")
                        && !note.where().startsWith("hazardLog/"))
                .toList();
        var hits = notes.stream()
                .flatMap(note -> note.sentences().stream()
                        .flatMap(sentence -> ForbiddenWords.in(note.language(), sentence).stream()
                                .filter(hit -> hit.kind() != Kind.JARGON)
                                .map(hit -> note + ": " + hit + ": " + sentence)))
                .toList();

        assertThat(notes).extracting(PatientText::where).contains("sources/CES334/supports");
        assertThat(hits).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | CLAIM         | Your diagnosis is a blood clot.",
                "en | CLAIM         | You were diagnosed with a clot.",
                "en | CLAIM         | You have a clot.",
                "en | CLAIM         | You have a deep wound infection.",
                "en | CLAIM         | This is a pinched nerve.",
                "en | CLAIM         | Your pain is caused by a loose screw.",
                "en | CLAIM         | This rules out a clot.",
                "en | FALSE_COMFORT | Don't worry about the swelling.",
                "en | FALSE_COMFORT | There is no need to worry.",
                "en | FALSE_COMFORT | It is only a cramp.",
                "en | FALSE_COMFORT | It’s just a cramp.",
                "en | FALSE_COMFORT | This is probably fine.",
                "en | FALSE_COMFORT | A numb foot is safe to ignore.",
                "en | FALSE_COMFORT | There is nothing serious here.",
                "en | FALSE_COMFORT | The lump is harmless.",
                "en | FALSE_COMFORT | It will go away.",
                "en | JARGON        | Bilateral pain is common.",
                "en | JARGON        | This may be deep vein thrombosis.",
                "es | CLAIM         | Su diagnóstico es un coágulo.",
                "es | CLAIM         | Usted tiene un coágulo.",
                "es | CLAIM         | Tiene una infección profunda.",
                "es | CLAIM         | Esto es un nervio apretado.",
                "es | CLAIM         | Su dolor se debe a un tornillo flojo.",
                "es | FALSE_COMFORT | No se preocupe por la hinchazón.",
                "es | FALSE_COMFORT | No hay de qué preocuparse.",
                "es | FALSE_COMFORT | Es solo un calambre.",
                "es | FALSE_COMFORT | No es nada grave.",
                "es | FALSE_COMFORT | El bulto es inofensivo.",
                "es | FALSE_COMFORT | Puede ignorar el dolor.",
                "es | FALSE_COMFORT | Se le pasará.",
                "es | JARGON        | El dolor bilateral es común.",
                "es | JARGON        | Puede ser una trombosis.",
            })
    void whatMayNotBeSaid(String language, Kind kind, String sentence) {
        assertThat(ForbiddenWords.in(language, sentence)).extracting(Hit::kind).contains(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Decision support, not a diagnosis.",
                "en | Do you have any headache?",
                "en | Do you have another infection (urine, chest, tooth, skin)?",
                "en | Call today if you have an infection.",
                "en | Tell them which blood thinner you have had.",
                "en | You have chest pain and are short of breath.",
                "en | A swollen calf can mean a clot.",
                "en | If it is only in the skin, it often clears with antibiotics by mouth.",
                "es | Apoyo para decidir, no un diagnóstico.",
                "es | ¿Tiene otra infección (orina, pecho, diente, piel)?",
                "es | Llame hoy si tiene una infección.",
                "es | Tiene escalofríos o fiebre de 38 °C o más.",
                "es | Una pantorrilla hinchada puede ser señal de un coágulo.",
                "es | ¿Ha tenido un coágulo anterior?",
            })
    void whatMayBeSaid(String language, String sentence) {
        assertThat(ForbiddenWords.in(language, sentence)).isEmpty();
    }

    /** What errors say, which a front end may show as it is. */
    private static Stream<PatientText> messages() {
        return Stream.of(new String[] {"en", "messages.properties"}, new String[] {"es", "messages_es.properties"})
                .flatMap(file -> messages(file[0], RESOURCES.resolve("problems").resolve(file[1])).stream());
    }

    private static List<PatientText> messages(String language, Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .sorted()
                .map(key -> new PatientText("problems/messages/" + key, language, properties.getProperty(key)))
                .toList();
    }
}
