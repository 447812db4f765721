package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.afterfusion.triage.Facts.State;
import org.afterfusion.triage.Statement.Effect;
import org.jspecify.annotations.Nullable;

/** The evidence of all findings and combinations, compiled to {@linkplain Statement statements}. */
final class EvidenceBook {

    /**
     * What one report states.
     *
     * @param truths by statement
     * @param replacements by combinations that are true
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Testimony(byte[] truths, List<Replacement> replacements) {}

    /** What a statement means for a cause. */
    record Said(Statement statement, int number, Effect effect) {}

    /** While its combination is true, these findings do not count again for the causes it names. */
    record Replacement(Statement combination, BitSet findings) {
        boolean takesThePlaceOf(Statement statement, int cause) {
            return !statement.equals(combination)
                    && findings.get(statement.finding())
                    && combination.effectOn(cause) != null;
        }
    }

    private final Vocabulary vocabulary;
    private final Map<String, Integer> causeIndexes;
    private final BitSet concerning;
    private final List<String> clusters = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Replacement> replacements = new ArrayList<>();
    private final double leastBaseRate;
    private final List<List<Statement>> statementsByFinding = new ArrayList<>();
    private final int[] firstByFinding;
    private final int[] byCluster;
    private final List<List<Said>> saidByCause = new ArrayList<>();

    EvidenceBook(
            List<Combination> combinations,
            Map<String, Integer> causeIndexes,
            Vocabulary vocabulary,
            BitSet concerning) {
        this.vocabulary = vocabulary;
        this.causeIndexes = causeIndexes;
        this.concerning = concerning;
        firstByFinding = new int[vocabulary.size() + 1];
        for (int finding = 0; finding < vocabulary.size(); finding++) {
            int index = finding;
            var ofFinding = vocabulary.finding(finding).evidence().stream()
                    .map(evidence -> compile(index, evidence))
                    .toList();
            statementsByFinding.add(ofFinding);
            statements.addAll(ofFinding);
            firstByFinding[finding + 1] = statements.size();
        }
        leastBaseRate =
                statements.stream().mapToDouble(Statement::baseRate).min().orElse(0);
        for (var combination : combinations) {
            var statement = compile(combination);
            statements.add(statement);
            replacements.add(new Replacement(statement, vocabulary.mask(combination.replaces())));
        }
        byCluster = IntStream.range(0, statements.size())
                .boxed()
                .sorted(Comparator.comparing(number -> statements.get(number).cluster()))
                .mapToInt(number -> number)
                .toArray();
        causeIndexes.values().stream().sorted().forEach(cause -> saidByCause.add(said(cause)));
    }

    private List<Said> said(int cause) {
        var said = new ArrayList<Said>();
        for (int number = 0; number < statements.size(); number++) {
            var effect = statements.get(number).effectOn(cause);
            if (effect != null) {
                said.add(new Said(statements.get(number), number, effect));
            }
        }
        return List.copyOf(said);
    }

    List<Statement> statements() {
        return statements;
    }

    /** Returns what a finding by itself states, in the order of its {@linkplain Finding#evidence() evidence}. */
    List<Statement> statementsOf(int finding) {
        return statementsByFinding.get(finding);
    }

    /** Returns how often the rarest thing is stated that a finding by itself can state. */
    double leastBaseRate() {
        return leastBaseRate;
    }

    /** Returns the numbers of the statements, those of one cluster next to each other. */
    int[] byCluster() {
        return byCluster;
    }

    int causeCount() {
        return saidByCause.size();
    }

    /** Returns what is stated that touches a cause. */
    List<Said> saidOf(int cause) {
        return saidByCause.get(cause);
    }

    /** Returns what a report states; only of findings answered can anything be true or false. */
    Testimony heardIn(Facts facts) {
        var truths = new byte[statements.size()];
        for (int finding = 0; finding < firstByFinding.length - 1; finding++) {
            if (facts.isAnswered(finding)) {
                for (int number = firstByFinding[finding]; number < firstByFinding[finding + 1]; number++) {
                    truths[number] = (byte) statements.get(number).truthIn(facts);
                }
            }
        }
        var replacing = new ArrayList<Replacement>();
        int number = firstByFinding[firstByFinding.length - 1];
        for (var replacement : replacements) {
            truths[number] = (byte) replacement.combination().truthIn(facts);
            if (truths[number++] == Statement.TRUE) {
                replacing.add(replacement);
            }
        }
        return new Testimony(truths, replacing);
    }

    static boolean isReplaced(Statement statement, int cause, List<Replacement> replacements) {
        for (var replacement : replacements) {
            if (replacement.takesThePlaceOf(statement, cause)) {
                return true;
            }
        }
        return false;
    }

    private Statement compile(int index, Evidence evidence) {
        var finding = vocabulary.finding(index);
        boolean isConcerning = concerning.get(index);
        var guard = guard(evidence);
        return new Statement(
                index,
                evidence.label() != null ? evidence.label() : finding.label(),
                cluster(evidence.cluster() != null ? evidence.cluster() : finding.cluster()),
                isConcerning,
                evidence.choice() != null && evidence.choice().equals(finding.absentChoice()),
                isConcerning && (evidence.choice() != null || evidence.atMost() != null),
                evidence.baseRate(),
                guard == null ? facts -> true : guard,
                guarded(truth(index, finding, evidence, isConcerning), guard),
                effects(evidence.causes(), evidence.baseRate()));
    }

    private Statement compile(Combination combination) {
        var all = vocabulary.indexesOf(combination.all());
        var none = vocabulary.indexesOf(combination.none());
        return new Statement(
                vocabulary.indexOf(combination.all().get(0)),
                combination.label(),
                cluster(combination.cluster()),
                IntStream.concat(IntStream.of(all), IntStream.of(none)).anyMatch(concerning::get),
                false,
                false,
                combination.baseRate(),
                facts -> true,
                facts -> facts.areAll(State.PRESENT, all) && !facts.isAny(State.PRESENT, none)
                        ? Statement.TRUE
                        : Statement.UNKNOWN,
                effects(combination.causes(), combination.baseRate()));
    }

    private int cluster(String name) {
        if (!clusters.contains(name)) {
            clusters.add(name);
        }
        return clusters.indexOf(name);
    }

    private List<Effect> effects(Map<String, Double> causes, double baseRate) {
        return causes.entrySet().stream()
                .map(entry -> Effect.of(indexOf(entry.getKey()), entry.getValue(), baseRate))
                .sorted((a, b) -> Integer.compare(a.cause(), b.cause()))
                .toList();
    }

    private int indexOf(String cause) {
        var index = causeIndexes.get(cause);
        if (index == null) {
            throw new IllegalArgumentException("no cause " + cause);
        }
        return index;
    }

    private ToIntFunction<Facts> truth(int index, Finding finding, Evidence evidence, boolean isConcerning) {
        return switch (finding.type()) {
            // A worrying symptom that was there before the operation and is no worse says nothing about what is new.
            case PRESENCE -> {
                var state = isConcerning ? State.FRESH : State.PRESENT;
                yield facts -> {
                    if (facts.is(state, index)) {
                        return Statement.TRUE;
                    }
                    return facts.is(State.ABSENT, index) ? Statement.FALSE : Statement.UNKNOWN;
                };
            }
            case VALUE -> {
                double from = evidence.atLeast() == null ? Double.NEGATIVE_INFINITY : evidence.atLeast();
                double to = evidence.atMost() == null ? Double.POSITIVE_INFINITY : evidence.atMost();
                yield facts -> {
                    double value = facts.value(index);
                    if (Double.isNaN(value)) {
                        return Statement.UNKNOWN;
                    }
                    return value >= from && value <= to ? Statement.TRUE : Statement.FALSE;
                };
            }
            case CHOICE -> {
                int option = vocabulary.optionOf(index, String.valueOf(evidence.choice()));
                yield facts -> facts.option(index) == option ? Statement.TRUE : Statement.UNKNOWN;
            }
        };
    }

    private @Nullable Predicate<Facts> guard(Evidence evidence) {
        var days = evidence.days();
        var onsetDays = evidence.onsetDays();
        var onlyIf = evidence.onlyIf().isEmpty() ? null : vocabulary.indexesOf(evidence.onlyIf());
        return days == null && onsetDays == null && onlyIf == null
                ? null
                : facts -> applies(facts, days, onsetDays, onlyIf);
    }

    /** Makes a statement unknown where the evidence does not apply. */
    private static ToIntFunction<Facts> guarded(ToIntFunction<Facts> truth, @Nullable Predicate<Facts> guard) {
        return guard == null ? truth : facts -> guard.test(facts) ? truth.applyAsInt(facts) : Statement.UNKNOWN;
    }

    private static boolean applies(
            Facts facts, @Nullable DayRange days, @Nullable DayRange onsetDays, int @Nullable [] onlyIf) {
        double onset = Double.isNaN(facts.onsetDay()) ? facts.daysSinceSurgery() : facts.onsetDay();
        return (days == null || days.contains(facts.daysSinceSurgery()))
                && (onsetDays == null || onsetDays.contains(onset))
                && (onlyIf == null || facts.isAny(State.PRESENT, onlyIf));
    }
}
