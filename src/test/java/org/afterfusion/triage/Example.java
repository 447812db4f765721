package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.afterfusion.triage.Condition.Context.Fact;
import org.afterfusion.triage.Condition.Measure;
import org.afterfusion.triage.Condition.Operation.Detail;
import org.afterfusion.triage.SymptomReport.Approach;
import org.afterfusion.triage.SymptomReport.Course;
import org.afterfusion.triage.SymptomReport.Patient;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.Procedure;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.SymptomReport.Sex;
import org.afterfusion.triage.SymptomReport.Surgery;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a {@link Condition} can hold, with no more than that needs. A condition with alternatives has several.
 *
 * @param answers by finding
 * @param measures bounds, both included
 * @param facts the words allowed
 */
record Example(
        Map<String, Wanted> answers,
        Map<Measure, Bounds> measures,
        Map<Fact, Set<String>> facts,
        Map<Detail, Boolean> details) {

    private static final double A_LITTLE = 0.1;
    private static final Example ANYTHING = new Example(Map.of(), Map.of(), Map.of(), Map.of());

    /** @param to included */
    record Bounds(double from, double to) {
        static Bounds of(@Nullable Double from, @Nullable Double to) {
            return new Bounds(
                    from == null ? Double.NEGATIVE_INFINITY : from, to == null ? Double.POSITIVE_INFINITY : to);
        }

        Bounds and(Bounds other) {
            return new Bounds(Math.max(from, other.from), Math.min(to, other.to));
        }

        boolean isEmpty() {
            return from > to;
        }

        double any() {
            return Double.isInfinite(from) ? to : from;
        }
    }

    /** What is wanted of the answer to one finding; what is null is left as it is. */
    record Wanted(
            @Nullable Presence presence,
            @Nullable Bounds value,
            @Nullable Set<String> options,
            @Nullable Course course,
            @Nullable Integer startedDaysAgo) {

        static Wanted of(Presence presence) {
            return new Wanted(presence, null, null, null, null);
        }

        Wanted and(Wanted other) {
            return new Wanted(
                    merge(presence, other.presence, (a, b) -> a == b ? a : Presence.PRESENT),
                    merge(value, other.value, Bounds::and),
                    merge(options, other.options, Example::intersection),
                    merge(course, other.course, (a, b) -> a),
                    merge(startedDaysAgo, other.startedDaysAgo, Math::min));
        }

        boolean contradicts(Wanted other) {
            return presence != other.presence
                            && presence != null
                            && other.presence != null
                            && (presence == Presence.ABSENT || other.presence == Presence.ABSENT)
                    || course != other.course && course != null && other.course != null
                    || value != null
                            && other.value != null
                            && value.and(other.value).isEmpty()
                    || options != null
                            && other.options != null
                            && intersection(options, other.options).isEmpty();
        }

        ReportedFinding answer(String id, @Nullable ReportedFinding asked) {
            boolean presenceWanted = presence != null || asked != null && asked.presence() != null;
            return new ReportedFinding(
                    id,
                    presence != null ? presence : asked == null ? null : asked.presence(),
                    value != null ? (Double) value.any() : asked == null ? null : asked.value(),
                    options != null
                            ? options.iterator().next()
                            : asked == null || presenceWanted ? null : asked.choice(),
                    startedDaysAgo,
                    null,
                    course);
        }

        private static <T> @Nullable T merge(@Nullable T a, @Nullable T b, BinaryOperator<T> both) {
            return a == null ? b : b == null ? a : both.apply(a, b);
        }
    }

    /** Returns the ways in which a condition can hold; for "not worse", that nothing is said of a course. */
    static List<Example> of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return allOf(all.parts());
        }
        if (condition instanceof Condition.AtLeast some) {
            return choose(some.count(), some.parts());
        }
        if (condition instanceof Condition.Answered answered) {
            return answered(answered);
        }
        if (condition instanceof Condition.Value value) {
            var below = value.below() == null ? null : (Double) (value.below() - A_LITTLE);
            return List.of(answer(value.id(), new Wanted(null, Bounds.of(value.atLeast(), below), null, null, null)));
        }
        if (condition instanceof Condition.Chosen chosen) {
            return chosen.options().stream()
                    .map(option -> answer(chosen.id(), new Wanted(null, null, Set.of(option), null, null)))
                    .toList();
        }
        if (condition instanceof Condition.Going going) {
            return switch (going.trend()) {
                case NOT_WORSE -> List.of(ANYTHING);
                case IMPROVING -> List.of(going(going.ids(), Course.BETTER));
                case WORSE ->
                    going.ids().stream()
                            .map(id -> going(List.of(id), Course.WORSE))
                            .toList();
            };
        }
        if (condition instanceof Condition.Lasting lasting) {
            return List.of(measure(Measure.SYMPTOM_DAYS, Bounds.of((double) lasting.days(), null)));
        }
        if (condition instanceof Condition.Recent recent) {
            return recent.ids().stream()
                    .map(id -> answer(id, new Wanted(Presence.PRESENT, null, null, null, 0)))
                    .toList();
        }
        if (condition instanceof Condition.Within within) {
            return List.of(measure(within.measure(), Bounds.of(within.from(), within.to())));
        }
        if (condition instanceof Condition.Context context) {
            return List.of(
                    new Example(Map.of(), Map.of(), Map.of(context.fact(), Set.copyOf(context.words())), Map.of()));
        }
        if (condition instanceof Condition.Operation operation) {
            return List.of(new Example(Map.of(), Map.of(), Map.of(), Map.of(operation.detail(), operation.value())));
        }
        throw new IllegalArgumentException("no example of " + condition);
    }

    private static List<Example> answered(Condition.Answered answered) {
        return switch (answered.answer()) {
            case PRESENT, NEW -> each(answered.ids(), Presence.PRESENT);
            case POSSIBLE, POSSIBLY_NEW -> each(answered.ids(), Presence.UNSURE);
            case ABSENT -> {
                var answers = new TreeMap<String, Wanted>();
                answered.ids().forEach(id -> answers.put(id, Wanted.of(Presence.ABSENT)));
                yield List.of(new Example(answers, Map.of(), Map.of(), Map.of()));
            }
        };
    }

    private static List<Example> each(List<String> ids, Presence presence) {
        return ids.stream().map(id -> answer(id, Wanted.of(presence))).toList();
    }

    private static Example answer(String id, Wanted wanted) {
        return new Example(Map.of(id, wanted), Map.of(), Map.of(), Map.of());
    }

    private static Example going(List<String> ids, Course course) {
        var answers = new TreeMap<String, Wanted>();
        ids.forEach(id -> answers.put(id, new Wanted(null, null, null, course, null)));
        return new Example(answers, Map.of(), Map.of(), Map.of());
    }

    private static Example measure(Measure measure, Bounds bounds) {
        return new Example(Map.of(), Map.of(measure, bounds), Map.of(), Map.of());
    }

    private static List<Example> allOf(List<Condition> parts) {
        var examples = List.of(ANYTHING);
        for (var part : parts) {
            examples = both(examples, of(part));
        }
        return examples;
    }

    static List<Example> both(List<Example> some, List<Example> others) {
        return some.stream()
                .flatMap(one -> others.stream().map(one::and).flatMap(Optional::stream))
                .distinct()
                .toList();
    }

    private static List<Example> choose(int count, List<Condition> parts) {
        if (count == 0) {
            return List.of(ANYTHING);
        }
        var examples = new ArrayList<Example>();
        for (int first = 0; first + count <= parts.size(); first++) {
            examples.addAll(both(of(parts.get(first)), choose(count - 1, parts.subList(first + 1, parts.size()))));
        }
        return examples;
    }

    Optional<Example> and(Example other) {
        if (answers.keySet().stream()
                .anyMatch(id -> other.answers.containsKey(id)
                        && Objects.requireNonNull(answers.get(id))
                                .contradicts(Objects.requireNonNull(other.answers.get(id))))) {
            return Optional.empty();
        }
        var merged = new Example(
                union(answers, other.answers, Wanted::and),
                union(measures, other.measures, Bounds::and),
                union(facts, other.facts, Example::intersection),
                union(details, other.details, (a, b) -> a));
        boolean possible = merged.measures.values().stream().noneMatch(Bounds::isEmpty)
                && merged.facts.values().stream().noneMatch(Set::isEmpty)
                && details.entrySet().stream().allMatch(detail -> other.details
                        .getOrDefault(detail.getKey(), detail.getValue())
                        .equals(detail.getValue()));
        return possible ? Optional.of(merged) : Optional.empty();
    }

    /**
     * Returns a report with this example, or nothing when it cannot be on that day.
     *
     * @param onset days ago the problem began, where this example leaves that open
     */
    Optional<SymptomReport> on(SymptomReport report, @Nullable Integer onset) {
        int day = report.surgery().daysAgo();
        var days = measures.getOrDefault(Measure.DAYS_SINCE_SURGERY, Bounds.of(null, null));
        var onsetDays = measures.getOrDefault(Measure.ONSET_DAY, Bounds.of(null, null));
        var began = measures.getOrDefault(Measure.SYMPTOM_DAYS, Bounds.of(null, null))
                .and(new Bounds(Math.max(0, day - onsetDays.to()), Math.min(day, day - onsetDays.from())));
        if (days.and(new Bounds(day, day)).isEmpty() || began.isEmpty()) {
            return Optional.empty();
        }
        boolean open = !measures.containsKey(Measure.ONSET_DAY) && !measures.containsKey(Measure.SYMPTOM_DAYS);
        var findings = new TreeMap<String, ReportedFinding>();
        report.findings().forEach(answer -> findings.put(answer.id(), answer));
        answers.forEach((id, wanted) -> findings.put(id, wanted.answer(id, findings.get(id))));
        return Optional.of(new SymptomReport(
                new Patient(
                        whole(Measure.AGE_YEARS),
                        word(Fact.SEX, Sex.values()),
                        measures.containsKey(Measure.BMI)
                                ? (Double) Objects.requireNonNull(measures.get(Measure.BMI))
                                        .any()
                                : null),
                new Surgery(
                        day,
                        facts.containsKey(Fact.PROCEDURE)
                                ? Objects.requireNonNull(word(Fact.PROCEDURE, Procedure.values()))
                                : Procedure.FUSION,
                        word(Fact.APPROACH, Approach.values()),
                        whole(Measure.LEVELS_FUSED),
                        details.get(Detail.FUSED_TO_SACRUM),
                        details.get(Detail.INTERBODY_CAGE),
                        details.get(Detail.OWN_HIP_BONE),
                        details.get(Detail.BMP),
                        details.get(Detail.REVISION),
                        details.get(Detail.DURAL_TEAR)),
                open ? onset : (Integer) (int) Math.ceil(began.from()),
                List.copyOf(findings.values()),
                null));
    }

    private @Nullable Integer whole(Measure measure) {
        var bounds = measures.get(measure);
        return bounds == null ? null : (Integer) (int) bounds.any();
    }

    private <E extends Enum<E>> @Nullable E word(Fact fact, E[] constants) {
        var allowed = facts.get(fact);
        return allowed == null
                ? null
                : Stream.of(constants)
                        .filter(constant -> allowed.contains(Words.of(constant)))
                        .findFirst()
                        .orElseThrow();
    }

    /** Returns how much it asks for. */
    int size() {
        return answers.size() + measures.size() + facts.size() + details.size();
    }

    static Comparator<Example> shortestFirst() {
        return Comparator.comparingInt(Example::size);
    }

    private static Set<String> intersection(Set<String> some, Set<String> others) {
        var shared = new HashSet<>(some);
        shared.retainAll(others);
        return shared;
    }

    private static <K extends Comparable<K>, V> Map<K, V> union(
            Map<K, V> some, Map<K, V> others, BinaryOperator<V> both) {
        var union = new TreeMap<>(some);
        others.forEach((key, value) -> union.merge(key, value, both));
        return union;
    }

    /** Returns the conditions of a red flag's floors together with the reassurance that rules its higher floors out. */
    static List<Example> decidedBy(RedFlag flag, RedFlag.Floor floor) {
        var examples = of(floor.when());
        for (var other : flag.floors()) {
            if (other.level().isHigherThan(floor.level()) && other.unless() != null) {
                examples = both(examples, of(other.unless()));
            }
        }
        return examples;
    }

    @Override
    public String toString() {
        return Arrays.asList(answers, measures, facts, details).toString();
    }
}
