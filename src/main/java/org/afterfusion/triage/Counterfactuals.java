package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.triage.Condition.All;
import org.afterfusion.triage.Condition.AtLeast;
import org.afterfusion.triage.Condition.Going;
import org.afterfusion.triage.Condition.Value;
import org.afterfusion.triage.Triage.Change;
import org.afterfusion.triage.Triage.Fact;
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

    /**
     * A fact to try.
     *
     * @param value that stands for the number; {@code NaN} when the fact is none
     * @param option -1 when the fact is none
     * @param lesser how many facts right before this one ask less of the same number
     * @param statements that say how often it is true, the most special first
     */
    private record Candidate(Fact fact, int finding, double value, int option, int lesser, List<Statement> statements) {

        @Nullable
        Statement statement(Facts facts) {
            for (var statement : statements) {
                if (statement.applies().test(facts)) {
                    return statement;
                }
            }
            return null;
        }

        boolean isNewTo(Facts facts) {
            if (fact.atLeast() != null) {
                return !(facts.value(finding) >= fact.atLeast());
            }
            if (fact.below() != null) {
                return !(facts.value(finding) < fact.below());
            }
            return option >= 0
                    ? facts.option(finding) < option
                    : !facts.present().get(finding);
        }
    }

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
    private final EvidenceBook evidence;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Floor> floors;
    private final List<List<Floor>> floorsByCandidate;

    Counterfactuals(List<RedFlag> redFlags, Vocabulary vocabulary, EvidenceBook evidence) {
        this.vocabulary = vocabulary;
        this.evidence = evidence;
        addCandidates(redFlags.stream().flatMap(flag -> flag.floors().stream()).toList());
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

    /** In the order of ids, so that of two facts that tell as much the first id comes first. */
    private void addCandidates(List<RedFlag.Floor> floors) {
        var named = floors.stream()
                .flatMap(floor -> Stream.concat(parts(floor.when()), parts(floor.unless())))
                .flatMap(Condition::findings)
                .collect(Collectors.toSet());
        for (var id : vocabulary.idsInOrder()) {
            int finding = vocabulary.indexOf(id);
            switch (vocabulary.finding(finding).type()) {
                case PRESENCE -> {
                    if (named.contains(id)) {
                        add(new Fact(id, null, null, null), finding, Double.NaN, -1, 0);
                    }
                }
                case VALUE -> addNumbers(floors, finding, id);
                case CHOICE -> addOptions(finding, id);
            }
        }
    }

    private void addNumbers(List<RedFlag.Floor> floors, int finding, String id) {
        int lesser = 0;
        for (double number : numbers(floors, id, true)) {
            add(new Fact(id, number, null, null), finding, number, -1, lesser++);
        }
        lesser = 0;
        for (double number : numbers(floors, id, false).descendingSet()) {
            add(new Fact(id, null, number, null), finding, Math.nextDown(number), -1, lesser++);
        }
    }

    private void addOptions(int finding, String id) {
        var choices = vocabulary.finding(finding).choices();
        for (int option = 0; option < choices.size(); option++) {
            add(new Fact(id, null, null, choices.get(option).id()), finding, Double.NaN, option, 0);
        }
    }

    private void add(Fact fact, int finding, double value, int option, int lesser) {
        candidates.add(new Candidate(fact, finding, value, option, lesser, statementsOn(fact, finding)));
    }

    private List<Statement> statementsOn(Fact fact, int finding) {
        var all = vocabulary.finding(finding).evidence();
        return IntStream.range(0, all.size())
                .filter(index -> isCoveredBy(all.get(index), fact, finding))
                .mapToObj(index -> evidence.statementsOf(finding).get(index))
                .sorted(Comparator.comparingDouble(Statement::baseRate))
                .toList();
    }

    /** How often a number is high is known for few bounds; so a high number is looked up as the most worrying one. */
    private boolean isCoveredBy(Evidence evidence, Fact fact, int finding) {
        if (fact.choice() != null) {
            return fact.choice().equals(evidence.choice());
        }
        if (fact.atLeast() != null) {
            return evidence.atLeast() != null
                    && !(evidence.atLeast()
                            > Math.max(
                                    fact.atLeast(), vocabulary.finding(finding).worstValue()));
        }
        return fact.below() == null || (evidence.atMost() != null && evidence.atMost() < fact.below());
    }

    /** Returns the bounds a number may have to cross, upwards or downwards, to reach {@code when} or leave {@code unless}. */
    private static NavigableSet<Double> numbers(List<RedFlag.Floor> floors, String id, boolean upwards) {
        return floors.stream()
                .flatMap(floor -> Stream.concat(
                        values(floor.when(), id).map(value -> upwards ? value.atLeast() : value.below()),
                        values(floor.unless(), id).map(value -> upwards ? value.below() : value.atLeast())))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Value> values(@Nullable Condition condition, String id) {
        return parts(condition)
                .filter(Value.class::isInstance)
                .map(Value.class::cast)
                .filter(value -> value.id().equals(id));
    }

    private static Stream<Condition> parts(@Nullable Condition condition) {
        if (condition instanceof All all) {
            return all.parts().stream().flatMap(Counterfactuals::parts);
        }
        if (condition instanceof AtLeast atLeast) {
            return atLeast.parts().stream().flatMap(Counterfactuals::parts);
        }
        return Stream.ofNullable(condition);
    }

    private Floor compile(RedFlag.Floor floor) {
        var when = Lever.of(floor.when(), vocabulary, this::touchedBy);
        var unless = floor.unless() == null ? null : Lever.of(floor.unless(), vocabulary, this::touchedBy);
        var touched = (BitSet) when.touched().clone();
        if (unless != null) {
            touched.or(unless.touched());
        }
        return new Floor(floor.level(), when, unless, touched);
    }

    /** Facts about the findings named; whether these get worse, facts about the way the whole problem goes say too. */
    private BitSet touchedBy(Condition part) {
        var findings = vocabulary.mask(part.findings().toList());
        Predicate<Candidate> touched = candidate -> findings.get(candidate.finding());
        if (part instanceof Going) {
            touched = touched.or(this::saysHowItGoes);
        }
        var indexes = new BitSet();
        for (int i = 0; i < candidates.size(); i++) {
            indexes.set(i, touched.test(candidates.get(i)));
        }
        return indexes;
    }

    private boolean saysHowItGoes(Candidate candidate) {
        return vocabulary.finding(candidate.finding()).choices().stream().anyMatch(choice -> choice.course() != null);
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
            var untried = moversOf(floors);
            var telling = new double[candidates.size()];
            for (int i = untried.nextSetBit(0); i >= 0; i = untried.nextSetBit(i + 1)) {
                telling[i] = outlook.likelihood(statement(i)) - answered(i);
            }
            while (!isFull() && !untried.isEmpty()) {
                int best = mostTelling(untried, telling);
                untried.clear(best);
                var to = alone(best);
                if (to.isHigherThan(level)) {
                    raisingAlone.set(best);
                    if (!isAnyLesser(best, less -> alone(less).isHigherThan(level))) {
                        changes.add(new Change(List.of(candidates.get(best).fact()), to));
                    }
                }
            }
        }

        private static int mostTelling(BitSet untried, double[] telling) {
            int best = untried.nextSetBit(0);
            for (int i = untried.nextSetBit(best + 1); i >= 0; i = untried.nextSetBit(i + 1)) {
                if (telling[i] > telling[best]) {
                    best = i;
                }
            }
            return best;
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
            return facts.cleared().get(candidates.get(i).finding()) ? 1 : 0;
        }

        private @Nullable Statement statement(int i) {
            return candidates.get(i).statement(facts);
        }
    }

    private record Pair(Change change, double telling) {}
}
