package org.afterfusion.triage;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A compiled {@link Condition}. */
sealed interface Test {

    boolean holds(Facts facts);

    /** Adds the findings that make a test hold which does hold. */
    default void collect(Facts facts, BitSet findings) {}

    record AtLeast(List<Test> parts, int count) implements Test {
        @Override
        public boolean holds(Facts facts) {
            int missing = count;
            for (int i = 0; i < parts.size() && missing > 0; i++) {
                if (parts.get(i).holds(facts)) {
                    missing--;
                }
            }
            return missing <= 0;
        }

        @Override
        public void collect(Facts facts, BitSet findings) {
            for (var part : parts) {
                if (part.holds(facts)) {
                    part.collect(facts, findings);
                }
            }
        }
    }

    record Intersects(BitSet mask, Function<Facts, BitSet> answers) implements Test {
        @Override
        public boolean holds(Facts facts) {
            return mask.intersects(answers.apply(facts));
        }

        @Override
        public void collect(Facts facts, BitSet findings) {
            var shared = (BitSet) mask.clone();
            shared.and(answers.apply(facts));
            findings.or(shared);
        }
    }

    record Of(int finding, Predicate<Facts> test) implements Test {
        @Override
        public boolean holds(Facts facts) {
            return test.test(facts);
        }

        @Override
        public void collect(Facts facts, BitSet findings) {
            findings.set(finding);
        }
    }

    record Plain(Predicate<Facts> test) implements Test {
        @Override
        public boolean holds(Facts facts) {
            return test.test(facts);
        }
    }
}
