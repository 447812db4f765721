package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
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

    private static final Comparator<Ranked> MOST_DECISIVE_FIRST = Comparator.comparing(Ranked::couldRaiseTo)
            .thenComparingDouble(Ranked::change)
            .reversed()
            .thenComparing(Ranked::finding);

    private final Vocabulary vocabulary;
    private final RuleBook rules;
    private final BitSet screen;
    private final @Nullable Test[] settled;

    SafetyScreen(Vocabulary vocabulary, RuleBook rules) {
        this.vocabulary = vocabulary;
        this.rules = rules;
        screen = new BitSet();
        settled = new Test[vocabulary.size()];
        for (int finding = 0; finding < vocabulary.size(); finding++) {
            screen.set(finding, vocabulary.finding(finding).tier() == ALWAYS_ASKED);
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
        var questions = new ArrayList<OpenQuestion>();
        var trial = facts.copy();
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            trial.supposeWorst(vocabulary, i);
            var couldBe = rules.levelByRulesOn(i, trial, level);
            trial.takeBack(i, facts);
            if (couldBe.isHigherThan(level)) {
                questions.add(new OpenQuestion(vocabulary.finding(i).id(), couldBe));
            }
        }
        if (questions.isEmpty() && !open.isEmpty()) {
            addThoseRaisingTogether(facts, open, level, questions);
        }
        return mostDecisiveFirst(questions, facts, outlook);
    }

    private List<OpenQuestion> mostDecisiveFirst(List<OpenQuestion> questions, Facts facts, Outlook outlook) {
        var ranked = new ArrayList<Ranked>(questions.size());
        for (var question : questions) {
            ranked.add(new Ranked(question, outlook.changeExpectedFrom(vocabulary.indexOf(question.finding()), facts)));
        }
        ranked.sort(MOST_DECISIVE_FIRST);
        questions.clear();
        for (var one : ranked) {
            questions.add(one.question());
        }
        return questions;
    }

    /** @param change see {@link Outlook#changeExpectedFrom} */
    private record Ranked(OpenQuestion question, double change) {
        Urgency couldRaiseTo() {
            return question.couldRaiseTo();
        }

        String finding() {
            return question.finding();
        }
    }

    /** No single answer would do, some together would: ask all that the rules then firing rest on. */
    private void addThoseRaisingTogether(Facts facts, BitSet open, Urgency level, List<OpenQuestion> questions) {
        var worst = facts.withWorst(vocabulary, open);
        if (!rules.level(worst).isHigherThan(level)) {
            return;
        }
        var asked = new BitSet();
        for (var fired : rules.fire(worst)) {
            if (fired.level().isHigherThan(level)) {
                fired.findings().and(open);
                fired.findings().andNot(asked);
                fired.findings().stream()
                        .mapToObj(finding -> vocabulary.finding(finding).id())
                        .forEach(id -> questions.add(new OpenQuestion(id, fired.level())));
                asked.or(fired.findings());
            }
        }
    }

    private BitSet open(Facts facts) {
        var open = (BitSet) screen.clone();
        open.andNot(facts.cleared());
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            var test = settled[i];
            open.set(i, test == null || !test.holds(facts));
        }
        return open;
    }
}
