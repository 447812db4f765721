package org.afterfusion.triage;

import static org.afterfusion.triage.Made.bits;
import static org.afterfusion.triage.Made.combination;
import static org.afterfusion.triage.Made.evidence;
import static org.afterfusion.triage.Made.finding;
import static org.afterfusion.triage.Made.number;
import static org.afterfusion.triage.Made.option;
import static org.afterfusion.triage.Made.options;
import static org.afterfusion.triage.Made.report;
import static org.afterfusion.triage.Made.text;
import static org.afterfusion.triage.ReportEdits.answer;
import static org.afterfusion.triage.ReportEdits.choice;
import static org.afterfusion.triage.ReportEdits.value;
import static org.afterfusion.triage.ReportEdits.withOnset;
import static org.afterfusion.triage.ReportEdits.withStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceBookTest {

    private static final Map<String, Integer> CAUSES = Map.of("x", 0, "y", 1);
    private static final Map<String, Double> OFTEN = Map.of("x", 0.8);
    private static final ReportedFinding YES = answer("a", Presence.PRESENT);

    private static EvidenceBook book(Vocabulary vocabulary, String... concerning) {
        return new EvidenceBook(List.of(), CAUSES, vocabulary, bits(vocabulary, concerning));
    }

    private static int truth(Finding finding, SymptomReport report, String... concerning) {
        var vocabulary = new Vocabulary(List.of(finding, finding("other", 1)));
        return book(vocabulary, concerning).statements().get(0).truthIn(new Facts(vocabulary, report));
    }

    @Test
    void yesAndNo() {
        var finding = finding("a", 1, evidence(0.2, OFTEN));

        assertThat(truth(finding, report(5, YES))).isEqualTo(Statement.TRUE);
        assertThat(truth(finding, report(5, answer("a", Presence.ABSENT)))).isEqualTo(Statement.FALSE);
        assertThat(truth(finding, report(5, answer("a", Presence.UNSURE)))).isEqualTo(Statement.UNKNOWN);
        assertThat(truth(finding, report(5))).isEqualTo(Statement.UNKNOWN);
    }

    @Test
    void anOldWorryingFindingSaysNothing() {
        var finding = finding("a", 1, evidence(0.2, OFTEN));
        var old = report(5, withStart(YES, null, true));

        assertThat(truth(finding, old)).isEqualTo(Statement.TRUE);
        assertThat(truth(finding, old, "a")).isEqualTo(Statement.UNKNOWN);
        assertThat(truth(finding, report(5, YES), "a")).isEqualTo(Statement.TRUE);
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 2, 1", "2, 3, 3, 1", "2, 3, 1.9, -1", "2, 3, 3.1, -1", "2, , 99, 1", "2, , 1, -1", ", 3, -9, 1"})
    void numbersWithinBounds(Double atLeast, Double atMost, double given, int truth) {
        var finding = number("n", 1, 9, evidence(null, atLeast, atMost, 0.2, OFTEN));

        assertThat(truth(finding, report(5, value("n", given)))).isEqualTo(truth);
        assertThat(truth(finding, report(5))).isEqualTo(Statement.UNKNOWN);
    }

    @Test
    void anotherOptionSaysNothing() {
        var finding = options(
                "c",
                1,
                List.of(option("no", null), option("bad", null)),
                "no",
                evidence("bad", null, null, 0.2, OFTEN));

        assertThat(truth(finding, report(5, choice("c", "bad")))).isEqualTo(Statement.TRUE);
        assertThat(truth(finding, report(5, choice("c", "no")))).isEqualTo(Statement.UNKNOWN);
        assertThat(truth(finding, report(5))).isEqualTo(Statement.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 1", "7, 1", "8, 0"})
    void onCertainDaysOnly(int day, int truth) {
        var days = new DayRange(3, 7);
        var finding = finding("a", 1, evidence(null, null, null, days, null, List.of(), null, null, 0.2, OFTEN));

        assertThat(truth(finding, withOnset(report(day, YES), 1))).isEqualTo(truth);
    }

    @ParameterizedTest
    @CsvSource({"10, 7, 1", "10, 6, 0", "3, , 1", "4, , 0"})
    void onlyForAProblemThatBeganOnCertainDays(int day, Integer startedDaysAgo, int truth) {
        var onset = new DayRange(null, 3);
        var finding = finding("a", 1, evidence(null, null, null, null, onset, List.of(), null, null, 0.2, OFTEN));

        assertThat(truth(finding, withOnset(report(day, YES), startedDaysAgo))).isEqualTo(truth);
    }

    @Test
    void onlyWithAnotherFinding() {
        var finding = finding("a", 1, evidence(null, null, null, null, null, List.of("other"), null, null, 0.2, OFTEN));

        assertThat(truth(finding, report(5, YES))).isEqualTo(Statement.UNKNOWN);
        assertThat(truth(finding, report(5, YES, answer("other", Presence.UNSURE))))
                .isEqualTo(Statement.UNKNOWN);
        assertThat(truth(finding, report(5, YES, answer("other", Presence.PRESENT))))
                .isEqualTo(Statement.TRUE);
    }

    @Test
    void whatAStatementIs() {
        var findings = List.of(
                finding("a", 1, evidence(0.2, Map.of("y", 0.1, "x", 0.8))),
                options(
                        "c",
                        1,
                        List.of(option("no", null), option("bad", null)),
                        "no",
                        evidence("no", null, null, 0.2, OFTEN),
                        evidence("bad", null, null, null, null, List.of(), "a", text("bad"), 0.2, OFTEN)),
                number("n", 1, 9, evidence(null, null, 3.0, 0.2, OFTEN), evidence(null, 3.0, null, 0.2, OFTEN)));
        var vocabulary = new Vocabulary(findings);

        var book = book(vocabulary, "c", "n");
        var statements = book.statements();

        assertThat(statements).extracting(Statement::finding).containsExactly(0, 1, 1, 2, 2);
        assertThat(statements)
                .extracting(statement -> statement.label().in("en"))
                .containsExactly("a", "c", "bad", "n", "n");
        assertThat(statements).extracting(Statement::cluster).containsExactly(0, 1, 0, 2, 2);
        assertThat(book.byCluster()).containsExactly(0, 2, 1, 3, 4);
        assertThat(statements).extracting(Statement::concerning).containsExactly(false, true, true, true, true);
        assertThat(statements).extracting(Statement::statesAbsence).containsExactly(false, true, false, false, false);
        assertThat(statements).extracting(Statement::leftToRules).containsExactly(false, true, true, true, false);
        assertThat(book(vocabulary).statements())
                .extracting(Statement::leftToRules)
                .containsOnly(false);
    }

    @Test
    void effectsAreRatios() {
        var causes = new LinkedHashMap<String, Double>();
        causes.put("y", 0.1);
        causes.put("x", 0.8);
        var vocabulary = new Vocabulary(List.of(finding("a", 1, evidence(0.2, causes))));

        var statement = book(vocabulary).statements().get(0);

        assertThat(statement.effects()).extracting(Statement.Effect::cause).containsExactly(0, 1);
        var onX = statement.effects().get(0);
        assertThat(onX.when(Statement.TRUE)).isCloseTo(Math.log(4), within(1e-12));
        assertThat(onX.when(Statement.FALSE)).isCloseTo(-Math.log(4), within(1e-12));
        assertThat(onX.frequency()).isEqualTo(0.8);
        assertThat(statement.effectOn(1)).isEqualTo(statement.effects().get(1));
        assertThat(statement.effectOn(2)).isNull();
        assertThat(statement.isNo(Statement.FALSE)).isTrue();
        assertThat(statement.isNo(Statement.TRUE)).isFalse();
    }

    @Test
    void anUnknownCauseIsRefused() {
        var vocabulary = new Vocabulary(List.of(finding("a", 1, evidence(0.2, Map.of("z", 0.8)))));

        assertThatIllegalArgumentException().isThrownBy(() -> book(vocabulary)).withMessage("no cause z");
    }

    // Combinations

    private static final Vocabulary THREE = new Vocabulary(List.of(
            finding("a", 1, evidence(0.2, Map.of("x", 0.8, "y", 0.1))),
            finding("b", 1, evidence(0.2, OFTEN)),
            finding("c", 1, evidence(0.2, OFTEN))));

    private static EvidenceBook combined(String... concerning) {
        return new EvidenceBook(
                List.of(combination(List.of("b", "a"), List.of("c"), List.of("a", "b"), 0.2, OFTEN)),
                CAUSES,
                THREE,
                bits(THREE, concerning));
    }

    private static Facts facts(String... present) {
        return new Facts(
                THREE,
                report(
                        5,
                        List.of(present).stream()
                                .map(id -> answer(id, Presence.PRESENT))
                                .toArray(ReportedFinding[]::new)));
    }

    @Test
    void aCombinationHoldsWhenAllArePresentAndNoneOfTheOthers() {
        var statement = combined().statements().get(3);

        assertThat(statement.finding()).isEqualTo(1);
        assertThat(statement.truthIn(facts("a", "b"))).isEqualTo(Statement.TRUE);
        assertThat(statement.truthIn(facts("a"))).isEqualTo(Statement.UNKNOWN);
        assertThat(statement.truthIn(facts("a", "b", "c"))).isEqualTo(Statement.UNKNOWN);
        assertThat(statement.statesAbsence()).isFalse();
        assertThat(statement.leftToRules()).isFalse();
    }

    @Test
    void aCombinationIsWorryingWhenAnyPartIs() {
        assertThat(combined().statements().get(3).concerning()).isFalse();
        assertThat(combined("a").statements().get(3).concerning()).isTrue();
        assertThat(combined("c").statements().get(3).concerning()).isTrue();
    }

    @Test
    void aCombinationTakesThePlaceOfItsFindingsForItsCauses() {
        var book = combined();
        var statements = book.statements();
        var replacements = book.heardIn(facts("a", "b")).replacements();

        assertThat(replacements).hasSize(1);
        assertThat(EvidenceBook.isReplaced(statements.get(0), 0, replacements)).isTrue();
        assertThat(EvidenceBook.isReplaced(statements.get(0), 1, replacements)).isFalse();
        assertThat(EvidenceBook.isReplaced(statements.get(1), 0, replacements)).isTrue();
        assertThat(EvidenceBook.isReplaced(statements.get(2), 0, replacements)).isFalse();
        assertThat(EvidenceBook.isReplaced(statements.get(3), 0, replacements)).isFalse();
        assertThat(book.heardIn(facts("a")).replacements()).isEmpty();
    }

    @Test
    void aReplacedFindingDoesNotCountAgain() {
        var causes = List.of(Made.cause("x", Urgency.SOON, 1, 1, 1, 1), Made.cause("y", Urgency.SOON, 1, 1, 1, 1));
        var scores = new Weigher(Made.METHOD, causes, combined(), THREE, bits(THREE))
                .weigh(facts("a", "b"))
                .in(Reading.RANKING);

        assertThat(scores[0]).isCloseTo(Math.log(4), within(1e-12));
        assertThat(scores[1]).isCloseTo(Math.log(0.5), within(1e-12));
    }
}
