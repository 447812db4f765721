package org.afterfusion.triage;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.afterfusion.triage.Condition.All;
import org.afterfusion.triage.Condition.AtLeast;

/**
 * A {@link Condition} seen from the single facts that could turn it over.
 *
 * <p>The facts found are all that can do it, and hardly any more: left out are those that cannot change enough parts. Whether a
 * fact that can change a part does, is for the caller to try.
 */
sealed interface Lever {

    boolean holds(Facts facts);

    /** Adds the facts of which one, added to these, may make it hold when it does not, or not hold when it does. */
    void addMovers(Facts facts, BitSet movers);

    /** Returns the facts it looks at. */
    BitSet touched();

    /**
     * Compiles a condition; every id must be in the vocabulary.
     *
     * @param touched the facts that a condition without parts looks at
     */
    static Lever of(Condition condition, Vocabulary vocabulary, Function<Condition, BitSet> touched) {
        if (condition instanceof All all) {
            return group(all.parts().size(), all.parts(), vocabulary, touched);
        }
        if (condition instanceof AtLeast atLeast) {
            return group(atLeast.count(), atLeast.parts(), vocabulary, touched);
        }
        return new Single(condition.compile(vocabulary), touched.apply(condition));
    }

    private static Lever group(
            int count, List<Condition> parts, Vocabulary vocabulary, Function<Condition, BitSet> touched) {
        var levers = parts.stream().map(part -> of(part, vocabulary, touched)).toList();
        var any = new BitSet();
        var shared = new BitSet();
        for (var lever : levers) {
            var again = (BitSet) lever.touched().clone();
            again.and(any);
            shared.or(again);
            any.or(lever.touched());
        }
        return new Group(count, levers.toArray(Lever[]::new), any, shared);
    }

    record Single(Test test, BitSet touched) implements Lever {
        @Override
        public boolean holds(Facts facts) {
            return test.holds(facts);
        }

        @Override
        public void addMovers(Facts facts, BitSet movers) {
            movers.or(touched);
        }
    }

    /**
     * At least so many parts hold.
     *
     * @param shared the facts that more than one part looks at: one of them alone may change several parts
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Group(int count, Lever[] parts, BitSet touched, BitSet shared) implements Lever {
        @Override
        public boolean holds(Facts facts) {
            int missing = count;
            for (int i = 0; missing > 0; i++) {
                if (parts.length - i < missing) {
                    return false;
                }
                if (parts[i].holds(facts)) {
                    missing--;
                }
            }
            return true;
        }

        @Override
        public void addMovers(Facts facts, BitSet movers) {
            int mayFail = parts.length - count;
            var holding = new boolean[parts.length];
            int failing = 0;
            for (int i = 0; i < parts.length; i++) {
                holding[i] = parts[i].holds(facts);
                if (!holding[i] && ++failing > mayFail + 1) {
                    movers.or(shared);
                    return;
                }
            }
            boolean holds = failing <= mayFail;
            if ((holds ? mayFail + 1 - failing : failing - mayFail) > 1) {
                movers.or(shared);
                return;
            }
            for (int i = 0; i < parts.length; i++) {
                if (holding[i] == holds) {
                    parts[i].addMovers(facts, movers);
                }
            }
        }
    }
}
