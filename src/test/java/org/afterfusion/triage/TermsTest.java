package org.afterfusion.triage;

import static org.afterfusion.triage.Made.METHOD;
import static org.afterfusion.triage.Made.cause;
import static org.afterfusion.triage.Made.finding;
import static org.afterfusion.triage.Made.knowledge;
import static org.afterfusion.triage.Made.number;
import static org.afterfusion.triage.Made.redFlag;
import static org.afterfusion.triage.Made.report;
import static org.afterfusion.triage.ReportEdits.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.afterfusion.triage.RankedCause.Band;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small terms everything else is made of. */
class TermsTest {

    @Test
    void urgencyRisesFromRoutine() {
        assertThat(Urgency.values()).extracting(Urgency::rank).containsExactly(1, 2, 3, 4, 5);
        assertThat(Urgency.SOON.isHigherThan(Urgency.ROUTINE)).isTrue();
        assertThat(Urgency.SOON.isHigherThan(Urgency.SOON)).isFalse();
        assertThat(Urgency.SOON.isHigherThan(Urgency.SAME_DAY)).isFalse();
        assertThat(Urgency.SOON.orHigher(Urgency.EMERGENCY)).isEqualTo(Urgency.EMERGENCY);
        assertThat(Urgency.EMERGENCY.orHigher(Urgency.SOON)).isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    void wordsAreInKebabCase() {
        assertThat(Words.of(Urgency.EMERGENCY_AMBULANCE)).isEqualTo("emergency-ambulance");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 5, 2, true",
        "2, 5, 5, true",
        "2, 5, 1.9, false",
        "2, 5, 5.1, false",
        ", 5, -9, true",
        "2, , 99, true"
    })
    void daysWithBothEnds(Integer from, Integer to, double day, boolean within) {
        assertThat(new DayRange(from, to).contains(day)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "1, VERY_LIKELY",
        "0.6, VERY_LIKELY",
        "0.59, LIKELY",
        "0.3, LIKELY",
        "0.29, POSSIBLE",
        "0.1, POSSIBLE",
        "0.09, UNLIKELY"
    })
    void bands(double share, Band band) {
        assertThat(METHOD.bands().of(share)).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "RANKING, 2, true, 2",
        "RANKING, -2, false, -2",
        "SUSPECT, 2, true, 2",
        "SUSPECT, -2, true, 0",
        "SUSPECT, 2, false, 0",
        "SUSPECT, -2, false, -2",
        "ALTERNATIVE, 2, true, 0",
        "ALTERNATIVE, -2, true, -2",
        "ALTERNATIVE, 2, false, 2",
        "ALTERNATIVE, -2, false, 0"
    })
    void readings(Reading reading, double logRatio, boolean present, double counts) {
        assertThat(reading.temper(logRatio, present)).isEqualTo(counts);
    }

    @Test
    void aTextFallsBackToEnglish() {
        var text = new Text(Map.of("en", "leg", "es", "pierna"));

        assertThat(text.in("es")).isEqualTo("pierna");
        assertThat(text.in("de")).isEqualTo("leg");
        assertThat(text.languages()).containsExactlyInAnyOrder("en", "es");
        assertThatIllegalArgumentException().isThrownBy(() -> new Text(Map.of("es", "pierna")));
    }

    @Test
    void answersAreSortedSoThatTheirOrderDoesNotCount() {
        var a = answer("a", Presence.PRESENT);
        var b = answer("b", Presence.ABSENT);

        assertThat(report(3, b, a)).isEqualTo(report(3, a, b));
        assertThat(report(3, b, a).findings()).extracting(ReportedFinding::id).containsExactly("a", "b");
    }

    @Test
    void theVocabularyCountsInCatalogueOrder() {
        var vocabulary = new Vocabulary(List.of(finding("b", 1), number("a", 1, 4)));

        assertThat(vocabulary.size()).isEqualTo(2);
        assertThat(vocabulary.indexOf("a")).isEqualTo(1);
        assertThat(vocabulary.find("a")).isEqualTo(1);
        assertThat(vocabulary.find("z")).isNull();
        assertThat(vocabulary.finding(1).worstValue()).isEqualTo(4);
        assertThat(vocabulary.finding(0).worstValue()).isNaN();
        assertThat(vocabulary.mask(List.of("a")).toLongArray()).containsExactly(2);
    }

    @Test
    void theKnowledgeBaseFindsById() {
        var cause = cause("x", Urgency.SOON, 1, 1, 1, 1);
        var flag = redFlag("rf");
        var knowledge = knowledge(List.of(finding("a", 1)), List.of(), List.of(cause), List.of(flag), List.of());

        assertThat(knowledge.findFinding("a")).isEqualTo(knowledge.findings().get(0));
        assertThat(knowledge.findFinding("z")).isNull();
        assertThat(knowledge.findCause("x")).isEqualTo(cause);
        assertThat(knowledge.findCause("z")).isNull();
        assertThat(knowledge.findRedFlag("rf")).isEqualTo(flag);
        assertThat(knowledge.findRedFlag("z")).isNull();
        assertThat(knowledge.findSource("book")).isEqualTo(knowledge.sources().get(0));
        assertThat(knowledge.findSource("z")).isNull();
        assertThat(knowledge.level(Urgency.SAME_DAY).level()).isEqualTo(Urgency.SAME_DAY);
    }

    @Test
    void textsByKey() {
        var knowledge = knowledge(List.of(), List.of(), List.of(), List.of(), List.of());

        assertThat(knowledge.phrase(Phrase.GENERAL_NOTICE).in("en")).isEqualTo("no diagnosis");
        assertThat(knowledge.phrase("general-notice").in("en")).isEqualTo("no diagnosis");
        assertThat(knowledge.contact("team").in("en")).isEqualTo("the team");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> knowledge.contact("nobody"))
                .withMessage("no text nobody");
    }
}
