package org.afterfusion.triage;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.afterfusion.triage.Facts.State;
import org.jspecify.annotations.Nullable;

/**
 * A condition over a report, as a knowledge file states it. Immutable; findings are named by id.
 *
 * <p>The tests come in two kinds. Those that more, worse or less certain symptoms can only make true set a floor under the
 * urgency; {@linkplain #reassures() reassuring} ones need a known benign fact ("answered no", "better", "already known") and
 * are for {@link RedFlag.Floor#unless} only. That split is why adding a symptom never lowers a level.
 *
 * <p>Not known never satisfies a test: neither "present" nor "absent", neither "older" nor "younger".
 */
public sealed interface Condition {

    /** Turns the condition into a test over encoded reports; every id must be in the vocabulary. */
    Test compile(Vocabulary vocabulary);

    /** Returns whether the condition rests on a benign fact somewhere. */
    default boolean reassures() {
        return false;
    }

    /** Returns the ids of the findings it names. */
    default Stream<String> findings() {
        return Stream.empty();
    }

    /** Returns the ids of the findings whose presence helps to make it hold. */
    default Stream<String> findingsWanted() {
        return Stream.empty();
    }

    /** Returns the parts that are no groups of parts themselves. */
    default Stream<Condition> leaves() {
        return Stream.of(this);
    }

    /** Returns the condition as maps, lists, strings and numbers, in the words of the knowledge files. */
    Map<String, Object> toData();

    /** Every part holds. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public Test compile(Vocabulary vocabulary) {
            return Test.AtLeast.of(parts.size(), compileAll(parts, vocabulary));
        }

        @Override
        public boolean reassures() {
            return parts.stream().anyMatch(Condition::reassures);
        }

        @Override
        public Stream<String> findings() {
            return parts.stream().flatMap(Condition::findings);
        }

        @Override
        public Stream<String> findingsWanted() {
            return parts.stream().flatMap(Condition::findingsWanted);
        }

        @Override
        public Stream<Condition> leaves() {
            return parts.stream().flatMap(Condition::leaves);
        }

        @Override
        public Map<String, Object> toData() {
            return Map.of("all", parts.stream().map(Condition::toData).toList());
        }
    }

    /** At least {@code count} parts hold. */
    record AtLeast(int count, List<Condition> parts) implements Condition {
        @Override
        public Test compile(Vocabulary vocabulary) {
            return Test.AtLeast.of(count, compileAll(parts, vocabulary));
        }

        @Override
        public boolean reassures() {
            return parts.stream().anyMatch(Condition::reassures);
        }

        @Override
        public Stream<String> findings() {
            return parts.stream().flatMap(Condition::findings);
        }

        @Override
        public Stream<String> findingsWanted() {
            return parts.stream().flatMap(Condition::findingsWanted);
        }

        @Override
        public Stream<Condition> leaves() {
            return parts.stream().flatMap(Condition::leaves);
        }

        @Override
        public Map<String, Object> toData() {
            var data = parts.stream().map(Condition::toData).toList();
            return count == 1 ? Map.of("any", data) : ordered("at-least", count, "of", data);
        }
    }

    /** How the findings named in {@link Answered} were answered. */
    enum Answer {
        /** At least one is present. */
        PRESENT,
        /** At least one is present and began after the operation, or has become worse since. */
        NEW,
        /** At least one is present or "not sure". */
        POSSIBLE,
        /** At least one is present, or "not sure", and not known to be from before the operation. */
        POSSIBLY_NEW,
        /** Every one was answered "no". */
        ABSENT
    }

    record Answered(Answer answer, List<String> ids) implements Condition {
        @Override
        public Test compile(Vocabulary vocabulary) {
            var findings = vocabulary.indexesOf(ids);
            return switch (answer) {
                case PRESENT -> new Test.AnyOf(findings, State.PRESENT);
                case NEW -> new Test.AnyOf(findings, State.FRESH);
                case POSSIBLE -> new Test.AnyOf(findings, State.POSSIBLE);
                case POSSIBLY_NEW -> new Test.AnyOf(findings, State.POSSIBLY_FRESH);
                case ABSENT -> new Test.Plain(facts -> facts.areAll(State.ABSENT, findings));
            };
        }

        @Override
        public boolean reassures() {
            return answer == Answer.ABSENT;
        }

        @Override
        public Stream<String> findings() {
            return ids.stream();
        }

        @Override
        public Stream<String> findingsWanted() {
            return answer == Answer.ABSENT ? Stream.empty() : ids.stream();
        }

        @Override
        public Map<String, Object> toData() {
            return Map.of(Words.of(answer), ids);
        }
    }

    /** The number given lies within bounds; {@code below} is excluded. */
    record Value(
            String id, @Nullable Double atLeast, @Nullable Double below) implements Condition {
        @Override
        public Test compile(Vocabulary vocabulary) {
            int finding = vocabulary.indexOf(id);
            double from = atLeast == null ? Double.NEGATIVE_INFINITY : atLeast;
            double to = below == null ? Double.POSITIVE_INFINITY : below;
            return new Test.Of(finding, facts -> facts.value(finding) >= from && facts.value(finding) < to);
        }

        @Override
        public Stream<String> findings() {
            return Stream.of(id);
        }

        @Override
        public Map<String, Object> toData() {
            return Map.of("value", ordered("finding", id, "at-least", atLeast, "below", below));
        }
    }

    /** One of the options was chosen. */
    record Chosen(String id, List<String> options) implements Condition {
        @Override
        public Test compile(Vocabulary vocabulary) {
            int finding = vocabulary.indexOf(id);
            var wanted = new BitSet();
            options.forEach(option -> wanted.set(vocabulary.optionOf(finding, option)));
            return new Test.Of(finding, facts -> facts.option(finding) >= 0 && wanted.get(facts.option(finding)));
        }

        @Override
        public Stream<String> findings() {
            return Stream.of(id);
        }

        @Override
        public Map<String, Object> toData() {
            return Map.of("choice", ordered("finding", id, "is", options));
        }
    }

    /** What is known of the way the named findings go. */
    enum Trend {
        /** Each of those reported is itself known to get better, and at least one is reported. */
        IMPROVING,
        /** None of those reported is known to get worse, and neither is the problem as a whole. */
        NOT_WORSE,
        /** One of those reported, or the problem as a whole, is getting worse. */
        WORSE
    }

    record Going(Trend trend, List<String> ids) implements Condition {
        @Override
        public Test compile(Vocabulary vocabulary) {
            var findings = vocabulary.indexesOf(ids);
            return new Test.Plain(
                    switch (trend) {
                        case IMPROVING -> facts -> facts.improving(findings);
                        case NOT_WORSE -> facts -> !facts.worsening(findings);
                        case WORSE -> facts -> facts.worsening(findings);
                    });
        }

        @Override
        public boolean reassures() {
            return trend != Trend.WORSE;
        }

        @Override
        public Stream<String> findings() {
            return ids.stream();
        }

        @Override
        public Map<String, Object> toData() {
            return Map.of(Words.of(trend), ids);
        }
    }

    /** Those of the named findings that are present began at least so many days ago, or else the whole problem did. */
    record Lasting(int days, List<String> ids) implements Condition {
        @Override
        public Test compile(Vocabulary vocabulary) {
            var findings = vocabulary.indexesOf(ids);
            return new Test.Plain(facts -> facts.lasting(findings, days));
        }

        @Override
        public boolean reassures() {
            return true;
        }

        @Override
        public Stream<String> findings() {
            return ids.stream();
        }

        @Override
        public Map<String, Object> toData() {
            return Map.of("lasting", ordered("days", days, "findings", ids));
        }
    }

    /** One of the named findings is present and began at most so many days ago; failing its own date, the problem's. */
    record Recent(int days, List<String> ids) implements Condition {
        @Override
        public Test compile(Vocabulary vocabulary) {
            var findings = vocabulary.indexesOf(ids);
            return new Test.Plain(facts -> facts.recent(findings, days));
        }

        @Override
        public Stream<String> findings() {
            return ids.stream();
        }

        @Override
        public Stream<String> findingsWanted() {
            return ids.stream();
        }

        @Override
        public Map<String, Object> toData() {
            return Map.of("recent", ordered("days", days, "findings", ids));
        }
    }

    /** Which fact about time, person or operation a {@link Within} looks at. */
    enum Measure {
        DAYS_SINCE_SURGERY,
        /** Day after surgery on which the present problem began; not known unless reported. */
        ONSET_DAY,
        /** Days since the present problem began; not known unless reported. */
        SYMPTOM_DAYS,
        AGE_YEARS,
        BMI,
        LEVELS_FUSED
    }

    /** A number about time, person or operation lies within bounds, both included. */
    record Within(
            Measure measure,
            @Nullable Double from,
            @Nullable Double to) implements Condition {
        @Override
        public Test compile(Vocabulary vocabulary) {
            double least = from == null ? Double.NEGATIVE_INFINITY : from;
            double most = to == null ? Double.POSITIVE_INFINITY : to;
            return new Test.Plain(facts -> {
                double number = facts.measure(measure);
                return number >= least && number <= most;
            });
        }

        @Override
        public Map<String, Object> toData() {
            return Map.of(Words.of(measure), ordered("from", from, "to", to));
        }
    }

    /** A word about person or operation is one of those named. */
    record Context(Fact fact, List<String> words) implements Condition {

        public enum Fact {
            APPROACH(SymptomReport.Approach.class),
            PROCEDURE(SymptomReport.Procedure.class),
            SEX(SymptomReport.Sex.class);

            private final Class<? extends Enum<?>> type;

            Fact(Class<? extends Enum<?>> type) {
                this.type = type;
            }

            /** Returns the words this fact can take. */
            public List<String> words() {
                return Stream.of(type.getEnumConstants()).map(Words::of).toList();
            }
        }

        @Override
        public Test compile(Vocabulary vocabulary) {
            var wanted = Stream.of(fact.type.getEnumConstants())
                    .filter(constant -> words.contains(Words.of(constant)))
                    .toList();
            return new Test.Plain(facts -> wanted.contains(facts.word(fact)));
        }

        @Override
        public Map<String, Object> toData() {
            return Map.of(Words.of(fact), words);
        }
    }

    /** A yes-or-no fact about the operation is known and as stated. */
    record Operation(Detail detail, boolean value) implements Condition {

        public enum Detail {
            FUSED_TO_SACRUM,
            INTERBODY_CAGE,
            OWN_HIP_BONE,
            BMP,
            REVISION,
            DURAL_TEAR
        }

        @Override
        public Test compile(Vocabulary vocabulary) {
            return new Test.Plain(facts -> {
                var known = facts.operation(detail);
                return known != null && known == value;
            });
        }

        @Override
        public Map<String, Object> toData() {
            return Map.of(Words.of(detail), value);
        }
    }

    private static List<Test> compileAll(List<Condition> parts, Vocabulary vocabulary) {
        return parts.stream().map(part -> part.compile(vocabulary)).toList();
    }

    private static Map<String, Object> ordered(@Nullable Object... keysAndValues) {
        var data = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (keysAndValues[i] instanceof String key && keysAndValues[i + 1] != null) {
                data.put(key, keysAndValues[i + 1]);
            }
        }
        return data;
    }
}
