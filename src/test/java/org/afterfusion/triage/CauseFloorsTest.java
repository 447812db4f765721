package org.afterfusion.triage;

import static org.afterfusion.triage.Made.METHOD;
import static org.afterfusion.triage.Made.UNEXPLAINED;
import static org.afterfusion.triage.Made.cause;
import static org.afterfusion.triage.Made.causeFloor;
import static org.afterfusion.triage.Made.option;
import static org.afterfusion.triage.Made.options;
import static org.afterfusion.triage.Made.report;
import static org.afterfusion.triage.ReportEdits.choice;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.afterfusion.triage.SymptomReport.Course;
import org.afterfusion.triage.Triage.Origin;
import org.afterfusion.triage.Triage.Trigger;
import org.junit.jupiter.api.Test;

/** Scores are given as parts, of which the score is the logarithm. */
class CauseFloorsTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(
            options("trend", 1, List.of(option("better", Course.BETTER), option("worse", Course.WORSE)), null)));

    private static final Cause BENIGN = cause("benign", Urgency.ROUTINE, 1, 1, 1, 1);
    private static final Cause SLOW = cause("slow", Urgency.SOON, 1, 1, 1, 1);
    private static final Cause URGENT = cause("urgent", Urgency.EMERGENCY, 1, 1, 1, 1);
    private static final Cause FLOORED =
            cause("floored", Urgency.EMERGENCY, true, causeFloor(0.25, Urgency.SAME_DAY), List.of(), null, 1, 1, 1, 1);

    private static final List<Cause> CAUSES = List.of(BENIGN, SLOW, URGENT, FLOORED, UNEXPLAINED);

    private static List<Trigger> raised(int day, double[] asSuspect, double[] asAlternative) {
        return new CauseFloors(CAUSES, METHOD)
                .raised(new Facts(VOCABULARY, report(day)), logs(asSuspect), logs(asAlternative));
    }

    private static double[] logs(double... parts) {
        return Arrays.stream(parts).map(Math::log).toArray();
    }

    private static double[] parts(double... parts) {
        return parts;
    }

    private static Trigger likely(String id, Urgency level) {
        return new Trigger(Origin.LIKELY_CAUSE, id, level, List.of());
    }

    @Test
    void nothingLikelyRaisesNothing() {
        var even = parts(1, 1, 1, 0.1, 3);

        assertThat(raised(1, even, even)).isEmpty();
    }

    /** Half of the parts of itself, the less urgent ones and the unexplained. */
    @Test
    void aLikelyCauseBringsInItsOwnUrgency() {
        assertThat(raised(1, parts(1, 1, 3.1, 0.01, 1), parts(1, 1, 1, 0.01, 1)))
                .containsExactly(likely("urgent", Urgency.EMERGENCY));
        assertThat(raised(1, parts(1, 1, 2.9, 0.01, 1), parts(1, 1, 1, 0.01, 1)))
                .isEmpty();
    }

    @Test
    void atTheThresholdItCounts() {
        assertThat(raised(1, parts(1, 1, 4, 0.01, 2), parts(1, 1, 1, 0.01, 2)))
                .containsExactly(likely("urgent", Urgency.EMERGENCY));
    }

    /** Measured in the reading of alternatives, where worrying findings count for none of them. */
    @Test
    void theOthersAreReadAsAlternatives() {
        assertThat(raised(1, parts(50, 1, 4, 0.01, 50), parts(1, 1, 1, 0.01, 1)))
                .containsExactly(likely("urgent", Urgency.EMERGENCY));
        assertThat(raised(1, parts(1, 1, 4, 0.01, 1), parts(5, 1, 1, 0.01, 1))).isEmpty();
    }

    @Test
    void aFloorOfItsOwnSetsShareAndLevel() {
        assertThat(raised(1, parts(1, 1, 0.01, 1.1, 1), parts(1, 1, 0.01, 1, 1)))
                .containsExactly(likely("floored", Urgency.SAME_DAY));
        assertThat(raised(1, parts(1, 1, 0.01, 0.9, 1), parts(1, 1, 0.01, 1, 1)))
                .isEmpty();
    }

    /** The urgent cause is no alternative to one whose floor is lower. */
    @Test
    void onlyLessUrgentCausesCompete() {
        assertThat(raised(1, parts(1, 1, 0.01, 1.1, 1), parts(1, 1, 99, 1, 1)))
                .containsExactly(likely("floored", Urgency.SAME_DAY));
        assertThat(raised(1, parts(1, 3, 0.01, 0.01, 1), parts(1, 1, 99, 99, 1)))
                .containsExactly(likely("slow", Urgency.SOON));
    }

    @Test
    void aRoutineCauseRaisesNothing() {
        assertThat(raised(1, parts(99, 1, 0.01, 0.01, 1), parts(99, 1, 0.01, 0.01, 1)))
                .isEmpty();
    }

    // No clear cause

    private static final double[] UNCLEAR = parts(1, 1, 1, 0.1, 5);
    private static final Trigger NO_CLEAR_CAUSE =
            new Trigger(Origin.NO_CLEAR_CAUSE, "no-clear-cause", Urgency.SOON, List.of());

    @Test
    void aLateProblemThatNothingBenignExplainsIsSeen() {
        assertThat(raised(15, UNCLEAR, UNCLEAR)).containsExactly(NO_CLEAR_CAUSE);
        assertThat(raised(14, UNCLEAR, UNCLEAR)).isEmpty();
    }

    @Test
    void aProblemThatGetsBetterMayStayUnclear() {
        var floors = new CauseFloors(CAUSES, METHOD);
        var unclear = logs(UNCLEAR);

        assertThat(floors.raised(new Facts(VOCABULARY, report(15, choice("trend", "better"))), unclear, unclear))
                .isEmpty();
        assertThat(floors.raised(new Facts(VOCABULARY, report(15, choice("trend", "worse"))), unclear, unclear))
                .containsExactly(NO_CLEAR_CAUSE);
    }

    /** A fifth is enough; the benign cause is read as an alternative and all others as suspects. */
    @Test
    void aBenignCauseExplainsIt() {
        assertThat(raised(15, parts(1, 1, 1, 1, 1), parts(1.1, 1, 1, 0.1, 9))).isEmpty();
        assertThat(raised(15, parts(1, 1, 1, 0.1, 1.9), parts(1.05, 1, 1, 0.1, 9)))
                .isEmpty();
        assertThat(raised(15, parts(9, 1, 1, 0.1, 5), parts(0.9, 1, 1, 0.1, 9))).containsExactly(NO_CLEAR_CAUSE);
    }

    @Test
    void aSlowCauseThatIsNotRoutineDoesNotExplainIt() {
        assertThat(raised(15, parts(0.1, 1, 1, 0.1, 3), parts(0.1, 9, 1, 0.1, 9)))
                .containsExactly(NO_CLEAR_CAUSE);
    }
}
