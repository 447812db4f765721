package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The red flags, compiled. */
final class RuleBook {

    /** @param unless null when nothing lowers this floor */
    private record Floor(Urgency level, Test when, @Nullable Test unless) {
        boolean holds(Facts facts) {
            return when.holds(facts) && (unless == null || !unless.holds(facts));
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

    private final List<Rule> rules;
    private final BitSet concerning;

    RuleBook(List<RedFlag> redFlags, Vocabulary vocabulary) {
        rules = redFlags.stream().map(flag -> compile(flag, vocabulary)).toList();
        concerning = concerning(redFlags, vocabulary);
    }

    private static Rule compile(RedFlag flag, Vocabulary vocabulary) {
        var floors = flag.floors().stream()
                .sorted((a, b) -> b.level().compareTo(a.level()))
                .map(floor -> new Floor(
                        floor.level(),
                        floor.when().compile(vocabulary),
                        floor.unless() == null ? null : floor.unless().compile(vocabulary)))
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
        var level = Urgency.ROUTINE;
        for (var rule : rules) {
            for (var floor : rule.floors()) {
                if (!floor.level().isHigherThan(level)) {
                    break;
                }
                if (floor.holds(facts)) {
                    level = floor.level();
                }
            }
        }
        return level;
    }
}
