package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.afterfusion.triage.EvidenceBook.Testimony;

/**
 * Weighs the evidence for every cause, in natural log-odds:
 *
 * <pre>score(c) = k·[ln weight(c, t) + Σ ln multiplier(c)] + Σ' ln LR(c, answer)</pre>
 *
 * <p>Answers are not independent, so Σ' is not a plain sum: see {@link ClusteredSums}. The exponent k tempers weights and
 * multipliers. One pass over the answers and the causes each one touches gives the scores of all {@linkplain Reading readings}.
 */
final class Weigher {

    private final Method method;
    private final EvidenceBook evidence;
    private final double[] logMiddles;
    private final Prior[] priors;
    private final Test[] contexts;
    private final Impact[][] ifTrue;
    private final Impact[][] ifFalse;

    /**
     * @param logWeights by window
     * @param factors multipliers of the weight
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Prior(double[] logWeights, Factor[] factors) {}

    /** @param context number of the condition under which it multiplies */
    private record Factor(int context, double logTimes, boolean concerning) {}

    /**
     * A day among the windows.
     *
     * @param right the first window whose middle is not before the day, or else the last
     * @param share of that window; the one before has the rest
     */
    private record Moment(int right, double share) {

        double of(double[] logWeights) {
            return share == 1 ? logWeights[right] : (1 - share) * logWeights[right - 1] + share * logWeights[right];
        }
    }

    Weigher(Method method, List<Cause> causes, EvidenceBook evidence, Vocabulary vocabulary, BitSet concerning) {
        this.method = method;
        this.evidence = evidence;
        logMiddles = method.windows().stream()
                .mapToDouble(window -> Math.log1p(window.middle()))
                .toArray();
        var conditions = new ArrayList<Condition>();
        priors = causes.stream()
                .map(cause -> new Prior(logWeights(cause), factors(cause, conditions, vocabulary, concerning)))
                .toArray(Prior[]::new);
        ifTrue = impacts(Statement.TRUE);
        ifFalse = impacts(Statement.FALSE);
        contexts = conditions.stream()
                .map(condition -> condition.compile(vocabulary))
                .toArray(Test[]::new);
    }

    private Impact[][] impacts(int truth) {
        return evidence.statements().stream()
                .map(statement -> statement.effects().stream()
                        .map(effect -> Impact.of(statement, truth, effect, method))
                        .toArray(Impact[]::new))
                .toArray(Impact[][]::new);
    }

    private double[] logWeights(Cause cause) {
        return cause.weights().byWindow().stream()
                .mapToDouble(weight -> Math.log(Math.max(weight, method.leastWeight())))
                .toArray();
    }

    private static Factor[] factors(Cause cause, List<Condition> conditions, Vocabulary vocabulary, BitSet concerning) {
        return cause.multipliers().stream()
                .map(multiplier -> {
                    if (!conditions.contains(multiplier.when())) {
                        conditions.add(multiplier.when());
                    }
                    return new Factor(
                            conditions.indexOf(multiplier.when()),
                            Math.log(multiplier.times()),
                            multiplier.when().findings().anyMatch(id -> concerning.get(vocabulary.indexOf(id))));
                })
                .toArray(Factor[]::new);
    }

    Weighed weigh(Facts facts) {
        return weigh(facts, evidence.heardIn(facts));
    }

    Weighed weigh(Facts facts, Testimony testimony) {
        var sums = new ClusteredSums(priors.length, method);
        var supported = new BitSet(priors.length);
        var replacements = testimony.replacements();
        for (int number : evidence.byCluster()) {
            int truth = testimony.truths()[number];
            if (truth != Statement.UNKNOWN) {
                var statement = evidence.statements().get(number);
                sums.in(statement.cluster());
                for (var impact : truth == Statement.TRUE ? ifTrue[number] : ifFalse[number]) {
                    if (impact.supports()) {
                        supported.set(impact.cause());
                    }
                    if (replacements.isEmpty() || !EvidenceBook.isReplaced(statement, impact.cause(), replacements)) {
                        sums.add(impact);
                    }
                }
            }
        }
        var weighed = new Weighed(
                sums.byCause(Reading.RANKING),
                sums.byCause(Reading.SUSPECT),
                sums.byCause(Reading.ALTERNATIVE),
                supported);
        addPriors(facts, weighed);
        return weighed;
    }

    /**
     * A fresh problem takes the weight of the day it began, a long-lasting one moves towards today's. When it is not known
     * when it began, today and half-way count equally.
     */
    private void addPriors(Facts facts, Weighed weighed) {
        double today = facts.daysSinceSurgery();
        boolean onsetKnown = !Double.isNaN(facts.onsetDay());
        var atOnset = moment(onsetKnown ? facts.onsetDay() : today / 2);
        var now = moment(today);
        double shareOfToday = onsetKnown ? shareOfToday(facts.symptomDays()) : 0.5;
        var inContext = new boolean[contexts.length];
        for (int context = 0; context < contexts.length; context++) {
            inContext[context] = contexts[context].holds(facts);
        }
        for (int cause = 0; cause < priors.length; cause++) {
            var prior = priors[cause];
            double ranking =
                    (1 - shareOfToday) * atOnset.of(prior.logWeights()) + shareOfToday * now.of(prior.logWeights());
            double suspect = ranking;
            double alternative = ranking;
            for (var factor : prior.factors()) {
                if (inContext[factor.context()]) {
                    double times = factor.logTimes();
                    ranking += times;
                    suspect += factor.concerning() ? Reading.SUSPECT.temper(times, true) : times;
                    alternative += factor.concerning() ? Reading.ALTERNATIVE.temper(times, true) : times;
                }
            }
            weighed.ranking()[cause] += method.priorExponent() * ranking;
            weighed.suspect()[cause] += method.priorExponent() * suspect;
            weighed.alternative()[cause] += method.priorExponent() * alternative;
        }
    }

    private double shareOfToday(double symptomDays) {
        double from = method.longLastingFrom();
        return Math.min(1, Math.max(0, (symptomDays - from) / (method.longLastingTo() - from)));
    }

    /** Interpolates between the middles of the windows, linearly in ln(1 + day), so that no single day is a cliff. */
    private Moment moment(double day) {
        var windows = method.windows();
        for (int right = 0; right < windows.size(); right++) {
            if (day <= windows.get(right).middle()) {
                double left = logMiddles[Math.max(0, right - 1)];
                return new Moment(right, right == 0 ? 1 : (Math.log1p(day) - left) / (logMiddles[right] - left));
            }
        }
        return new Moment(windows.size() - 1, 1);
    }
}
