package org.afterfusion.triage;

import static org.afterfusion.triage.Made.METHOD;
import static org.afterfusion.triage.Made.UNEXPLAINED;
import static org.afterfusion.triage.Made.bits;
import static org.afterfusion.triage.Made.cause;
import static org.afterfusion.triage.Made.evidence;
import static org.afterfusion.triage.Made.finding;
import static org.afterfusion.triage.Made.indexes;
import static org.afterfusion.triage.Made.number;
import static org.afterfusion.triage.Made.option;
import static org.afterfusion.triage.Made.options;
import static org.afterfusion.triage.Made.present;
import static org.afterfusion.triage.Made.report;
import static org.afterfusion.triage.Made.times;
import static org.afterfusion.triage.ReportEdits.answer;
import static org.afterfusion.triage.ReportEdits.choice;
import static org.afterfusion.triage.ReportEdits.value;
import static org.afterfusion.triage.ReportEdits.withOnset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.afterfusion.triage.SymptomReport.Presence;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores reckoned by hand: the method tempers weights to their square root. */
class WeigherTest {

    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final double LN4 = Math.log(4);

    /** Its weight is 1 + day, up to 8. */
    private static final Cause GROWING = cause("growing", Urgency.SOON, 1, 2, 4, 8);

    private static final Cause FLAT = cause("flat", Urgency.SOON, 1, 1, 1, 1);

    private static double[] weigh(
            List<Cause> causes, List<Finding> findings, Reading reading, SymptomReport report, String... concerning) {
        var vocabulary = new Vocabulary(findings);
        var evidence = new EvidenceBook(List.of(), indexes(causes), vocabulary, bits(vocabulary, concerning));
        return new Weigher(METHOD, causes, evidence, vocabulary, bits(vocabulary, concerning))
                .weigh(new Facts(vocabulary, report))
                .in(reading);
    }

    private static double prior(Cause cause, SymptomReport report) {
        return weigh(List.of(UNEXPLAINED, cause), List.of(), Reading.RANKING, report)[1];
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 3", "3, 4", "5, 6", "7, 8", "8, 8", "400, 8"})
    void theWeightFollowsTheDayItBegan(int day, double weight) {
        assertThat(prior(GROWING, withOnset(report(day), 0))).isEqualTo(Math.log(weight) / 2, ROUNDING);
    }

    /** Half-way between days 1 and 3 in ln(1 + day) lies √8 - 1, and day 2 is a little further. */
    @Test
    void weightsAreInterpolated() {
        double share = (Math.log(3) - Math.log(2)) / (Math.log(4) - Math.log(2));

        assertThat(prior(cause("falling", Urgency.SOON, 1, 9, 3, 1), withOnset(report(2), 0)))
                .isEqualTo(((1 - share) * Math.log(9) + share * Math.log(3)) / 2, ROUNDING);
    }

    @Test
    void noWeightIsSmallAndNotNone() {
        assertThat(prior(cause("rare", Urgency.SOON, 0, 0, 0, 0), withOnset(report(1), 0)))
                .isEqualTo(Math.log(0.5) / 2, ROUNDING);
    }

    /** Days of symptoms from 2 to 6 move it from the onset towards today. */
    @ParameterizedTest
    @CsvSource({
        "3, 1, 3, 4, 0",
        "3, 2, 2, 4, 0",
        "4, 3, 2, 5, 0.25",
        "5, 4, 2, 6, 0.5",
        "7, 6, 2, 8, 1",
        "7, 7, 1, 8, 1"
    })
    void aLongLastingProblemTakesTodaysWeight(
            int day, int symptomDays, double weightThen, double weightToday, double shareOfToday) {
        assertThat(prior(GROWING, withOnset(report(day), symptomDays)))
                .isEqualTo(
                        ((1 - shareOfToday) * Math.log(weightThen) + shareOfToday * Math.log(weightToday)) / 2,
                        ROUNDING);
    }

    @Test
    void anUnknownOnsetIsTodayAndHalfWay() {
        assertThat(prior(GROWING, report(6))).isEqualTo((Math.log(4) + Math.log(7)) / 4, ROUNDING);
    }

    @Test
    void multipliersCountWhenTheyHold() {
        var findings = List.of(finding("a", 2), finding("b", 2));
        var cause = cause(
                "x",
                Urgency.SOON,
                false,
                null,
                List.of(times(4, present("a")), times(3, present("b"))),
                null,
                1,
                1,
                1,
                1);

        var scores = weigh(List.of(FLAT, cause), findings, Reading.RANKING, report(1, answer("a", Presence.PRESENT)));

        assertThat(scores[0]).isZero();
        assertThat(scores[1]).isEqualTo(LN4 / 2, ROUNDING);
    }

    /** An alternative gets no credit from a worrying finding, a suspect no discount. */
    @ParameterizedTest
    @CsvSource({"RANKING, 1, -1", "SUSPECT, 1, 0", "ALTERNATIVE, 0, -1"})
    void cautiousReadingsOfMultipliersOnWorryingFindings(Reading reading, double more, double less) {
        var often = cause("often", Urgency.SOON, false, null, List.of(times(4, present("a"))), null, 1, 1, 1, 1);
        var seldom = cause("seldom", Urgency.SOON, false, null, List.of(times(0.25, present("a"))), null, 1, 1, 1, 1);

        var scores = weigh(
                List.of(often, seldom),
                List.of(finding("a", 1)),
                reading,
                report(1, answer("a", Presence.PRESENT)),
                "a");

        assertThat(scores[0]).isEqualTo(more * LN4 / 2, ROUNDING);
        assertThat(scores[1]).isEqualTo(less * LN4 / 2, ROUNDING);
    }

    @Test
    void cautiousReadingsLeaveOtherMultipliersAlone() {
        var cause = cause("x", Urgency.SOON, false, null, List.of(times(4, present("a"))), null, 1, 1, 1, 1);

        for (var reading : Reading.values()) {
            assertThat(weigh(
                            List.of(cause),
                            List.of(finding("a", 1)),
                            reading,
                            report(1, answer("a", Presence.PRESENT)))[0])
                    .isEqualTo(LN4 / 2, ROUNDING);
        }
    }

    private static final List<Cause> TWO = List.of(cause("x", Urgency.SOON, 1, 1, 1, 1), FLAT);

    /** Four times as frequent with the cause as without, and a "no" four times less. */
    private static final List<Finding> TELLING = List.of(finding("a", 1, evidence(0.2, Map.of("x", 0.8))));

    @ParameterizedTest
    @CsvSource({"PRESENT, 1", "ABSENT, -0.25", "UNSURE, 0"})
    void answersCountByTheirRatio(Presence presence, double times) {
        var scores = weigh(TWO, TELLING, Reading.RANKING, report(1, answer("a", presence)));

        assertThat(scores[0]).isEqualTo(times * LN4, ROUNDING);
        assertThat(scores[1]).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "RANKING, PRESENT, 1", "SUSPECT, PRESENT, 1", "ALTERNATIVE, PRESENT, 0",
        "RANKING, ABSENT, -0.25", "SUSPECT, ABSENT, -0.25", "ALTERNATIVE, ABSENT, 0"
    })
    void cautiousReadingsOfAWorryingFinding(Reading reading, Presence presence, double times) {
        var scores = weigh(TWO, TELLING, reading, report(1, answer("a", presence)), "a");

        assertThat(scores[0]).isEqualTo(times * LN4, ROUNDING);
    }

    /** Rules decide on worrying options and on low worrying numbers. */
    @Test
    void cautiousReadingsPassOverWhatIsLeftToRules() {
        var findings = List.of(
                options(
                        "c",
                        1,
                        List.of(option("no", null), option("bad", null)),
                        null,
                        evidence("bad", null, null, 0.2, Map.of("x", 0.8))),
                number("n", 1, 0, evidence(null, null, 3.0, 0.2, Map.of("x", 0.8))));
        var report = report(1, choice("c", "bad"), value("n", 3));

        assertThat(weigh(TWO, findings, Reading.RANKING, report, "c", "n")[0]).isEqualTo(2 * LN4, ROUNDING);
        assertThat(weigh(TWO, findings, Reading.SUSPECT, report, "c", "n")[0]).isZero();
        assertThat(weigh(TWO, findings, Reading.ALTERNATIVE, report, "c", "n")[0])
                .isZero();
        assertThat(weigh(TWO, findings, Reading.SUSPECT, report, "n")[0]).isEqualTo(LN4, ROUNDING);
        assertThat(weigh(TWO, findings, Reading.SUSPECT, report)[0]).isEqualTo(2 * LN4, ROUNDING);
    }

    @Test
    void anOptionThatAmountsToNoCountsAsNo() {
        var findings = List.of(options(
                "c",
                1,
                List.of(option("none", null), option("some", null)),
                "none",
                evidence("none", null, null, 0.8, Map.of("x", 0.2)),
                evidence("some", null, null, 0.2, Map.of("x", 0.8))));

        assertThat(weigh(TWO, findings, Reading.RANKING, report(1, choice("c", "none")))[0])
                .isEqualTo(-LN4 / 4, ROUNDING);
        assertThat(weigh(TWO, findings, Reading.RANKING, report(1, choice("c", "some")))[0])
                .isEqualTo(LN4, ROUNDING);
    }
}
