package org.afterfusion.triage;

import java.util.BitSet;
import java.util.List;

/**
 * Weighs the evidence for every cause, in natural log-odds:
 *
 * <pre>score(c) = k·[ln weight(c, t) + Σ ln multiplier(c)] + Σ' ln LR(c, answer)</pre>
 *
 * <p>Answers are not independent, so Σ' is not a plain sum: see {@link ClusteredSums}. The exponent k tempers weights and
 * multipliers. One pass over the statements and the causes each one touches, and one over causes × clusters.
 */
final class Weigher {

    private final Method method;
    private final EvidenceBook evidence;
    private final List<Prior> priors;

    /** @param logWeights by window */
    private record Prior(List<Double> logWeights, List<Factor> factors) {}

    /** A multiplier of a cause's weight. */
    private record Factor(Test when, double logTimes, boolean concerning) {}

    Weigher(Method method, List<Cause> causes, EvidenceBook evidence, Vocabulary vocabulary, BitSet concerning) {
        this.method = method;
        this.evidence = evidence;
        this.priors = causes.stream()
                .map(cause -> new Prior(logWeights(cause), factors(cause, vocabulary, concerning)))
                .toList();
    }

    private List<Double> logWeights(Cause cause) {
        return cause.weights().byWindow().stream()
                .map(weight -> Math.log(Math.max(weight, method.leastWeight())))
                .toList();
    }

    private static List<Factor> factors(Cause cause, Vocabulary vocabulary, BitSet concerning) {
        return cause.multipliers().stream()
                .map(multiplier -> new Factor(
                        multiplier.when().compile(vocabulary),
                        Math.log(multiplier.times()),
                        multiplier.when().findings().anyMatch(id -> concerning.get(vocabulary.indexOf(id)))))
                .toList();
    }

    /** Returns the causes that some answer other than a "no" speaks for. */
    BitSet supported(Facts facts) {
        double least = Math.log(method.supportFrom());
        var supported = new BitSet();
        for (var statement : evidence.statements()) {
            int truth = statement.truthIn(facts);
            if (truth != Statement.UNKNOWN && !statement.isNo(truth)) {
                statement.effects().stream()
                        .filter(effect -> effect.when(truth) >= least)
                        .forEach(effect -> supported.set(effect.cause()));
            }
        }
        return supported;
    }

    /** Returns the score of every cause, in the order of the causes given. */
    double[] weigh(Facts facts, Reading reading) {
        var sums = new ClusteredSums(priors.size(), evidence.clusterCount(), method);
        var replacements = evidence.replacementsIn(facts);
        for (var statement : evidence.statements()) {
            int truth = statement.truthIn(facts);
            if (truth == Statement.UNKNOWN || (reading != Reading.RANKING && statement.leftToRules())) {
                continue;
            }
            for (var effect : statement.effects()) {
                if (!EvidenceBook.isReplaced(statement, effect.cause(), replacements)) {
                    double ratio = effect.when(truth);
                    sums.add(
                            effect.cause(),
                            statement.cluster(),
                            statement.concerning() ? reading.temper(ratio, truth == Statement.TRUE) : ratio,
                            statement.isNo(truth));
                }
            }
        }
        var scores = new double[priors.size()];
        for (int cause = 0; cause < scores.length; cause++) {
            scores[cause] = prior(cause, facts, reading) + sums.total(cause);
        }
        return scores;
    }

    /**
     * A fresh problem takes the weight of the day it began, a long-lasting one moves towards today's. When it is not known
     * when it began, today and half-way count equally.
     */
    private double prior(int cause, Facts facts, Reading reading) {
        double today = facts.daysSinceSurgery();
        boolean onsetKnown = !Double.isNaN(facts.onsetDay());
        double onset = onsetKnown ? facts.onsetDay() : today / 2;
        double shareOfToday = onsetKnown ? shareOfToday(facts.symptomDays()) : 0.5;
        var prior = priors.get(cause);
        double sum = (1 - shareOfToday) * logWeight(prior, onset) + shareOfToday * logWeight(prior, today);
        for (var factor : prior.factors()) {
            if (factor.when().holds(facts)) {
                sum += factor.concerning() ? reading.temper(factor.logTimes(), true) : factor.logTimes();
            }
        }
        return method.priorExponent() * sum;
    }

    private double shareOfToday(double symptomDays) {
        double from = method.longLastingFrom();
        return Math.min(1, Math.max(0, (symptomDays - from) / (method.longLastingTo() - from)));
    }

    /** Interpolates between the middles of the windows, linearly in ln(1 + day), so that no single day is a cliff. */
    private double logWeight(Prior prior, double day) {
        var windows = method.windows();
        var weights = prior.logWeights();
        for (int right = 0; right < weights.size(); right++) {
            double middle = windows.get(right).middle();
            if (day <= middle) {
                if (right == 0) {
                    return weights.get(0);
                }
                double left = Math.log1p(windows.get(right - 1).middle());
                double share = (Math.log1p(day) - left) / (Math.log1p(middle) - left);
                return (1 - share) * weights.get(right - 1) + share * weights.get(right);
            }
        }
        return weights.get(weights.size() - 1);
    }
}
