package org.afterfusion.triage;

import static org.afterfusion.triage.Made.answered;
import static org.afterfusion.triage.Made.cause;
import static org.afterfusion.triage.Made.dangerous;
import static org.afterfusion.triage.Made.evidence;
import static org.afterfusion.triage.Made.finding;
import static org.afterfusion.triage.Made.floor;
import static org.afterfusion.triage.Made.knowledge;
import static org.afterfusion.triage.Made.present;
import static org.afterfusion.triage.Made.redFlag;
import static org.afterfusion.triage.Made.report;
import static org.afterfusion.triage.Made.text;
import static org.afterfusion.triage.ReportEdits.answer;
import static org.afterfusion.triage.ReportEdits.withOnset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.afterfusion.triage.Condition.Answer;
import org.afterfusion.triage.Condition.Measure;
import org.afterfusion.triage.Condition.Within;
import org.afterfusion.triage.KnowledgeBase.ScopeLimit;
import org.afterfusion.triage.SymptomReport.Patient;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.Triage.OpenQuestion;
import org.afterfusion.triage.Triage.Origin;
import org.afterfusion.triage.Triage.Status;
import org.afterfusion.triage.Triage.Trigger;
import org.junit.jupiter.api.Test;

/** Whole answers from a base of four findings, three causes and three rules. */
class TriageEngineTest {

    private static final RedFlag WEAK = redFlag(
            "weak",
            new RedFlag.Sign(text("weak"), Urgency.EMERGENCY),
            List.of("nerve"),
            floor(Urgency.EMERGENCY, answered(Answer.NEW, "weakness")));

    private static final RedFlag FEVER = redFlag(
            "hot",
            new RedFlag.Sign(text("fever"), Urgency.SAME_DAY),
            List.of("infection"),
            floor(Urgency.SAME_DAY, present("fever")));

    private static final RedFlag ACHE = redFlag(
            "ache",
            new RedFlag.Sign(text("ache"), Urgency.SOON),
            List.of("nerve"),
            floor(Urgency.SOON, present("ache")));

    private final TriageEngine engine = new TriageEngine(knowledge(
            List.of(
                    finding("weakness", 1),
                    finding("fever", 1, evidence(0.1, Map.of("infection", 0.9))),
                    finding("ache", 2),
                    finding("clue", 2, evidence(0.01, Map.of("infection", 0.9)))),
            List.of(),
            List.of(
                    cause("soreness", Urgency.ROUTINE, 900, 900, 900, 900),
                    dangerous("infection", Urgency.SAME_DAY, 1, 1, 1, 1),
                    dangerous("nerve", Urgency.EMERGENCY, 1, 1, 1, 1)),
            List.of(ACHE, FEVER, WEAK),
            List.of(
                    new ScopeLimit(new Within(Measure.AGE_YEARS, null, 15.0), true, Urgency.SAME_DAY, "child"),
                    new ScopeLimit(new Within(Measure.AGE_YEARS, 90.0, null), false, Urgency.ROUTINE, "old"))));

    private static final ReportedFinding STRONG = answer("weakness", Presence.ABSENT);
    private static final ReportedFinding COOL = answer("fever", Presence.ABSENT);

    private Triage triage(ReportedFinding... answers) {
        return engine.triage(report(5, answers));
    }

    private static List<String> ids(List<RankedCause> causes) {
        return causes.stream().map(ranked -> ranked.cause().id()).toList();
    }

    @Test
    void anAnswerCannotBeChanged() {
        var triage = triage(STRONG, answer("fever", Presence.PRESENT), answer("clue", Presence.PRESENT));
        var cause = triage.causes().get(0);

        List<List<?>> lists = List.of(
                triage.setBy(),
                triage.causes(),
                triage.mustExclude(),
                triage.openQuestions(),
                triage.wouldRaise(),
                triage.rulesFired(),
                triage.watchFor(),
                triage.notices(),
                cause.supporting(),
                cause.against(),
                cause.missing());

        assertThat(lists).allSatisfy(list -> assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(list::clear));
    }

    @Test
    void nothingWorrying() {
        var triage = triage(STRONG, COOL);

        assertThat(triage.urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(triage.setBy()).isEmpty();
        assertThat(triage.status()).isEqualTo(Status.FINAL);
        assertThat(ids(triage.causes())).containsExactly("soreness");
        assertThat(triage.mustExclude()).isEmpty();
        assertThat(triage.openQuestions()).isEmpty();
        assertThat(triage.rulesFired()).isEmpty();
    }

    @Test
    void aRedFlagSetsTheLevelAndNamesItsFindings() {
        var triage = triage(answer("weakness", Presence.PRESENT), answer("fever", Presence.PRESENT));

        assertThat(triage.urgency()).isEqualTo(Urgency.EMERGENCY);
        assertThat(triage.setBy())
                .containsExactly(new Trigger(Origin.RED_FLAG, "weak", Urgency.EMERGENCY, List.of("weakness")));
        assertThat(triage.rulesFired()).containsExactly("hot", "weak");
        assertThat(triage.status()).isEqualTo(Status.FINAL);
    }

    @Test
    void rulesThatAskForCareWithinADayPointToCauses() {
        assertThat(ids(triage(STRONG, answer("fever", Presence.PRESENT)).mustExclude()))
                .containsExactly("infection");
        assertThat(ids(triage(COOL, answer("weakness", Presence.PRESENT)).mustExclude()))
                .containsExactly("nerve");
        assertThat(ids(triage(STRONG, COOL, answer("ache", Presence.PRESENT)).mustExclude()))
                .isEmpty();
    }

    @Test
    void theSafestLevelWaitsForTheSafetyQuestions() {
        var triage = triage(COOL);

        assertThat(triage.urgency()).isEqualTo(Urgency.SOON);
        assertThat(triage.setBy())
                .containsExactly(new Trigger(Origin.OPEN_QUESTIONS, "open-questions", Urgency.SOON, List.of()));
        assertThat(triage.status()).isEqualTo(Status.PROVISIONAL);
        assertThat(triage.openQuestions()).containsExactly(new OpenQuestion("weakness", Urgency.EMERGENCY));
    }

    @Test
    void openQuestionsAddNothingToAHigherLevel() {
        var triage = triage(answer("fever", Presence.PRESENT));

        assertThat(triage.urgency()).isEqualTo(Urgency.SAME_DAY);
        assertThat(triage.setBy()).extracting(Trigger::id).containsExactly("hot");
        assertThat(triage.status()).isEqualTo(Status.PROVISIONAL);
    }

    @Test
    void whatSetsALowerLevelIsNotNamed() {
        var triage = triage(STRONG, answer("fever", Presence.PRESENT), answer("ache", Presence.PRESENT));

        assertThat(triage.setBy()).extracting(Trigger::id).containsExactly("hot");
        assertThat(triage.rulesFired()).containsExactly("ache", "hot");
    }

    /** Ninety parts by the clue, beside thirty of soreness. */
    @Test
    void aLikelyCauseRaisesTheLevelAndNamesWhatSpeaksForIt() {
        var triage = triage(STRONG, COOL, answer("clue", Presence.PRESENT));

        assertThat(triage.urgency()).isEqualTo(Urgency.SAME_DAY);
        assertThat(triage.setBy())
                .containsExactly(new Trigger(Origin.LIKELY_CAUSE, "infection", Urgency.SAME_DAY, List.of("clue")));
        assertThat(ids(triage.mustExclude())).containsExactly("infection");
    }

    @Test
    void aLateProblemWithoutAClearCause() {
        var sore = new TriageEngine(knowledge(
                List.of(finding("a", 2)),
                List.of(),
                List.of(cause("soreness", Urgency.ROUTINE, 0, 0, 0, 0)),
                List.of(),
                List.of()));

        assertThat(sore.triage(report(5)).urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(engine.triage(report(400, STRONG, COOL)).urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(new TriageEngine(knowledge(
                                List.of(),
                                List.of(),
                                List.of(cause("slow", Urgency.SOON, 0, 0, 0, 0)),
                                List.of(),
                                List.of()))
                        .triage(report(15))
                        .setBy())
                .containsExactly(new Trigger(Origin.NO_CLEAR_CAUSE, "no-clear-cause", Urgency.SOON, List.of()));
    }

    private static SymptomReport aged(int years) {
        var report = report(5, STRONG, COOL);
        return new SymptomReport(new Patient(years, null, null), report.surgery(), null, report.findings(), null);
    }

    @Test
    void outOfScope() {
        var triage = engine.triage(aged(15));

        assertThat(triage.urgency()).isEqualTo(Urgency.SAME_DAY);
        assertThat(triage.setBy()).containsExactly(new Trigger(Origin.SCOPE, "child", Urgency.SAME_DAY, List.of()));
        assertThat(triage.status()).isEqualTo(Status.OUT_OF_SCOPE);
        assertThat(triage.notices()).containsExactly("general-notice", "child", "onset-unknown");
    }

    @Test
    void aLimitThatIsOnlyANotice() {
        var triage = engine.triage(aged(90));

        assertThat(triage.urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(triage.status()).isEqualTo(Status.FINAL);
        assertThat(triage.notices()).containsExactly("general-notice", "old", "onset-unknown");
    }

    @Test
    void aKnownOnsetNeedsNoNotice() {
        assertThat(engine.triage(withOnset(report(5, STRONG, COOL), 2)).notices())
                .containsExactly("general-notice");
    }

    @Test
    void signsToWatchForBringAHigherLevelAndHaveNotFired() {
        assertThat(triage(STRONG, COOL).watchFor()).containsExactly(WEAK, FEVER, ACHE);
        assertThat(triage(STRONG, COOL, answer("ache", Presence.PRESENT)).watchFor())
                .containsExactly(WEAK, FEVER);
        assertThat(triage(STRONG, answer("fever", Presence.PRESENT)).watchFor()).containsExactly(WEAK);
        assertThat(triage(COOL, answer("weakness", Presence.PRESENT)).watchFor())
                .isEmpty();
    }

    /** The sign of a rule that has fired at a lower level is nothing to wait for any more. */
    @Test
    void aRuleThatHasFiredIsNotWatchedFor() {
        var rising = redFlag(
                "rising",
                new RedFlag.Sign(text("more"), Urgency.EMERGENCY),
                List.of(),
                floor(Urgency.SOON, present("ache")));
        var watching = new TriageEngine(knowledge(
                List.of(finding("ache", 2)), List.of(), List.of(), List.of(rising, redFlag("silent")), List.of()));

        assertThat(watching.triage(report(5, answer("ache", Presence.PRESENT))).watchFor())
                .isEmpty();
        assertThat(watching.triage(report(5)).watchFor()).containsExactly(rising);
    }

    @Test
    void theEngineKnowsWhatItWasGiven() {
        assertThat(engine.knowledge().redFlags()).containsExactly(ACHE, FEVER, WEAK);
    }

    @Test
    void worryingFindings() {
        assertThat(engine.worryingFindings()).containsExactly("weakness", "fever", "ache");
    }

    @Test
    void theOrderOfTheAnswersDoesNotMatter() {
        assertThat(triage(STRONG, answer("clue", Presence.PRESENT), answer("ache", Presence.UNSURE)))
                .isEqualTo(triage(answer("ache", Presence.UNSURE), answer("clue", Presence.PRESENT), STRONG));
    }

    @Test
    void anUnknownFindingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> triage(answer("nonsense", Presence.PRESENT)))
                .withMessage("no finding nonsense");
    }
}
