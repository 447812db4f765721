package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.triage.Facts.State;
import org.jspecify.annotations.Nullable;

/** The red flags, compiled. */
final class RuleBook {

    /**
     * @param needs where this fails it does not hold either; null when nothing is needed
     * @param unless null when nothing lowers this floor
     */
    private record Floor(
            Urgency level,
            @Nullable Test needs,
            Test when,
            @Nullable Test unless,
            BitSet lookedAt) {

        static Floor of(RedFlag.Floor floor, Vocabulary vocabulary) {
            var when = floor.when().compile(vocabulary);
            var needs = when.needs() == null
                    ? null
                    : new Test.AnyOf(when.needs().stream().toArray(), State.REPORTED);
            var lookedAt = vocabulary.lookedAt(floor.when());
            if (floor.unless() == null) {
                return new Floor(floor.level(), needs, when, null, lookedAt);
            }
            lookedAt.or(vocabulary.lookedAt(floor.unless()));
            return new Floor(floor.level(), needs, when, floor.unless().compile(vocabulary), lookedAt);
        }

        boolean holds(Facts facts) {
            return (needs == null || needs.holds(facts))
                    && when.holds(facts)
                    && (unless == null || !unless.holds(facts));
        }
    }

    /** @param floors highest level first */
    private record Rule(RedFlag redFlag, List<Floor> floors) {
        @Nullable
        Floor firstThatHolds(Facts facts) {
            for (var floor : floors) {
                if (floor.holds(facts)) {
                    return floor;
                }
            }
            return null;
        }
    }

    /** A red flag that holds. */
    record Fired(RedFlag redFlag, Urgency level, BitSet findings) {}

    static boolean isAmong(List<Fired> fired, RedFlag redFlag) {
        for (var one : fired) {
            if (one.redFlag().id().equals(redFlag.id())) {
                return true;
            }
        }
        return false;
    }

    private static final Comparator<Floor> HIGHEST_FIRST =
            Comparator.comparing(Floor::level).reversed();

    private final List<Rule> rules;
    private final Floor[] floors;
    private final Floor[][] floorsByFinding;
    private final BitSet concerning;

    RuleBook(List<RedFlag> redFlags, Vocabulary vocabulary) {
        rules = redFlags.stream().map(flag -> compile(flag, vocabulary)).toList();
        floors = rules.stream()
                .flatMap(rule -> rule.floors().stream())
                .sorted(HIGHEST_FIRST)
                .toArray(Floor[]::new);
        floorsByFinding = IntStream.range(0, vocabulary.size())
                .mapToObj(finding -> Stream.of(floors)
                        .filter(floor -> floor.lookedAt().get(finding))
                        .toArray(Floor[]::new))
                .toArray(Floor[][]::new);
        concerning = concerning(redFlags, vocabulary);
    }

    private static Rule compile(RedFlag flag, Vocabulary vocabulary) {
        var floors = flag.floors().stream()
                .map(floor -> Floor.of(floor, vocabulary))
                .sorted(HIGHEST_FIRST)
                .toList();
        return new Rule(flag, floors);
    }

    private static BitSet concerning(List<RedFlag> redFlags, Vocabulary vocabulary) {
        var floors = redFlags.stream().flatMap(flag -> flag.floors().stream()).toList();
        var worrying = floors.stream().flatMap(floor -> floor.when().findings()).collect(Collectors.toSet());
        floors.stream()
                .map(RedFlag.Floor::unless)
                .filter(Objects::nonNull)
                .flatMap(Condition::findingsWanted)
                .forEach(worrying::remove);
        return vocabulary.mask(worrying);
    }

    /** The findings that can only raise the level when present: some rule asks for them, and none is lowered by them. */
    BitSet concerning() {
        return concerning;
    }

    List<Fired> fire(Facts facts) {
        var fired = new ArrayList<Fired>();
        for (var rule : rules) {
            var floor = rule.firstThatHolds(facts);
            if (floor != null) {
                var findings = new BitSet();
                floor.when().collect(facts, findings);
                fired.add(new Fired(rule.redFlag(), floor.level(), findings));
            }
        }
        return fired;
    }

    /** Returns the highest level any rule asks for. */
    Urgency level(Facts facts) {
        return highest(floors, facts, Urgency.ROUTINE);
    }

    /**
     * Returns the highest level above the given one that rules which look at the finding ask for, or the given one.
     *
     * @param atLeast no lower than what the rules ask for that do not look at it
     */
    Urgency levelByRulesOn(int finding, Facts facts, Urgency atLeast) {
        return highest(floorsByFinding[finding], facts, atLeast);
    }

    /** @param floors highest level first */
    private static Urgency highest(Floor[] floors, Facts facts, Urgency atLeast) {
        for (var floor : floors) {
            if (!floor.level().isHigherThan(atLeast)) {
                break;
            }
            if (floor.holds(facts)) {
                return floor.level();
            }
        }
        return atLeast;
    }
}
