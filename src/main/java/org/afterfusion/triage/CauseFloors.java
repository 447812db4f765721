package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.afterfusion.triage.Prospects.Standout;
import org.afterfusion.triage.Triage.Origin;
import org.afterfusion.triage.Triage.Trigger;

/**
 * Lets a likely cause raise the urgency. A cause is measured against the less urgent ones only, in the cautious
 * {@linkplain Reading readings}: an emergency does not become less urgent because a second emergency fits too.
 */
final class CauseFloors {

    private final List<Cause> causes;
    private final Method method;

    /** @param causes the unexplained last */
    CauseFloors(List<Cause> causes, Method method) {
        this.causes = causes;
        this.method = method;
    }

    List<Trigger> raised(Facts facts, double[] asSuspect, double[] asAlternative) {
        var raised = likelyCauses(asSuspect, asAlternative);
        var unclear = method.unclear();
        if (facts.daysSinceSurgery() >= unclear.fromDay()
                && !facts.isImproving()
                && !isExplainedAsBenign(unclear.below(), asSuspect, asAlternative)) {
            raised.add(new Trigger(Origin.NO_CLEAR_CAUSE, Words.of(Origin.NO_CLEAR_CAUSE), unclear.level(), List.of()));
        }
        return raised;
    }

    private List<Trigger> likelyCauses(double[] asSuspect, double[] asAlternative) {
        return IntStream.range(0, causes.size() - 1)
                .filter(cause -> shareAmongLessUrgent(cause, asSuspect, asAlternative) >= threshold(cause))
                .mapToObj(cause ->
                        new Trigger(Origin.LIKELY_CAUSE, causes.get(cause).id(), level(cause), List.of()))
                .filter(trigger -> trigger.level() != Urgency.ROUTINE)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * Returns the level of each cause that has at least this part of the share it needs to raise the urgency; routine for the
     * others.
     */
    List<Urgency> nearly(double part, double[] asSuspect, double[] asAlternative) {
        return IntStream.range(0, causes.size() - 1)
                .mapToObj(cause -> shareAmongLessUrgent(cause, asSuspect, asAlternative) >= part * threshold(cause)
                        ? level(cause)
                        : Urgency.ROUTINE)
                .toList();
    }

    /** @param part of the share it needs from which a benign cause nearly stands out; its inverse makes it stand out clearly */
    Standout standout(double part, Facts facts, double[] asSuspect, double[] asAlternative) {
        if (facts.daysSinceSurgery() < method.unclear().fromDay() || facts.isImproving()) {
            return Standout.CLEARLY;
        }
        double needed = method.unclear().below();
        if (isExplainedAsBenign(needed, asSuspect, asAlternative)) {
            return isExplainedAsBenign(needed / part, asSuspect, asAlternative) ? Standout.CLEARLY : Standout.JUST;
        }
        return isExplainedAsBenign(needed * part, asSuspect, asAlternative) ? Standout.NOT_YET : Standout.FAR;
    }

    /** A cause of the lowest urgency stands out, also when worrying findings count for everything but it. */
    private boolean isExplainedAsBenign(double from, double[] asSuspect, double[] asAlternative) {
        double all = 0;
        for (double score : asSuspect) {
            all += Math.exp(score);
        }
        for (int cause = 0; cause < causes.size() - 1; cause++) {
            double own = Math.exp(asAlternative[cause]);
            double others = all - Math.exp(asSuspect[cause]);
            if (causes.get(cause).urgency() == Urgency.ROUTINE && own / (own + others) >= from) {
                return true;
            }
        }
        return false;
    }

    private double shareAmongLessUrgent(int suspect, double[] asSuspect, double[] asAlternative) {
        var level = level(suspect);
        double own = Math.exp(asSuspect[suspect]);
        double others = Math.exp(asAlternative[causes.size() - 1]);
        for (int other = 0; other < causes.size() - 1; other++) {
            if (level.isHigherThan(causes.get(other).urgency())) {
                others += Math.exp(asAlternative[other]);
            }
        }
        return own / (own + others);
    }

    private Urgency level(int cause) {
        var floor = causes.get(cause).floor();
        return floor == null ? causes.get(cause).urgency() : floor.level();
    }

    private double threshold(int cause) {
        var floor = causes.get(cause).floor();
        return floor == null ? method.ownUrgencyFrom() : floor.share();
    }
}
