package org.afterfusion.triage;

import java.util.BitSet;
import java.util.List;
import org.afterfusion.triage.Condition.All;
import org.afterfusion.triage.Condition.Answer;
import org.afterfusion.triage.Condition.Answered;
import org.afterfusion.triage.Condition.AtLeast;
import org.afterfusion.triage.Condition.Recent;
import org.afterfusion.triage.Facts.State;

/**
 * A {@link Condition} seen from what is still open: whether some answers to the open findings could make it hold, and whether
 * some could make it fail. Both may err towards "could", since the parts are looked at apart; neither errs towards "could not".
 *
 * <p>Findings answered already, "not sure" included, keep their answers, and what is known of person and operation stays.
 */
sealed interface Reach {

    boolean canHold(Facts facts, BitSet open);

    boolean canFail(Facts facts, BitSet open);

    /** Adds the open findings on which it depends whether an undecided condition holds. */
    void addDeciding(Facts facts, BitSet open, BitSet deciding);

    default boolean isUndecided(Facts facts, BitSet open) {
        return canHold(facts, open) && canFail(facts, open);
    }

    /** Compiles a condition; every id must be in the vocabulary. */
    static Reach of(Condition condition, Vocabulary vocabulary) {
        if (condition instanceof All all) {
            return new Group(all.parts().size(), compile(all.parts(), vocabulary));
        }
        if (condition instanceof AtLeast atLeast) {
            return new Group(atLeast.count(), compile(atLeast.parts(), vocabulary));
        }
        var test = condition.compile(vocabulary);
        var mask = vocabulary.lookedAt(condition);
        if (condition instanceof Answered answered) {
            return answered.answer() == Answer.ABSENT ? new AllAbsent(mask) : new AnyOf(test, mask);
        }
        if (condition instanceof Recent) {
            return new AnyOf(test, mask);
        }
        return new Leaf(test, mask);
    }

    private static List<Reach> compile(List<Condition> parts, Vocabulary vocabulary) {
        return parts.stream().map(part -> of(part, vocabulary)).toList();
    }

    private static void addShared(BitSet mask, BitSet open, BitSet deciding) {
        var shared = (BitSet) mask.clone();
        shared.and(open);
        deciding.or(shared);
    }

    /** Holds once one of the findings is answered in some way; further answers never undo that. */
    record AnyOf(Test test, BitSet mask) implements Reach {
        @Override
        public boolean canHold(Facts facts, BitSet open) {
            return test.holds(facts) || mask.intersects(open);
        }

        @Override
        public boolean canFail(Facts facts, BitSet open) {
            return !test.holds(facts);
        }

        @Override
        public void addDeciding(Facts facts, BitSet open, BitSet deciding) {
            addShared(mask, open, deciding);
        }
    }

    record AllAbsent(BitSet mask) implements Reach {
        @Override
        public boolean canHold(Facts facts, BitSet open) {
            return mask.stream().allMatch(i -> facts.is(State.ABSENT, i) || open.get(i));
        }

        @Override
        public boolean canFail(Facts facts, BitSet open) {
            return !mask.stream().allMatch(i -> facts.is(State.ABSENT, i));
        }

        @Override
        public void addDeciding(Facts facts, BitSet open, BitSet deciding) {
            addShared(mask, open, deciding);
        }
    }

    /** Anything else: decided once nothing it looks at is open. */
    record Leaf(Test test, BitSet mask) implements Reach {
        @Override
        public boolean canHold(Facts facts, BitSet open) {
            return test.holds(facts) || mask.intersects(open);
        }

        @Override
        public boolean canFail(Facts facts, BitSet open) {
            return !test.holds(facts) || mask.intersects(open);
        }

        @Override
        public void addDeciding(Facts facts, BitSet open, BitSet deciding) {
            addShared(mask, open, deciding);
        }
    }

    /** At least so many parts hold. */
    record Group(int count, List<Reach> parts) implements Reach {
        @Override
        public boolean canHold(Facts facts, BitSet open) {
            return parts.stream().filter(part -> part.canHold(facts, open)).count() >= count;
        }

        @Override
        public boolean canFail(Facts facts, BitSet open) {
            return parts.stream().filter(part -> !part.canFail(facts, open)).count() < count;
        }

        @Override
        public void addDeciding(Facts facts, BitSet open, BitSet deciding) {
            for (var part : parts) {
                if (part.isUndecided(facts, open)) {
                    part.addDeciding(facts, open, deciding);
                }
            }
        }
    }
}
