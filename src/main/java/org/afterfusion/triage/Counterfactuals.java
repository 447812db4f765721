package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.afterfusion.triage.Facts.State;
import org.afterfusion.triage.Triage.Change;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest new facts, one or two, with which red flags would ask for a higher level than the present one.
 *
 * <p>To raise the level, facts must make one floor of one red flag hold that does not. So each such floor is asked which facts
 * could turn it over ({@link Lever}), and only these are tried. That finds every single fact, and every pair of which neither
 * raises alone. A likely cause may raise the level too, with less: what makes a cause likely is not looked for here.
 *
 * <p>A fact is new when the report does not hold it already: a finding that is not present, a number not reached, or an option
 * of more concern than the one chosen. Numbers are those that red flags name; of several that would do, the least is listed.
 * A fact counts as if it were added to the report with nothing said of when it began.
 */
final class Counterfactuals {

    private record Floor(
            Urgency level, Lever when, @Nullable Lever unless, BitSet touched) {

        boolean holds(Facts facts) {
            return when.holds(facts) && (unless == null || !unless.holds(facts));
        }

        /** Adds the facts of which one may make this floor hold, which does not. */
        void addMovers(Facts facts, BitSet movers) {
            if (unless != null && when.holds(facts)) {
                unless.addMovers(facts, movers);
            } else {
                when.addMovers(facts, movers);
            }
        }
    }

    private final Vocabulary vocabulary;
    private final Candidates candidates;
    private final List<Floor> floors;
    private final List<List<Floor>> floorsByCandidate;

    Counterfactuals(List<RedFlag> redFlags, Vocabulary vocabulary, EvidenceBook evidence) {
        this.vocabulary = vocabulary;
        candidates = new Candidates(
                redFlags.stream().flatMap(flag -> flag.floors().stream()).toList(), vocabulary, evidence);
        floors = redFlags.stream()
                .flatMap(flag -> flag.floors().stream())
                .map(this::compile)
                .sorted(Comparator.comparing(Floor::level).reversed())
                .toList();
        floorsByCandidate = IntStream.range(0, candidates.size())
                .mapToObj(i ->
                        floors.stream().filter(floor -> floor.touched().get(i)).toList())
                .toList();
    }

    private Floor compile(RedFlag.Floor floor) {
        var when = Lever.of(floor.when(), vocabulary, candidates::touchedBy);
        var unless = floor.unless() == null ? null : Lever.of(floor.unless(), vocabulary, candidates::touchedBy);
        var touched = (BitSet) when.touched().clone();
        if (unless != null) {
            touched.or(unless.touched());
        }
        return new Floor(floor.level(), when, unless, touched);
    }

    /**
     * Returns the facts worth telling: single facts before pairs, facts not asked about before those answered otherwise, then
     * the likeliest first; at most {@value Triage#MOST_CHANGES}.
     *
     * @param level of the report, no lower than the red flags ask for; from {@link Urgency#EMERGENCY} on nothing is returned
     */
    List<Change> raising(Facts facts, Urgency level, Outlook outlook) {
        return level.isHigherThan(Urgency.SAME_DAY) ? List.of() : new Search(facts, level, outlook).changes();
    }

    /** The search for one report; it supposes facts in a copy of its own, and takes each back at once. */
    private final class Search {

        private final Facts facts;
        private final Facts trial;
        private final Urgency level;
        private final Outlook outlook;
        private final List<Change> changes = new ArrayList<>();
        private final BitSet raisingAlone = new BitSet();

        Search(Facts facts, Urgency level, Outlook outlook) {
            this.facts = facts;
            this.trial = facts.copy();
            this.level = level;
            this.outlook = outlook;
        }

        List<Change> changes() {
            addSingles();
            if (!isFull()) {
                addPairs();
            }
            return List.copyOf(changes);
        }

        private boolean isFull() {
            return changes.size() == Triage.MOST_CHANGES;
        }

        /** Tries the most telling first, so that few are tried in vain. */
        private void addSingles() {
            var untried = new PriorityQueue<>(trials(moversOf(floors)));
            while (!isFull() && !untried.isEmpty()) {
                int best = untried.remove().candidate();
                var to = alone(best);
                if (to.isHigherThan(level)) {
                    raisingAlone.set(best);
                    if (!isAnyLesser(best, less -> alone(less).isHigherThan(level))) {
                        changes.add(new Change(List.of(candidates.get(best).fact()), to));
                    }
                }
            }
        }

        private List<Trial> trials(BitSet movers) {
            var trials = new ArrayList<Trial>(movers.cardinality());
            for (int i = movers.nextSetBit(0); i >= 0; i = movers.nextSetBit(i + 1)) {
                trials.add(new Trial(i, outlook.likelihood(statement(i)) - answered(i)));
            }
            return trials;
        }

        /** Comes after all single facts were tried. */
        private void addPairs() {
            var pairs = new ArrayList<Pair>();
            for (int i = 0; i < candidates.size(); i++) {
                if (!raisingAlone.get(i) && candidates.get(i).isNewTo(facts)) {
                    suppose(i);
                    var others = moversOf(floorsByCandidate.get(i));
                    takeBack(i);
                    others.andNot(raisingAlone);
                    for (int k = others.nextSetBit(i + 1); k >= 0; k = others.nextSetBit(k + 1)) {
                        addPair(i, k, pairs);
                    }
                }
            }
            pairs.stream()
                    .sorted(Comparator.comparingDouble(Pair::telling).reversed())
                    .limit(Triage.MOST_CHANGES - changes.size())
                    .forEach(pair -> changes.add(pair.change()));
        }

        private void addPair(int i, int k, List<Pair> pairs) {
            var to = together(i, k);
            if (to.isHigherThan(level)
                    && !isAnyLesser(i, less -> together(less, k).isHigherThan(level))
                    && !isAnyLesser(k, less -> together(i, less).isHigherThan(level))) {
                pairs.add(new Pair(
                        new Change(
                                List.of(
                                        candidates.get(i).fact(),
                                        candidates.get(k).fact()),
                                to),
                        outlook.likelihood(statement(i), statement(k)) - answered(i) - answered(k)));
            }
        }

        /** Returns the new facts of which one, added to what is supposed, may make one of these floors hold. */
        private BitSet moversOf(List<Floor> floors) {
            var movers = new BitSet(candidates.size());
            for (var floor : floors) {
                if (!floor.level().isHigherThan(level)) {
                    break;
                }
                floor.addMovers(trial, movers);
            }
            for (int i = movers.nextSetBit(0); i >= 0; i = movers.nextSetBit(i + 1)) {
                movers.set(i, candidates.get(i).isNewTo(facts));
            }
            return movers;
        }

        private Urgency alone(int i) {
            suppose(i);
            var to = highest(floorsByCandidate.get(i));
            takeBack(i);
            return to;
        }

        /** Returns the level that two facts bring of which neither raises alone: a floor that both have a part in. */
        private Urgency together(int i, int k) {
            if (candidates.get(i).finding() == candidates.get(k).finding()) {
                return level;
            }
            suppose(i);
            suppose(k);
            var to = highest(floorsByCandidate.get(i));
            takeBack(i);
            takeBack(k);
            return to;
        }

        /** Returns the highest level above the present one that these floors ask for, or the present one. */
        private Urgency highest(List<Floor> floors) {
            for (var floor : floors) {
                if (!floor.level().isHigherThan(level)) {
                    break;
                }
                if (floor.holds(trial)) {
                    return floor.level();
                }
            }
            return level;
        }

        private boolean isAnyLesser(int i, IntPredicate test) {
            for (int less = i - candidates.get(i).lesser(); less < i; less++) {
                if (candidates.get(less).isNewTo(facts) && test.test(less)) {
                    return true;
                }
            }
            return false;
        }

        private void suppose(int i) {
            var candidate = candidates.get(i);
            if (candidate.option() >= 0) {
                trial.supposeOption(vocabulary, candidate.finding(), candidate.option());
            } else if (Double.isNaN(candidate.value())) {
                trial.supposePresent(candidate.finding());
            } else {
                trial.supposeValue(candidate.finding(), candidate.value());
            }
        }

        private void takeBack(int i) {
            trial.takeBack(candidates.get(i).finding(), facts);
        }

        /** A likelihood is at most 1, so what was answered otherwise comes after all that was not answered. */
        private int answered(int i) {
            return facts.is(State.CLEARED, candidates.get(i).finding()) ? 1 : 0;
        }

        private @Nullable Statement statement(int i) {
            return candidates.get(i).statement(facts);
        }
    }

    /** A fact to be tried; the most telling comes first, and of those that tell as much the first candidate. */
    private record Trial(int candidate, double telling) implements Comparable<Trial> {
        @Override
        public int compareTo(Trial other) {
            int order = Double.compare(other.telling, telling);
            return order == 0 ? Integer.compare(candidate, other.candidate) : order;
        }
    }

    private record Pair(Change change, double telling) {}
}
