package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.triage.Condition.Value;
import org.afterfusion.triage.Facts.State;
import org.afterfusion.triage.Triage.Fact;
import org.jspecify.annotations.Nullable;

/** Every fact that could turn over a floor of a red flag, numbered, to be tried by {@link Counterfactuals}. */
final class Candidates {

    /**
     * A fact to try.
     *
     * @param value that stands for the number; {@code NaN} when the fact is none
     * @param option -1 when the fact is none
     * @param lesser how many facts right before this one ask less of the same number
     * @param statements that say how often it is true, the most special first
     */
    record Candidate(Fact fact, int finding, double value, int option, int lesser, List<Statement> statements) {

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
            return option >= 0 ? facts.option(finding) < option : !facts.is(State.PRESENT, finding);
        }
    }

    private final Vocabulary vocabulary;
    private final EvidenceBook evidence;
    private final List<Candidate> candidates = new ArrayList<>();

    Candidates(List<RedFlag.Floor> floors, Vocabulary vocabulary, EvidenceBook evidence) {
        this.vocabulary = vocabulary;
        this.evidence = evidence;
        addAll(floors);
    }

    int size() {
        return candidates.size();
    }

    Candidate get(int index) {
        return candidates.get(index);
    }

    /** In the order of ids, so that of two facts that tell as much the first id comes first. */
    private void addAll(List<RedFlag.Floor> floors) {
        var named = floors.stream()
                .flatMap(floor -> Stream.concat(leaves(floor.when()), leaves(floor.unless())))
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
        return leaves(condition)
                .filter(Value.class::isInstance)
                .map(Value.class::cast)
                .filter(value -> value.id().equals(id));
    }

    private static Stream<Condition> leaves(@Nullable Condition condition) {
        return condition == null ? Stream.empty() : condition.leaves();
    }

    /** Returns the facts that a condition looks at. */
    BitSet touchedBy(Condition part) {
        var findings = vocabulary.lookedAt(part);
        var indexes = new BitSet(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            indexes.set(i, findings.get(candidates.get(i).finding()));
        }
        return indexes;
    }
}
