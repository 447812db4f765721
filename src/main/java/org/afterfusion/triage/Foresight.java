package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which findings can still be asked, and on which of them the level the red flags ask for still depends. */
final class Foresight {

    /** @param unless null when nothing lowers this floor */
    private record Floor(
            Urgency level, Reach when, @Nullable Reach unless) {

        boolean canHold(Facts facts, BitSet open) {
            return when.canHold(facts, open) && (unless == null || unless.canFail(facts, open));
        }

        boolean mustHold(Facts facts, BitSet open) {
            return !when.canFail(facts, open) && (unless == null || !unless.canHold(facts, open));
        }

        void addDeciding(Facts facts, BitSet open, BitSet deciding) {
            if (when.isUndecided(facts, open)) {
                when.addDeciding(facts, open, deciding);
            } else if (unless != null && unless.isUndecided(facts, open)) {
                unless.addDeciding(facts, open, deciding);
            }
        }
    }

    /** @param onlyIf and {@code notIf}: null when there is no such condition */
    private record Trigger(@Nullable Reach onlyIf, @Nullable Reach notIf) {

        static final Trigger ALWAYS = new Trigger(null, null);

        boolean canHold(Facts facts, BitSet open) {
            return (onlyIf == null || onlyIf.canHold(facts, open)) && (notIf == null || notIf.canFail(facts, open));
        }

        void addDeciding(Facts facts, BitSet open, BitSet deciding) {
            if (onlyIf != null && onlyIf.isUndecided(facts, open)) {
                onlyIf.addDeciding(facts, open, deciding);
            }
            if (notIf != null && notIf.isUndecided(facts, open)) {
                notIf.addDeciding(facts, open, deciding);
            }
        }
    }

    private static final BitSet NOTHING = new BitSet();

    private final Vocabulary vocabulary;
    private final List<Floor> floors;
    private final Trigger[] triggers;

    Foresight(List<RedFlag> redFlags, InterviewPlan plan, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        floors = redFlags.stream()
                .flatMap(flag -> flag.floors().stream())
                .map(this::compile)
                .toList();
        triggers = new Trigger[vocabulary.size()];
        Arrays.fill(triggers, Trigger.ALWAYS);
        for (var trigger : plan.triggers()) {
            var compiled = new Trigger(reach(trigger.onlyIf()), reach(trigger.notIf()));
            trigger.findings().forEach(id -> triggers[vocabulary.indexOf(id)] = compiled);
        }
    }

    private Floor compile(RedFlag.Floor floor) {
        return new Floor(floor.level(), Reach.of(floor.when(), vocabulary), reach(floor.unless()));
    }

    private @Nullable Reach reach(@Nullable Condition condition) {
        return condition == null ? null : Reach.of(condition, vocabulary);
    }

    /** Returns the findings not answered that are worth asking now, or would be after some answers to others. */
    BitSet open(Facts facts) {
        var open = new BitSet();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int i = 0; i < triggers.length; i++) {
                if (!open.get(i) && isUnanswered(i, facts) && triggers[i].canHold(facts, open)) {
                    open.set(i);
                    grows = true;
                }
            }
        }
        return open;
    }

    /** Returns those of the open findings that are worth asking as things stand. */
    BitSet askable(Facts facts, BitSet open) {
        var askable = new BitSet();
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            askable.set(i, triggers[i].canHold(facts, NOTHING));
        }
        return askable;
    }

    private static boolean isUnanswered(int finding, Facts facts) {
        return !facts.isAnswered(finding);
    }

    /** Returns the highest level that red flags ask for whatever the open answers are. */
    Urgency certain(Facts facts, BitSet open) {
        return floors.stream()
                .filter(floor -> floor.mustHold(facts, open))
                .map(Floor::level)
                .reduce(Urgency.ROUTINE, Urgency::orHigher);
    }

    /**
     * Returns, by finding, the highest level above the given one that may depend on its answer; null where none does. What
     * depends on a finding that is not askable yet depends on those that would make it so.
     */
    @Nullable
    Urgency[] raising(Facts facts, BitSet open, BitSet askable, Urgency above) {
        var raising = new Urgency[vocabulary.size()];
        for (var level : Urgency.values()) {
            if (level.isHigherThan(above)) {
                var deciding = new BitSet();
                for (var floor : floors) {
                    if (floor.level() == level && floor.canHold(facts, open)) {
                        floor.addDeciding(facts, open, deciding);
                    }
                }
                toAskable(facts, open, askable, deciding).stream().forEach(i -> raising[i] = level);
            }
        }
        return raising;
    }

    /** Returns the findings whose answers may undo every floor at exactly this level. */
    BitSet lowering(Facts facts, BitSet open, BitSet askable, Urgency level) {
        var deciding = new BitSet();
        if (!certain(facts, open).equals(level)) {
            for (var floor : floors) {
                if (floor.level() == level && floor.mustHold(facts, NOTHING)) {
                    floor.addDeciding(facts, open, deciding);
                }
            }
        }
        return toAskable(facts, open, askable, deciding);
    }

    /** Returns the findings on whose answers any floor depends, whatever its level. */
    BitSet undecided(Facts facts, BitSet open, BitSet askable) {
        var deciding = new BitSet();
        for (var floor : floors) {
            floor.addDeciding(facts, open, deciding);
        }
        return toAskable(facts, open, askable, deciding);
    }

    private BitSet toAskable(Facts facts, BitSet open, BitSet askable, BitSet deciding) {
        var waiting = new ArrayList<Integer>();
        deciding.stream().filter(i -> !askable.get(i)).forEach(waiting::add);
        for (int next = 0; next < waiting.size(); next++) {
            var leading = new BitSet();
            triggers[waiting.get(next)].addDeciding(facts, open, leading);
            leading.stream().filter(i -> !deciding.get(i) && !askable.get(i)).forEach(waiting::add);
            deciding.or(leading);
        }
        deciding.and(askable);
        return deciding;
    }
}
