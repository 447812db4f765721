package org.afterfusion.triage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is likely to be answered next in one report, given how likely its causes are: each cause foretells an answer as often
 * as people with that cause give it. Shares are relative, so this serves to put things in order and nothing else.
 */
final class Outlook {

    private final EvidenceBook evidence;
    private final double[] shares;

    /** @param shares by cause, adding up to 1 */
    Outlook(EvidenceBook evidence, double[] shares) {
        this.evidence = evidence;
        this.shares = shares;
    }

    /** @param statement null for what the knowledge base has no frequency of: as rare as the rarest thing it has one of */
    double likelihood(@Nullable Statement statement) {
        if (statement == null) {
            return evidence.leastBaseRate();
        }
        double likelihood = statement.baseRate();
        for (var effect : statement.effects()) {
            likelihood += shares[effect.cause()] * (effect.frequency() - statement.baseRate());
        }
        return likelihood;
    }

    /** Returns how likely both are true, taken as independent with each cause. */
    double likelihood(@Nullable Statement one, @Nullable Statement other) {
        var frequencies = byCause(one);
        var otherFrequencies = byCause(other);
        double likelihood = 0;
        for (int cause = 0; cause < shares.length; cause++) {
            likelihood += shares[cause] * frequencies[cause] * otherFrequencies[cause];
        }
        return likelihood;
    }

    private double[] byCause(@Nullable Statement statement) {
        var frequencies = new double[shares.length];
        if (statement == null) {
            Arrays.fill(frequencies, evidence.leastBaseRate());
        } else {
            Arrays.fill(frequencies, statement.baseRate());
            statement.effects().forEach(effect -> frequencies[effect.cause()] = effect.frequency());
        }
        return frequencies;
    }

    /**
     * Returns how far the answer to a question is expected to move the shares, between 0 and 1: the total variation distance
     * between the shares now and after the answer, weighted by the likelihood of each answer. With P the likelihood of a yes
     * and f its frequency by cause, a yes and a no contribute ½ Σ share·|f − P| each, so nothing has to be weighed anew.
     * Clusters and limits of the evidence are left out; of a number or choice, the statement that tells most counts.
     */
    double changeExpectedFrom(int finding, Facts facts) {
        double most = 0;
        for (var statement : evidence.statementsOf(finding)) {
            if (statement.applies().test(facts)) {
                most = Math.max(most, changeExpectedFrom(statement));
            }
        }
        return most;
    }

    private double changeExpectedFrom(Statement statement) {
        double likelihood = likelihood(statement);
        double change = 0;
        double untouched = 1;
        for (var effect : statement.effects()) {
            change += shares[effect.cause()] * Math.abs(effect.frequency() - likelihood);
            untouched -= shares[effect.cause()];
        }
        return change + untouched * Math.abs(statement.baseRate() - likelihood);
    }
}
