package org.afterfusion.triage;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Something an answer states about the causes, compiled: true, false or unknown for a report, and what that means for each
 * cause it touches.
 *
 * @param finding index in the vocabulary
 * @param concerning it is about a finding that can only raise the urgency when present
 * @param statesAbsence its being true is a "no" of the person
 * @param leftToRules {@linkplain Reading cautious readings} pass over it, since red flags decide on it
 * @param baseRate how often it is true among all people with a leg symptom after a fusion
 * @param applies whether it could be true or false in a report; some evidence is for certain days or other findings
 */
record Statement(
        int finding,
        Text label,
        int cluster,
        boolean concerning,
        boolean statesAbsence,
        boolean leftToRules,
        double baseRate,
        Predicate<Facts> applies,
        ToIntFunction<Facts> truth,
        List<Effect> effects) {

    static final int TRUE = 1;
    static final int FALSE = -1;
    static final int UNKNOWN = 0;

    /**
     * What a statement means for one cause.
     *
     * @param ifTrue natural logarithm of the likelihood ratio when it is true; {@code ifFalse} likewise
     * @param frequency how often it is true in people with the cause
     */
    record Effect(int cause, double ifTrue, double ifFalse, double frequency) {

        static Effect of(int cause, double frequency, double baseRate) {
            return new Effect(
                    cause, Math.log(frequency / baseRate), Math.log((1 - frequency) / (1 - baseRate)), frequency);
        }

        double when(int truth) {
            return truth == TRUE ? ifTrue : ifFalse;
        }
    }

    int truthIn(Facts facts) {
        return truth.applyAsInt(facts);
    }

    /** Returns whether the person, by this truth, answered "no". */
    boolean isNo(int truth) {
        return truth == FALSE || statesAbsence;
    }

    @Nullable
    Effect effectOn(int cause) {
        for (var effect : effects) {
            if (effect.cause() == cause) {
                return effect;
            }
        }
        return null;
    }
}
