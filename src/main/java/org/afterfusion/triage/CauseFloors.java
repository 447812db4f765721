package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private final Urgency[] levels;
    private final double[] thresholds;

    /** @param causes the unexplained last */
    CauseFloors(List<Cause> causes, Method method) {
        this.causes = causes;
        this.method = method;
        levels = causes.stream()
                .map(cause ->
                        cause.floor() == null ? cause.urgency() : cause.floor().level())
                .toArray(Urgency[]::new);
        thresholds = causes.stream()
                .mapToDouble(cause -> cause.floor() == null
                        ? method.ownUrgencyFrom()
                        : cause.floor().share())
                .toArray();
    }

    List<Trigger> raised(Facts facts, double[] asSuspect, double[] asAlternative) {
        var odds = new Odds(asSuspect, asAlternative);
        var raised = likelyCauses(odds);
        var unclear = method.unclear();
        if (facts.daysSinceSurgery() >= unclear.fromDay()
                && !facts.isImproving()
                && !odds.isExplainedAsBenign(unclear.below())) {
            raised.add(new Trigger(Origin.NO_CLEAR_CAUSE, Words.of(Origin.NO_CLEAR_CAUSE), unclear.level(), List.of()));
        }
        return raised;
    }

    private List<Trigger> likelyCauses(Odds odds) {
        var likely = new ArrayList<Trigger>();
        for (int cause = 0; cause < causes.size() - 1; cause++) {
            if (levels[cause] != Urgency.ROUTINE && odds.shareAmongLessUrgent(cause) >= thresholds[cause]) {
                likely.add(new Trigger(Origin.LIKELY_CAUSE, causes.get(cause).id(), levels[cause], List.of()));
            }
        }
        return likely;
    }

    /**
     * Returns the level of each cause that has at least this part of the share it needs to raise the urgency; routine for the
     * others.
     */
    List<Urgency> nearly(double part, double[] asSuspect, double[] asAlternative) {
        var odds = new Odds(asSuspect, asAlternative);
        return IntStream.range(0, causes.size() - 1)
                .mapToObj(cause ->
                        odds.shareAmongLessUrgent(cause) >= part * thresholds[cause] ? levels[cause] : Urgency.ROUTINE)
                .toList();
    }

    /** @param part of the share it needs from which a benign cause nearly stands out; its inverse makes it stand out clearly */
    Standout standout(double part, Facts facts, double[] asSuspect, double[] asAlternative) {
        if (facts.daysSinceSurgery() < method.unclear().fromDay() || facts.isImproving()) {
            return Standout.CLEARLY;
        }
        var odds = new Odds(asSuspect, asAlternative);
        double needed = method.unclear().below();
        if (odds.isExplainedAsBenign(needed)) {
            return odds.isExplainedAsBenign(needed / part) ? Standout.CLEARLY : Standout.JUST;
        }
        return odds.isExplainedAsBenign(needed * part) ? Standout.NOT_YET : Standout.FAR;
    }

    /** The causes of one report against each other. */
    private final class Odds {

        private final double[] ofSuspect;
        private final double[] ofAlternative;
        private final double all;
        private final double[] lessUrgent = new double[Urgency.values().length];

        Odds(double[] asSuspect, double[] asAlternative) {
            ofSuspect = exponentials(asSuspect);
            ofAlternative = exponentials(asAlternative);
            double sum = 0;
            for (double odds : ofSuspect) {
                sum += odds;
            }
            all = sum;
            Arrays.fill(lessUrgent, ofAlternative[ofAlternative.length - 1]);
            for (int cause = 0; cause < causes.size() - 1; cause++) {
                for (int level = causes.get(cause).urgency().rank(); level < lessUrgent.length; level++) {
                    lessUrgent[level] += ofAlternative[cause];
                }
            }
        }

        private static double[] exponentials(double[] scores) {
            var exponentials = new double[scores.length];
            for (int cause = 0; cause < scores.length; cause++) {
                exponentials[cause] = Math.exp(scores[cause]);
            }
            return exponentials;
        }

        /** A cause of the lowest urgency stands out, also when worrying findings count for everything but it. */
        boolean isExplainedAsBenign(double from) {
            for (int cause = 0; cause < causes.size() - 1; cause++) {
                double own = ofAlternative[cause];
                double others = all - ofSuspect[cause];
                if (causes.get(cause).urgency() == Urgency.ROUTINE && own / (own + others) >= from) {
                    return true;
                }
            }
            return false;
        }

        double shareAmongLessUrgent(int suspect) {
            double own = ofSuspect[suspect];
            return own / (own + lessUrgent[levels[suspect].rank() - 1]);
        }
    }
}
