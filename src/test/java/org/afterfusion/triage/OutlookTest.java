package org.afterfusion.triage;

import static org.afterfusion.triage.Made.bits;
import static org.afterfusion.triage.Made.evidence;
import static org.afterfusion.triage.Made.finding;
import static org.afterfusion.triage.Made.number;
import static org.afterfusion.triage.Made.option;
import static org.afterfusion.triage.Made.options;
import static org.afterfusion.triage.Made.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Causes x and y have shares of 0.5 and 0.3; a third that no answer touches has the rest. */
class OutlookTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final Map<String, Integer> CAUSES = Map.of("x", 0, "y", 1, "rest", 2);
    private static final double[] SHARES = {0.5, 0.3, 0.2};
    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(
            finding("one", 1, evidence(0.2, Map.of("x", 0.8))),
            finding("two", 1, evidence(0.4, Map.of("x", 0.9, "y", 0.1))),
            finding("untold", 1),
            number(
                    "number",
                    1,
                    9,
                    evidence(null, 5.0, null, 0.1, Map.of("x", 0.3)),
                    evidence(null, 7.0, null, 0.1, Map.of("y", 0.5))),
            options(
                    "option",
                    1,
                    List.of(option("mild", null), option("bad", null)),
                    null,
                    evidence("bad", null, null, 0.4, Map.of("x", 0.9, "y", 0.1)),
                    evidence("mild", null, null, 0.2, Map.of("x", 0.8))),
            finding("early", 1, from(0, 5, 0.2, 0.8)),
            finding("now", 1, from(6, 10, 0.2, 0.8), from(0, 5, 0.05, 0.9))));
    private static final EvidenceBook EVIDENCE = new EvidenceBook(List.of(), CAUSES, VOCABULARY, bits(VOCABULARY));
    private static final Outlook OUTLOOK = new Outlook(EVIDENCE, SHARES);

    private static Evidence from(int firstDay, int lastDay, double baseRate, double withX) {
        return evidence(
                null,
                null,
                null,
                new DayRange(firstDay, lastDay),
                null,
                List.of(),
                null,
                null,
                baseRate,
                Map.of("x", withX));
    }

    private static Statement statement(String finding) {
        return EVIDENCE.statementsOf(VOCABULARY.indexOf(finding)).get(0);
    }

    private static double changeExpectedFrom(String finding) {
        return OUTLOOK.changeExpectedFrom(VOCABULARY.indexOf(finding), new Facts(VOCABULARY, report(10)));
    }

    /** 0.5·0.8 + 0.5·0.2, and 0.5·0.9 + 0.3·0.1 + 0.2·0.4. */
    @Test
    void anAnswerIsAsLikelyAsItsCausesMakeIt() {
        assertThat(OUTLOOK.likelihood(statement("one"))).isCloseTo(0.5, EXACT);
        assertThat(OUTLOOK.likelihood(statement("two"))).isCloseTo(0.56, EXACT);
    }

    @Test
    void whatHasNoFrequencyIsAsRareAsTheRarest() {
        assertThat(OUTLOOK.likelihood(null)).isEqualTo(0.05);
    }

    /** 0.5·0.8·0.9 + 0.3·0.2·0.1 + 0.2·0.2·0.4: more than 0.5·0.56, since x makes both likely. */
    @Test
    void twoAnswersThatOneCauseMakesLikelyComeTogether() {
        assertThat(OUTLOOK.likelihood(statement("one"), statement("two"))).isCloseTo(0.382, EXACT);
        assertThat(OUTLOOK.likelihood(statement("two"), statement("one"))).isCloseTo(0.382, EXACT);
    }

    @Test
    void twoAnswersOfWhichOneHasNoFrequency() {
        assertThat(OUTLOOK.likelihood(statement("one"), null)).isCloseTo(0.5 * 0.05, EXACT);
        assertThat(OUTLOOK.likelihood(null, statement("two"))).isCloseTo(0.56 * 0.05, EXACT);
        assertThat(OUTLOOK.likelihood(null, null)).isCloseTo(0.05 * 0.05, EXACT);
    }

    /** After a yes to the first the shares are 0.8, 0.12 and 0.08, after a no 0.2, 0.48 and 0.32: either way 0.3 have moved. */
    @Test
    void howFarAnAnswerIsExpectedToMoveTheShares() {
        assertThat(changeExpectedFrom("one")).isCloseTo(0.3, EXACT);
        assertThat(changeExpectedFrom("two")).isCloseTo(0.5 * 0.34 + 0.3 * 0.46 + 0.2 * 0.16, EXACT);
    }

    @Test
    void whatNoEvidenceIsAboutMovesNothing() {
        assertThat(changeExpectedFrom("untold")).isZero();
    }

    /** From 5 on a likelihood of 0.2 and a change of 0.1; from 7 on 0.22 and 0.3·0.28 + 0.7·0.12. */
    @Test
    void ofANumberTheStatementThatTellsMostCounts() {
        assertThat(changeExpectedFrom("number")).isCloseTo(0.168, EXACT);
    }

    @Test
    void ofAChoiceToo() {
        assertThat(changeExpectedFrom("option")).isCloseTo(0.34, EXACT);
    }

    @Test
    void onlyEvidenceThatAppliesCounts() {
        assertThat(changeExpectedFrom("early")).isZero();
        assertThat(changeExpectedFrom("now")).isCloseTo(0.3, EXACT);
    }
}
