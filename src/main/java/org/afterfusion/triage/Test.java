package org.afterfusion.triage;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.afterfusion.triage.Facts.State;
import org.jspecify.annotations.Nullable;

/** A compiled {@link Condition}. */
sealed interface Test {

    boolean holds(Facts facts);

    /** Adds the findings that make a test hold which does hold. */
    default void collect(Facts facts, BitSet findings) {}

    /** Returns findings of which one must be {@linkplain State#REPORTED reported} for it to hold; null when it may without. */
    default @Nullable BitSet needs() {
        return null;
    }

    /** At least so many parts hold. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record AtLeast(Test[] parts, int count, @Nullable BitSet needs) implements Test {

        static AtLeast of(int count, List<Test> parts) {
            return new AtLeast(parts.toArray(Test[]::new), count, needs(parts, parts.size() - count + 1));
        }

        /** Of any so many parts one must hold; so the needs of those that need least will do. */
        private static @Nullable BitSet needs(List<Test> parts, int enough) {
            var least = parts.stream()
                    .flatMap(part -> Stream.ofNullable(part.needs()))
                    .sorted(Comparator.comparingInt(BitSet::cardinality))
                    .limit(enough)
                    .toList();
            if (least.size() < enough || enough < 1) {
                return null;
            }
            var needs = new BitSet();
            least.forEach(needs::or);
            return needs;
        }

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
        public void collect(Facts facts, BitSet findings) {
            for (var part : parts) {
                if (part.holds(facts)) {
                    part.collect(facts, findings);
                }
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record AnyOf(int[] wanted, State state) implements Test {
        @Override
        public boolean holds(Facts facts) {
            return facts.isAny(state, wanted);
        }

        @Override
        public void collect(Facts facts, BitSet findings) {
            for (int finding : wanted) {
                if (facts.is(state, finding)) {
                    findings.set(finding);
                }
            }
        }

        @Override
        public BitSet needs() {
            var needs = new BitSet();
            for (int finding : wanted) {
                needs.set(finding);
            }
            return needs;
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

        @Override
        public BitSet needs() {
            var needs = new BitSet();
            needs.set(finding);
            return needs;
        }
    }

    record Plain(Predicate<Facts> test) implements Test {
        @Override
        public boolean holds(Facts facts) {
            return test.test(facts);
        }
    }
}
