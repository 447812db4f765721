package org.afterfusion.triage;

import static org.afterfusion.triage.Made.METHOD;
import static org.afterfusion.triage.Made.bits;
import static org.afterfusion.triage.Made.cause;
import static org.afterfusion.triage.Made.combination;
import static org.afterfusion.triage.Made.evidence;
import static org.afterfusion.triage.Made.finding;
import static org.afterfusion.triage.Made.report;
import static org.afterfusion.triage.ReportEdits.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.afterfusion.triage.RankedCause.Band;
import org.afterfusion.triage.RankedCause.Reason;
import org.afterfusion.triage.RankedCause.Standing;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.junit.jupiter.api.Test;

/** Weights in decibans: four times is 6, ten times 10; a "no" counts a quarter. */
class ExplainerTest {

    private static final Cause CAUSE = cause("x", Urgency.SOON, 1, 1, 1, 1);
    private static final Map<String, Integer> CAUSES = Map.of("x", 0, "y", 1);

    /** Four times as frequent as usual, and usual for the cause. */
    private static Finding usual(String id) {
        return finding(id, 2, evidence(0.2, Map.of("x", 0.8)));
    }

    private static Finding telling(String id, double baseRate, double frequency) {
        return finding(id, 2, evidence(baseRate, Map.of("x", frequency)));
    }

    private static RankedCause explained(List<Finding> findings, ReportedFinding... answers) {
        return explained(findings, List.of(), answers);
    }

    private static RankedCause explained(
            List<Finding> findings, List<Combination> combinations, ReportedFinding... answers) {
        var vocabulary = new Vocabulary(findings);
        var evidence = new EvidenceBook(combinations, CAUSES, vocabulary, bits(vocabulary));
        var facts = new Facts(vocabulary, report(5, answers));
        return new Explainer(METHOD, evidence, vocabulary).explain(CAUSE, 0, 2, 0.35, facts, evidence.heardIn(facts));
    }

    private static ReportedFinding[] all(Presence presence, String... ids) {
        return Arrays.stream(ids).map(id -> answer(id, presence)).toArray(ReportedFinding[]::new);
    }

    private static List<String> ids(List<Reason> reasons) {
        return reasons.stream().map(Reason::finding).toList();
    }

    @Test
    void whatIsKnownOfTheCauseIsPassedOn() {
        var explained = explained(List.of());

        assertThat(explained).isEqualTo(new RankedCause(CAUSE, 2, Band.LIKELY, 0.35, List.of(), List.of(), List.of()));
    }

    @Test
    void aYesThatSpeaksForIt() {
        var explained = explained(List.of(usual("a")), all(Presence.PRESENT, "a"));

        assertThat(explained.supporting()).containsExactly(new Reason("a", Made.text("a"), Standing.PRESENT, 6.0));
        assertThat(explained.against()).isEmpty();
        assertThat(explained.missing()).isEmpty();
    }

    @Test
    void aYesThatSpeaksAgainstIt() {
        var explained = explained(List.of(telling("a", 0.5, 0.05)), all(Presence.PRESENT, "a"));

        assertThat(explained.against()).containsExactly(new Reason("a", Made.text("a"), Standing.PRESENT, -10.0));
        assertThat(explained.supporting()).isEmpty();
        assertThat(explained.missing()).isEmpty();
    }

    @Test
    void aNoThatSpeaksForIt() {
        var explained = explained(List.of(telling("a", 0.8, 0.2)), all(Presence.ABSENT, "a"));

        assertThat(explained.supporting()).containsExactly(new Reason("a", Made.text("a"), Standing.ABSENT, 1.5));
    }

    @Test
    void aNoThatSpeaksAgainstIt() {
        var explained = explained(List.of(telling("a", 0.1, 0.4)), all(Presence.ABSENT, "a"));

        assertThat(explained.against()).containsExactly(new Reason("a", Made.text("a"), Standing.ABSENT, -0.4));
        assertThat(explained.missing()).isEmpty();
    }

    /** From half of the people with the cause on. */
    @Test
    void whatIsUsualAndDeniedIsMissing() {
        var explained = explained(List.of(telling("a", 0.2, 0.5)), all(Presence.ABSENT, "a"));

        assertThat(explained.missing()).containsExactly(new Reason("a", Made.text("a"), Standing.ABSENT, -0.5));
        assertThat(explained.against()).isEmpty();
    }

    @Test
    void whatIsUsualAndWasNotAskedIsMissing() {
        var explained = explained(List.of(usual("a"), telling("b", 0.1, 0.49), telling("c", 0.8, 0.6)));

        assertThat(explained.missing()).containsExactly(new Reason("a", Made.text("a"), Standing.NOT_ASKED, 6.0));
    }

    @Test
    void whatWasAnsweredWithNotSureWasAsked() {
        assertThat(explained(List.of(usual("a")), all(Presence.UNSURE, "a")).missing())
                .isEmpty();
    }

    @Test
    void whatIsDeniedComesBeforeTheThreeMostTellingNotAsked() {
        var findings = List.of(
                telling("a", 0.4, 0.8),
                telling("b", 0.1, 0.8),
                telling("c", 0.2, 0.8),
                telling("d", 0.05, 0.8),
                telling("e", 0.4, 0.6));

        assertThat(ids(explained(findings, all(Presence.ABSENT, "e")).missing()))
                .containsExactly("e", "d", "b", "c");
    }

    @Test
    void strongestFirstThenByName() {
        var findings =
                List.of(usual("b"), usual("a"), telling("c", 0.1, 0.8), telling("d", 0.4, 0.2), telling("e", 0.4, 0.1));

        var explained = explained(findings, all(Presence.PRESENT, "a", "b", "c", "d", "e"));

        assertThat(ids(explained.supporting())).containsExactly("c", "a", "b");
        assertThat(ids(explained.against())).containsExactly("e", "d");
    }

    @Test
    void whatRoundsToNothingIsLeftOut() {
        var findings = List.of(telling("a", 0.4, 0.401), telling("b", 0.4, 0.399));

        var explained = explained(findings, all(Presence.PRESENT, "a", "b"));

        assertThat(explained.supporting()).isEmpty();
        assertThat(explained.against()).isEmpty();
    }

    @Test
    void otherCausesHaveOtherReasons() {
        assertThat(explained(List.of(finding("a", 2, evidence(0.2, Map.of("y", 0.8)))), all(Presence.PRESENT, "a"))
                        .supporting())
                .isEmpty();
    }

    @Test
    void aCombinationIsNamedInThePlaceOfItsFindings() {
        var together = combination(List.of("a", "b"), List.of(), List.of("a", "b"), 0.1, Map.of("x", 0.4));

        var explained = explained(List.of(usual("a"), usual("b")), List.of(together), all(Presence.PRESENT, "a", "b"));

        assertThat(explained.supporting())
                .containsExactly(new Reason("a", Made.text("together"), Standing.PRESENT, 6.0));
    }

    @Test
    void findingsThatSpeakForACause() {
        var vocabulary = new Vocabulary(List.of(
                usual("b"),
                usual("a"),
                telling("against", 0.5, 0.05),
                finding("other", 2, evidence(0.2, Map.of("y", 0.8)))));
        var evidence = new EvidenceBook(
                List.of(combination(List.of("a", "b"), List.of(), List.of(), 0.1, Map.of("x", 0.4))),
                CAUSES,
                vocabulary,
                bits(vocabulary));
        var facts = new Facts(vocabulary, report(5, all(Presence.PRESENT, "a", "b", "against", "other")));
        var one = new Facts(vocabulary, report(5, answer("a", Presence.PRESENT), answer("b", Presence.ABSENT)));
        var explainer = new Explainer(METHOD, evidence, vocabulary);

        assertThat(explainer.supporting(0, evidence.heardIn(facts))).containsExactly("b", "a");
        assertThat(explainer.supporting(0, evidence.heardIn(one))).containsExactly("a");
    }
}
