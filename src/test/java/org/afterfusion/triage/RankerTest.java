package org.afterfusion.triage;

import static org.afterfusion.triage.Made.METHOD;
import static org.afterfusion.triage.Made.bits;
import static org.afterfusion.triage.Made.cause;
import static org.afterfusion.triage.Made.dangerous;
import static org.afterfusion.triage.Made.evidence;
import static org.afterfusion.triage.Made.finding;
import static org.afterfusion.triage.Made.indexes;
import static org.afterfusion.triage.Made.present;
import static org.afterfusion.triage.Made.report;
import static org.afterfusion.triage.ReportEdits.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.junit.jupiter.api.Test;

/** Nothing but weights speaks here; a weight of w² has w parts. */
class RankerTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(finding("a", 2)));

    private static Cause parts(String id, int parts) {
        return cause(id, Urgency.SOON, same(parts));
    }

    private static double[] same(int parts) {
        double weight = parts * parts;
        return new double[] {weight, weight, weight, weight};
    }

    private static Ranker.Ranking rank(int unexplained, List<Cause> modelled, ReportedFinding... answers) {
        var causes = Stream.concat(modelled.stream(), Stream.of(parts("unexplained", unexplained)))
                .toList();
        return rankAll(VOCABULARY, causes, answers);
    }

    private static List<String> ids(List<RankedCause> causes) {
        return causes.stream().map(ranked -> ranked.cause().id()).toList();
    }

    @Test
    void likeliestFirstWithTheirShares() {
        var ranking = rank(2, List.of(parts("x", 1), parts("y", 4), parts("z", 3)));

        assertThat(ids(ranking.listed())).containsExactly("y", "z", "x");
        assertThat(ranking.listed().get(0).share()).isCloseTo(0.4, within(1e-12));
        assertThat(ranking.listed().get(1).share()).isCloseTo(0.3, within(1e-12));
        assertThat(ranking.unexplainedShare()).isCloseTo(0.2, within(1e-12));
    }

    /** The unexplained takes a rank of its own and is never listed. */
    @Test
    void ranksCountTheUnexplained() {
        var ranking = rank(2, List.of(parts("x", 1), parts("y", 4), parts("z", 3)));

        assertThat(ranking.listed()).extracting(RankedCause::rank).containsExactly(1, 2, 4);
        assertThat(ranking.listed())
                .extracting(RankedCause::band)
                .containsExactly(RankedCause.Band.LIKELY, RankedCause.Band.LIKELY, RankedCause.Band.POSSIBLE);
    }

    @Test
    void equalCausesByTheirIds() {
        assertThat(ids(rank(1, List.of(parts("y", 2), parts("x", 2), parts("z", 2)))
                        .listed()))
                .containsExactly("x", "y", "z");
    }

    @Test
    void noMoreThanTheMethodLists() {
        var causes = List.of(parts("v", 1), parts("w", 1), parts("x", 1), parts("y", 1));

        assertThat(ids(rank(1, causes).listed())).containsExactly("v", "w", "x");
    }

    /** From a twentieth on. */
    @Test
    void unlikelyCausesAreNotListed() {
        assertThat(ids(rank(1, List.of(parts("x", 1), parts("y", 17))).listed()))
                .containsExactly("y", "x");
        assertThat(ids(rank(1, List.of(parts("x", 1), parts("y", 19))).listed()))
                .containsExactly("y");
    }

    /** From a tenth on. */
    @Test
    void dangerousCausesThatAreLikelyEnoughMustBeExcluded() {
        var likely = List.of(dangerous("x", Urgency.EMERGENCY, same(1)), parts("y", 7));
        var unlikely = List.of(dangerous("x", Urgency.EMERGENCY, same(1)), parts("y", 9));

        assertThat(ids(rank(1, likely).mustExclude(Set.of()))).containsExactly("x");
        assertThat(ids(rank(1, unlikely).mustExclude(Set.of()))).isEmpty();
    }

    @Test
    void dangerousCausesThatARulePointsToMustBeExcluded() {
        var causes = List.of(dangerous("x", Urgency.EMERGENCY, same(1)), parts("y", 20), parts("z", 1));

        assertThat(ids(rank(1, causes).mustExclude(Set.of("x", "z")))).containsExactly("x");
    }

    private static final Cause LIMITED = cause("limited", Urgency.SOON, false, null, List.of(), present("a"), same(8));

    @Test
    void aCauseThatLacksWhatItNeedsComesRightBehindTheFirst() {
        var ranking = rank(1, List.of(LIMITED, parts("y", 4), parts("z", 3)));

        assertThat(ids(ranking.listed())).containsExactly("y", "limited", "z");
        assertThat(ranking.listed().get(1).share()).isCloseTo(4 / 12.0, within(1e-12));
    }

    @Test
    void aCauseThatHasWhatItNeedsMayBeFirst() {
        var ranking = rank(1, List.of(LIMITED, parts("y", 4)), answer("a", Presence.PRESENT));

        assertThat(ids(ranking.listed())).containsExactly("limited", "y");
    }

    @Test
    void aCauseThatIsNotFirstAnywayStaysWhereItIs() {
        var ranking = rank(1, List.of(LIMITED, parts("y", 16), parts("z", 10)));

        assertThat(ids(ranking.listed())).containsExactly("y", "z", "limited");
        assertThat(ranking.listed().get(2).share()).isCloseTo(8 / 35.0, within(1e-12));
    }

    /** Somebody who says yes to {@code a} alone has reason to think of {@code reported}, and none for the others. */
    @Test
    void aCauseThatNothingSpeaksForComesBehindOneThatSomethingDoes() {
        var heard = new Vocabulary(List.of(finding("a", 2, evidence(0.2, Map.of("reported", 0.8)))));
        var causes = List.of(parts("usual", 9), parts("frequent", 8), parts("reported", 1), parts("unexplained", 1));

        assertThat(ids(rankAll(heard, causes, answer("a", Presence.PRESENT)).listed()))
                .containsExactly("reported", "usual", "frequent");
        assertThat(ids(rankAll(heard, causes, answer("a", Presence.ABSENT)).listed()))
                .first()
                .isEqualTo("usual");
    }

    private static Ranker.Ranking rankAll(Vocabulary vocabulary, List<Cause> causes, ReportedFinding... answers) {
        var evidence = new EvidenceBook(List.of(), indexes(causes), vocabulary, bits(vocabulary));
        var weigher = new Weigher(METHOD, causes, evidence, vocabulary, bits(vocabulary));
        var facts = new Facts(vocabulary, report(5, answers));
        return new Ranker(METHOD, causes, new Explainer(METHOD, evidence, vocabulary), vocabulary)
                .rank(facts, evidence.heardIn(facts), weigher.weigh(facts));
    }
}
