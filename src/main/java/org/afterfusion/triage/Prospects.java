package org.afterfusion.triage;

import java.util.BitSet;
import java.util.List;
import org.afterfusion.triage.Triage.Origin;
import org.jspecify.annotations.Nullable;

/**
 * One report, its triage, and what answers to the findings still open could change. Findings are named by id.
 *
 * <p>Made for one report by {@link TriageEngine#prospects}; unknown ids are an {@link IllegalArgumentException}.
 */
public final class Prospects {

    private final Triage triage;
    private final Facts facts;
    private final Vocabulary vocabulary;
    private final Outlook outlook;
    private final EvidenceBook evidence;
    private final Suspicion suspicion;
    private final BitSet askable;
    private final @Nullable Urgency[] raising;
    private final BitSet undecided;
    private final BitSet lowering;

    /**
     * Causes that may bring a level soon.
     *
     * @param levels by cause; routine for those that are far from it
     * @param leastRatio logarithm of how much an answer must speak for such a cause
     * @param standout how clearly a benign cause stands out
     */
    record Suspicion(List<Urgency> levels, double leastRatio, Standout standout) {}

    /** How clearly a benign cause stands out, where one must. */
    enum Standout {
        FAR,
        NOT_YET,
        JUST,
        CLEARLY
    }

    Prospects(
            Triage triage,
            Facts facts,
            Vocabulary vocabulary,
            Outlook outlook,
            EvidenceBook evidence,
            Suspicion suspicion,
            Foresight foresight) {
        this.triage = triage;
        this.facts = facts;
        this.vocabulary = vocabulary;
        this.outlook = outlook;
        this.evidence = evidence;
        this.suspicion = suspicion;
        var open = foresight.open(facts);
        askable = foresight.askable(facts, open);
        raising = foresight.raising(facts, open, askable, triage.urgency());
        lowering = foresight.lowering(facts, open, askable, triage.urgency());
        undecided = foresight.undecided(facts, open, askable);
    }

    public Triage triage() {
        return triage;
    }

    /** Returns whether the report holds an answer of any kind, "not sure" included. */
    public boolean isAnswered(String finding) {
        return facts.isAnswered(vocabulary.indexOf(finding));
    }

    /** Returns whether the finding is not answered, and worth asking as things stand. */
    public boolean isAskable(String finding) {
        return askable.get(vocabulary.indexOf(finding));
    }

    /**
     * Returns the highest level above the present one that may depend on the answer: one that red flags could ask for, with
     * whatever answers to the other open findings, or that of a cause near the share it needs. Null when there is none.
     */
    public @Nullable Urgency couldRaiseTo(String finding) {
        int index = vocabulary.indexOf(finding);
        var byFlags = raising[index];
        var level = byFlags == null ? triage.urgency() : byFlags;
        for (var statement : evidence.statementsOf(index)) {
            if (statement.applies().test(facts) && !statement.leftToRules()) {
                level = level.orHigher(highestSuspected(statement));
            }
        }
        return level.isHigherThan(triage.urgency()) ? level : null;
    }

    private Urgency highestSuspected(Statement statement) {
        var level = Urgency.ROUTINE;
        for (var effect : statement.effects()) {
            if (effect.cause() < suspicion.levels().size() && effect.ifTrue() > suspicion.leastRatio()) {
                level = level.orHigher(suspicion.levels().get(effect.cause()));
            }
        }
        return level;
    }

    /** Returns whether the red flags that ask for the present level may all be lowered, and that may depend on the answer. */
    public boolean couldLower(String finding) {
        return lowering.get(vocabulary.indexOf(finding));
    }

    /** Returns whether any level that a red flag or a cause near its share could ask for may depend on the answer. */
    public boolean couldMatterToALevel(String finding) {
        return undecided.get(vocabulary.indexOf(finding)) || couldRaiseTo(finding) != null;
    }

    /** Returns whether the level hangs on how clearly a harmless cause stands out: it does only just, or nearly does. */
    public boolean hangsOnAHarmlessCause() {
        return triage.urgency() == Urgency.ROUTINE
                ? suspicion.standout() == Standout.JUST
                : suspicion.standout() == Standout.NOT_YET
                        && triage.setBy().stream().allMatch(trigger -> trigger.origin() == Origin.NO_CLEAR_CAUSE);
    }

    /** Returns how far the answer is expected to move the shares of the causes, between 0 and 1. */
    public double changeExpectedFrom(String finding) {
        return outlook.changeExpectedFrom(vocabulary.indexOf(finding), facts);
    }

    /** Returns how likely the likeliest of the answers is that the knowledge base has a frequency of. */
    public double likelihood(String finding) {
        return evidence.statementsOf(vocabulary.indexOf(finding)).stream()
                .filter(statement -> statement.applies().test(facts))
                .mapToDouble(outlook::likelihood)
                .max()
                .orElseGet(() -> outlook.likelihood(null));
    }
}
