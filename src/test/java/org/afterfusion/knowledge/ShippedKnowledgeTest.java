package org.afterfusion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.Combination;
import org.afterfusion.triage.EducationLink;
import org.afterfusion.triage.EducationLink.Seen;
import org.afterfusion.triage.Evidence;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Phrase;
import org.afterfusion.triage.RecoveryPhase;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Review;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.Urgency;
import org.afterfusion.triage.UrgencyLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the shipped knowledge against the evidence it was written from. */
class ShippedKnowledgeTest {

    private static final KnowledgeBase KNOWLEDGE = KnowledgeLoader.load(Path.of("src/main/resources/knowledge"));

    private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";

    // Completeness

    @Test
    void nothingWasLostOnTheWay() {
        assertThat(KNOWLEDGE.causes()).hasSize(39);
        assertThat(KNOWLEDGE.findings().size()).isEqualTo(238);
        assertThat(KNOWLEDGE.combinations()).hasSize(2);
        assertThat(KNOWLEDGE.languages()).containsExactly("en", "es");
    }

    @Test
    void everyRuleOfTheEvidenceIsThere() {
        var rules = IntStream.rangeClosed(1, 37)
                .mapToObj("rf-%02d"::formatted)
                .flatMap(id -> id.equals("rf-11") ? Stream.of("rf-11a", "rf-11b") : Stream.of(id))
                .toList();

        assertThat(KNOWLEDGE.redFlags())
                .extracting(RedFlag::id)
                .containsAll(rules)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRedFlagHasSources() {
        assertThat(KNOWLEDGE.redFlags())
                .allSatisfy(flag -> assertThat(flag.sources()).as(flag.id()).isNotEmpty());
    }

    /** One number a window: days 0-3, 4-14, 15-42, 43-90, 91-365 and later. */
    @ParameterizedTest
    @CsvSource({
        // As corrected
        "meralgia-paresthetica, 170, 110, 35, 8, 6, 6",
        "paraspinal-muscle-spasm, 200, 160, 110, 60, 20, 10",
        "deep-spinal-infection, 1, 14, 28, 16, 12, 8",
        "surgical-site-infection-superficial, 2, 20, 22, 4, 1, 0.3",
        // As first written
        "nerve-root-irritation, 380, 340, 220, 110, 30, 8",
        "deep-vein-thrombosis, 10, 22, 20, 10, 4, 3",
        "cauda-equina-syndrome, 2, 2, 1, 0.7, 0.5, 0.5",
        "spinal-epidural-hematoma, 6, 2.5, 0.5, 0.1, 0, 0",
        "acute-compartment-syndrome, 0.7, 0.2, 0.05, 0.05, 0.05, 0.05",
        "adjacent-segment-disease, 0, 1, 5, 15, 80, 190",
        "undetermined, 20, 25, 40, 45, 45, 50",
    })
    void weights(String id, double first, double second, double third, double fourth, double fifth, double sixth) {
        assertThat(cause(id).weights().byWindow()).containsExactly(first, second, third, fourth, fifth, sixth);
    }

    // Claims

    @Test
    void nothingClaimsAClinicalReview() {
        var reviews = Stream.of(
                        Stream.of(KNOWLEDGE.review()),
                        causes().map(Cause::review),
                        KNOWLEDGE.redFlags().stream().map(RedFlag::review),
                        Stream.of(KNOWLEDGE.recovery().review()))
                .flatMap(each -> each);

        assertThat(reviews).extracting(Review::status).containsOnly(Review.Status.DRAFT);
    }

    @Test
    void onlyCodesCheckedAgainstACodePageCountAsVerified() {
        var checked = Set.of("M96.0", "G97.61", "G97.62", "T84.226", "T84.226A");

        assertThat(causes().flatMap(cause -> cause.codings().stream())
                        .filter(coding -> coding.system().equals(ICD_10_CM))
                        .filter(Cause.Coding::verified)
                        .map(Cause.Coding::code))
                .isNotEmpty()
                .isSubsetOf(checked);
    }

    // Reading

    @Test
    void everyCauseHasAPageOrAnExplainer() {
        assertThat(KNOWLEDGE.causes())
                .filteredOn(cause -> pagesFor(cause).isEmpty())
                .isNotEmpty()
                .allSatisfy(cause -> {
                    assertThat(cause.text().explainer()).as(cause.id()).isNotNull();
                    assertThat(cause.text().explainer().byLanguage())
                            .as(cause.id())
                            .containsOnlyKeys("en", "es")
                            .allSatisfy((language, text) -> assertThat(text).isNotBlank());
                });
    }

    @Test
    void anUnreadPageServesAnEmergencyOnlyForWantOfAReadOne() {
        assertThat(KNOWLEDGE.causes())
                .filteredOn(cause -> !Urgency.EMERGENCY.isHigherThan(cause.urgency()))
                .isNotEmpty()
                .allSatisfy(cause -> {
                    var seen = pagesFor(cause).stream().map(EducationLink::seen).toList();
                    assertThat(seen.contains(Seen.READ) && seen.contains(Seen.UNREAD))
                            .as(cause.id())
                            .isFalse();
                });
    }

    // Wording

    /** A hint on how to answer may follow the question. */
    @Test
    void everyFindingAsksAQuestion() {
        var asks = KNOWLEDGE.findings().stream().map(Finding::ask).toList();

        assertThat(texts(asks.stream()))
                .allSatisfy(ask -> assertThat(ask).contains("?").matches(".*[?.]"));
        assertThat(asks).extracting(ask -> ask.in("es")).allSatisfy(ask -> assertThat(ask)
                .matches("[^¿?]*(¿[^¿?]*\\?[^¿?]*)+"));
    }

    @Test
    void everyReasonForAskingIsASentence() {
        assertThat(texts(KNOWLEDGE.findings().stream().map(Finding::why)))
                .allSatisfy(why -> assertThat(why).matches("\\p{Lu}.*\\."));
    }

    @Test
    void everyLabelOfAFindingIsANounPhrase() {
        assertThat(texts(KNOWLEDGE.findings().stream().map(Finding::label)))
                .allSatisfy(label -> assertThat(label).matches("[\\p{Ll}\\d].*[^.?!:;,]"));
        assertThat(texts(KNOWLEDGE.findings().stream().map(Finding::clinicalTerm)))
                .allSatisfy(term -> assertThat(term).doesNotEndWith("."));
    }

    @Test
    void noTextButTheGeneralNoticeSpeaksOfADiagnosis() {
        var general = KNOWLEDGE.phrase(Phrase.GENERAL_NOTICE);

        assertThat(general.in("en")).contains("not a diagnosis");
        assertThat(general.in("es")).contains("no un diagnóstico");
        assertThat(texts(patientTexts().filter(text -> !text.equals(general))))
                .allSatisfy(
                        text -> assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("diagnosis", "diagnóstico"));
    }

    @Test
    void noTextSoothesWithoutKnowing() {
        assertThat(texts(patientTexts()))
                .allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                        .doesNotContain("don't worry", "do not worry", "no se preocupe", "no te preocupes"));
    }

    private static Stream<Text> patientTexts() {
        return Stream.of(
                        KNOWLEDGE.findings().stream().flatMap(ShippedKnowledgeTest::textsOf),
                        KNOWLEDGE.combinations().stream().map(Combination::label),
                        causes().map(Cause::text).flatMap(ShippedKnowledgeTest::textsOf),
                        KNOWLEDGE.redFlags().stream().flatMap(ShippedKnowledgeTest::textsOf),
                        KNOWLEDGE.levels().stream().flatMap(ShippedKnowledgeTest::textsOf),
                        KNOWLEDGE.contacts().values().stream(),
                        KNOWLEDGE.phrases().values().stream(),
                        KNOWLEDGE.recovery().anyTime().stream(),
                        KNOWLEDGE.recovery().phases().stream().flatMap(ShippedKnowledgeTest::textsOf))
                .flatMap(each -> each);
    }

    /** All but what it rests on, for clinicians. */
    private static Stream<Text> textsOf(RecoveryPhase phase) {
        return Stream.of(Stream.of(phase.title()), phase.usual().stream(), phase.tellTeam().stream())
                .flatMap(each -> each);
    }

    private static Stream<Text> textsOf(Finding finding) {
        return Stream.of(
                        Stream.of(finding.label(), finding.ask(), finding.why()),
                        finding.choices().stream().map(Finding.Choice::label),
                        finding.evidence().stream().map(Evidence::label).filter(label -> label != null))
                .flatMap(each -> each);
    }

    /** All but the name for clinicians. */
    private static Stream<Text> textsOf(Cause.Texts text) {
        return Stream.of(
                        Stream.of(
                                text.name(),
                                text.definition(),
                                text.summary(),
                                text.onset(),
                                text.howOften(),
                                text.moreLikely(),
                                text.lessLikely(),
                                text.expectedCourse(),
                                text.usualCare(),
                                text.usualNextStep()),
                        text.selfCare().stream(),
                        Stream.ofNullable(text.explainer()))
                .flatMap(each -> each);
    }

    private static Stream<Text> textsOf(RedFlag flag) {
        return Stream.concat(
                Stream.of(flag.title(), flag.because()),
                Stream.ofNullable(flag.watchFor()).map(RedFlag.Sign::text));
    }

    private static Stream<Text> textsOf(UrgencyLevel level) {
        return Stream.concat(Stream.of(level.title(), level.action()), level.meanwhile().stream());
    }

    /** In every language. */
    private static List<String> texts(Stream<Text> texts) {
        return texts.flatMap(text -> text.byLanguage().values().stream()).toList();
    }

    private static List<EducationLink> pagesFor(Cause cause) {
        return KNOWLEDGE.education().stream()
                .filter(link -> link.causes().contains(cause.id()))
                .toList();
    }

    private static Stream<Cause> causes() {
        return Stream.concat(KNOWLEDGE.causes().stream(), Stream.of(KNOWLEDGE.unexplained()));
    }

    private static Cause cause(String id) {
        return causes().filter(cause -> cause.id().equals(id)).findFirst().orElseThrow();
    }
}
