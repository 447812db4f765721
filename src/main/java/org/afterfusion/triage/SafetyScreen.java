package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.afterfusion.triage.Facts.State;
import org.afterfusion.triage.Triage.OpenQuestion;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what the safety questions not answered yet could still bring. "Not sure" counts as not answered.
 *
 * <p>The safest result is given only when even the worst answers to everything open would leave it there. Measured against
 * the worst answers together, not one by one, this never lowers a level when an open question turns out to be a yes: the union
 * of what is known and what is feared stays the same.
 */
final class SafetyScreen {

    private static final int ALWAYS_ASKED = 1;

    private final Vocabulary vocabulary;
    private final RuleBook rules;
    private final int[] screen;
    private final @Nullable Test[] settled;

    SafetyScreen(Vocabulary vocabulary, RuleBook rules) {
        this.vocabulary = vocabulary;
        this.rules = rules;
        screen = IntStream.range(0, vocabulary.size())
                .filter(finding -> vocabulary.finding(finding).tier() == ALWAYS_ASKED)
                .toArray();
        settled = new Test[vocabulary.size()];
        for (int finding = 0; finding < vocabulary.size(); finding++) {
            var settledIf = vocabulary.finding(finding).settledIf();
            settled[finding] = settledIf == null ? null : settledIf.compile(vocabulary);
        }
    }

    /** Returns the highest level the red flags could ask for once every open safety question is answered. */
    Urgency worstLevel(Facts facts) {
        return rules.level(facts.withWorst(vocabulary, open(facts)));
    }

    /**
     * Returns the open safety questions that could lift the level above the given one: the highest level first, then those
     * that are expected to tell most about the causes.
     */
    List<OpenQuestion> questions(Facts facts, Urgency level, Outlook outlook) {
        if (level == Urgency.EMERGENCY_AMBULANCE) {
            return List.of();
        }
        var open = open(facts);
        var questions = new ArrayList<Ranked>();
        var trial = facts.copy();
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            trial.supposeWorst(vocabulary, i);
            var couldBe = rules.levelByRulesOn(i, trial, level);
            trial.takeBack(i, facts);
            if (couldBe.isHigherThan(level)) {
                questions.add(ranked(i, couldBe, facts, outlook));
            }
        }
        if (questions.isEmpty() && !open.isEmpty()) {
            questions.addAll(thoseRaisingTogether(facts, open, level, outlook));
        }
        questions.sort(null);
        return questions.stream().map(Ranked::question).toList();
    }

    private Ranked ranked(int finding, Urgency couldRaiseTo, Facts facts, Outlook outlook) {
        return new Ranked(
                new OpenQuestion(vocabulary.finding(finding).id(), couldRaiseTo),
                outlook.changeExpectedFrom(finding, facts));
    }

    /** @param change see {@link Outlook#changeExpectedFrom} */
    private record Ranked(OpenQuestion question, double change) implements Comparable<Ranked> {

        /** The most decisive first, and of equally decisive ones the first id. */
        @Override
        public int compareTo(Ranked other) {
            int order = other.question.couldRaiseTo().compareTo(question.couldRaiseTo());
            if (order == 0) {
                order = Double.compare(other.change, change);
            }
            return order == 0 ? question.finding().compareTo(other.question.finding()) : order;
        }
    }

    /** No single answer would do, some together would: returns all that the rules then firing rest on. */
    private List<Ranked> thoseRaisingTogether(Facts facts, BitSet open, Urgency level, Outlook outlook) {
        var worst = facts.withWorst(vocabulary, open);
        if (!rules.level(worst).isHigherThan(level)) {
            return List.of();
        }
        var questions = new ArrayList<Ranked>();
        var asked = new BitSet();
        for (var fired : rules.fire(worst)) {
            if (fired.level().isHigherThan(level)) {
                var findings = fired.findings();
                findings.and(open);
                findings.andNot(asked);
                findings.stream()
                        .mapToObj(finding -> ranked(finding, fired.level(), facts, outlook))
                        .forEach(questions::add);
                asked.or(findings);
            }
        }
        return questions;
    }

    private BitSet open(Facts facts) {
        var open = new BitSet(vocabulary.size());
        for (int finding : screen) {
            var test = settled[finding];
            if (!facts.is(State.CLEARED, finding) && (test == null || !test.holds(facts))) {
                open.set(finding);
            }
        }
        return open;
    }
}
