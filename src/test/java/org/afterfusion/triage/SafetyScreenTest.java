package org.afterfusion.triage;

import static org.afterfusion.triage.Made.answered;
import static org.afterfusion.triage.Made.finding;
import static org.afterfusion.triage.Made.floor;
import static org.afterfusion.triage.Made.number;
import static org.afterfusion.triage.Made.option;
import static org.afterfusion.triage.Made.options;
import static org.afterfusion.triage.Made.present;
import static org.afterfusion.triage.Made.redFlag;
import static org.afterfusion.triage.Made.report;
import static org.afterfusion.triage.ReportEdits.answer;
import static org.afterfusion.triage.ReportEdits.choice;
import static org.afterfusion.triage.ReportEdits.value;
import static org.afterfusion.triage.ReportEdits.withStart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.afterfusion.triage.Condition.Answer;
import org.afterfusion.triage.SymptomReport.Course;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.Triage.OpenQuestion;
import org.junit.jupiter.api.Test;

/** Questions and rules together: what fires now, and what open questions could still bring. */
class SafetyScreenTest {

    private static final List<Finding> FINDINGS = List.of(
            finding("a", 1),
            finding("b", 1),
            number("n", 1, 9),
            options("c", 1, List.of(option("no", null), option("bad", Course.WORSE)), null),
            finding("later", 2));
    private static final Vocabulary VOCABULARY = new Vocabulary(FINDINGS);

    /** Foretells nothing, so that questions of one level stay in the order of their ids. */
    private static final Outlook OUTLOOK =
            new Outlook(new EvidenceBook(List.of(), Map.of(), VOCABULARY, new BitSet()), new double[0]);

    private static SafetyScreen screen(RedFlag... flags) {
        return new SafetyScreen(VOCABULARY, new RuleBook(List.of(flags), VOCABULARY));
    }

    private static Facts facts(ReportedFinding... answers) {
        return new Facts(VOCABULARY, report(10, answers));
    }

    private static final ReportedFinding NO_A = answer("a", Presence.ABSENT);
    private static final ReportedFinding NO_B = answer("b", Presence.ABSENT);

    private static final RedFlag ANY = redFlag(
            "any",
            floor(Urgency.SAME_DAY, answered(Answer.NEW, "a")),
            floor(Urgency.EMERGENCY, answered(Answer.NEW, "b")));

    @Test
    void anOpenQuestionCountsWithItsWorstAnswer() {
        assertThat(screen(ANY).worstLevel(facts())).isEqualTo(Urgency.EMERGENCY);
        assertThat(screen(ANY).worstLevel(facts(NO_B))).isEqualTo(Urgency.SAME_DAY);
        assertThat(screen(ANY).worstLevel(facts(NO_A, NO_B))).isEqualTo(Urgency.ROUTINE);
    }

    @Test
    void notSureIsStillOpen() {
        assertThat(screen(ANY).worstLevel(facts(NO_B, answer("a", Presence.UNSURE))))
                .isEqualTo(Urgency.SAME_DAY);
    }

    @Test
    void aDoubtAboutSomethingOldCannotBecomeNew() {
        var old = withStart(answer("a", Presence.UNSURE), null, true);

        assertThat(screen(ANY).worstLevel(facts(NO_B, old))).isEqualTo(Urgency.ROUTINE);
        assertThat(screen(redFlag("old", floor(Urgency.SOON, present("a")))).worstLevel(facts(old)))
                .isEqualTo(Urgency.SOON);
    }

    @Test
    void onlyQuestionsAlwaysAskedCount() {
        assertThat(screen(redFlag("later", floor(Urgency.EMERGENCY, present("later"))))
                        .worstLevel(facts()))
                .isEqualTo(Urgency.ROUTINE);
    }

    @Test
    void worstPossiblyAndPossiblyNew() {
        for (var kind : List.of(Answer.PRESENT, Answer.NEW, Answer.POSSIBLE, Answer.POSSIBLY_NEW)) {
            assertThat(screen(redFlag("a", floor(Urgency.SOON, answered(kind, "a"))))
                            .worstLevel(facts()))
                    .as(kind.name())
                    .isEqualTo(Urgency.SOON);
        }
    }

    @Test
    void worstNumberAndOption() {
        var high = redFlag("high", floor(Urgency.EMERGENCY, new Condition.Value("n", 9.0, null)));
        var bad = redFlag("bad", floor(Urgency.SAME_DAY, new Condition.Chosen("c", List.of("bad"))));
        var worse = redFlag("worse", floor(Urgency.SOON, new Condition.Going(Condition.Trend.WORSE, List.of("a"))));

        assertThat(screen(high).worstLevel(facts())).isEqualTo(Urgency.EMERGENCY);
        assertThat(screen(high).worstLevel(facts(value("n", 3)))).isEqualTo(Urgency.ROUTINE);
        assertThat(screen(bad).worstLevel(facts())).isEqualTo(Urgency.SAME_DAY);
        assertThat(screen(bad).worstLevel(facts(choice("c", "no")))).isEqualTo(Urgency.ROUTINE);
        assertThat(screen(worse).worstLevel(facts())).isEqualTo(Urgency.SOON);
        assertThat(screen(worse).worstLevel(facts(choice("c", "no")))).isEqualTo(Urgency.ROUTINE);
    }

    @Test
    void questionsThatCouldRaiseTheLevelMostDecisiveFirst() {
        assertThat(screen(ANY).questions(facts(), Urgency.SOON, OUTLOOK))
                .containsExactly(new OpenQuestion("b", Urgency.EMERGENCY), new OpenQuestion("a", Urgency.SAME_DAY));
        assertThat(screen(ANY).questions(facts(), Urgency.SAME_DAY, OUTLOOK))
                .containsExactly(new OpenQuestion("b", Urgency.EMERGENCY));
        assertThat(screen(ANY).questions(facts(), Urgency.EMERGENCY, OUTLOOK)).isEmpty();
        assertThat(screen(ANY).questions(facts(NO_B), Urgency.ROUTINE, OUTLOOK))
                .containsExactly(new OpenQuestion("a", Urgency.SAME_DAY));
    }

    /** No single answer would do it: all that are needed are asked, and nothing else. */
    @Test
    void questionsThatOnlyTogetherCouldRaiseTheLevel() {
        var both = new Condition.All(List.of(answered(Answer.NEW, "a"), answered(Answer.NEW, "b")));
        var screen = screen(
                redFlag("both", floor(Urgency.EMERGENCY, both)),
                redFlag("again", floor(Urgency.SAME_DAY, both)),
                redFlag("low", floor(Urgency.SOON, new Condition.Value("n", 9.0, null))));

        assertThat(screen.questions(facts(), Urgency.SOON, OUTLOOK))
                .containsExactly(new OpenQuestion("a", Urgency.EMERGENCY), new OpenQuestion("b", Urgency.EMERGENCY));
        assertThat(screen.questions(facts(answer("a", Presence.PRESENT)), Urgency.SOON, OUTLOOK))
                .containsExactly(new OpenQuestion("b", Urgency.EMERGENCY));
    }

    /** What is known already is not asked again. */
    @Test
    void onlyOpenFindingsAreAskedTogether() {
        var three = new Condition.All(
                List.of(answered(Answer.NEW, "a"), answered(Answer.NEW, "b"), new Condition.Value("n", 9.0, null)));

        assertThat(screen(redFlag("three", floor(Urgency.EMERGENCY, three)))
                        .questions(facts(value("n", 9)), Urgency.ROUTINE, OUTLOOK))
                .extracting(OpenQuestion::finding)
                .containsExactly("a", "b");
    }

    // Rules

    @Test
    void theHighestFloorThatHoldsFires() {
        var rules = new RuleBook(List.of(ANY), VOCABULARY);
        var both = facts(answer("a", Presence.PRESENT), answer("b", Presence.PRESENT));

        assertThat(rules.fire(both)).singleElement().satisfies(fired -> {
            assertThat(fired.redFlag()).isEqualTo(ANY);
            assertThat(fired.level()).isEqualTo(Urgency.EMERGENCY);
            assertThat(fired.findings()).isEqualTo(VOCABULARY.mask(List.of("b")));
        });
        assertThat(rules.level(both)).isEqualTo(Urgency.EMERGENCY);
        assertThat(rules.level(facts(answer("a", Presence.PRESENT), NO_B))).isEqualTo(Urgency.SAME_DAY);
        assertThat(rules.fire(facts(NO_A, NO_B))).isEmpty();
        assertThat(rules.level(facts(NO_A, NO_B))).isEqualTo(Urgency.ROUTINE);
    }

    @Test
    void theHighestOfAllRulesCounts() {
        var rules = new RuleBook(
                List.of(
                        redFlag("first", floor(Urgency.EMERGENCY, present("a"))),
                        redFlag("second", floor(Urgency.SOON, present("a")), floor(Urgency.SAME_DAY, present("a")))),
                VOCABULARY);

        assertThat(rules.level(facts(answer("a", Presence.PRESENT)))).isEqualTo(Urgency.EMERGENCY);
        assertThat(rules.fire(facts(answer("a", Presence.PRESENT))))
                .extracting(RuleBook.Fired::level)
                .containsExactly(Urgency.EMERGENCY, Urgency.SAME_DAY);
    }

    @Test
    void reassuranceTurnsAFloorOffAndLeavesTheLowerOne() {
        var rules = new RuleBook(
                List.of(redFlag(
                        "rule",
                        new RedFlag.Floor(Urgency.EMERGENCY, present("a"), present("later")),
                        floor(Urgency.SOON, present("a")))),
                VOCABULARY);

        assertThat(rules.level(facts(answer("a", Presence.PRESENT)))).isEqualTo(Urgency.EMERGENCY);
        assertThat(rules.level(facts(answer("a", Presence.PRESENT), answer("later", Presence.PRESENT))))
                .isEqualTo(Urgency.SOON);
    }

    /** What some rule takes as reassurance is not only worrying. */
    @Test
    void worryingFindingsAreThoseThatOnlyRaise() {
        var rules = new RuleBook(
                List.of(
                        redFlag("one", floor(Urgency.SOON, present("a", "b"))),
                        redFlag("two", new RedFlag.Floor(Urgency.SOON, present("later"), present("b"))),
                        redFlag("three", new RedFlag.Floor(Urgency.SOON, present("a"), answered(Answer.ABSENT, "a")))),
                VOCABULARY);

        assertThat(rules.concerning()).isEqualTo(VOCABULARY.mask(List.of("a", "later")));
    }
}
