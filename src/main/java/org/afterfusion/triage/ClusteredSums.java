package org.afterfusion.triage;

import static org.afterfusion.triage.Impact.KINDS;
import static org.afterfusion.triage.Impact.OPPOSING_NO;
import static org.afterfusion.triage.Impact.OPPOSITION;
import static org.afterfusion.triage.Impact.READINGS;
import static org.afterfusion.triage.Impact.SUPPORT;
import static org.afterfusion.triage.Impact.SUPPORTING_NO;

/**
 * Adds up what answers count, cause by cause and for each {@link Reading}, without counting related ones twice. The four kinds are
 * kept apart; within each, the strongest of a cluster counts in full and the others to the cluster exponent.
 *
 * <p>Clusters come one after another: what was added in one is summed up when the next begins.
 */
final class ClusteredSums {

    private final double clusterExponent;
    private final double limitOfNoes;
    private final double limit;

    // By cause, kind and reading, as numbered by Impact.
    private final double[] totals;
    private final double[] strongest;
    private final double[] ofCluster;

    private final int[] touched;
    private int touchedCount;
    private int cluster = -1;

    ClusteredSums(int causes, Method method) {
        clusterExponent = method.clusterExponent();
        limitOfNoes = Math.log(method.absentLimit());
        limit = Math.log(method.evidenceLimit());
        int sums = causes * KINDS * READINGS;
        totals = new double[sums];
        strongest = new double[sums];
        ofCluster = new double[sums];
        touched = new int[causes * KINDS];
    }

    /** Makes what is added from now on count in this cluster. */
    void in(int next) {
        if (next != cluster) {
            sumUpCluster();
            cluster = next;
        }
    }

    void add(Impact impact) {
        if (impact.ranking() == 0) {
            return;
        }
        int first = impact.firstSum();
        if (ofCluster[first] == 0) {
            touched[touchedCount++] = first;
        }
        add(first, impact.ranking());
        add(first + 1, impact.suspect());
        add(first + 2, impact.alternative());
    }

    private void add(int sum, double counted) {
        ofCluster[sum] += counted;
        if (Math.abs(counted) > Math.abs(strongest[sum])) {
            strongest[sum] = counted;
        }
    }

    private void sumUpCluster() {
        for (int i = 0; i < touchedCount; i++) {
            int first = touched[i];
            for (int sum = first; sum < first + READINGS; sum++) {
                totals[sum] += strongest[sum] + clusterExponent * (ofCluster[sum] - strongest[sum]);
                strongest[sum] = 0;
                ofCluster[sum] = 0;
            }
        }
        touchedCount = 0;
    }

    /** Returns the evidence for each cause, capped. */
    double[] byCause(Reading reading) {
        sumUpCluster();
        var evidence = new double[totals.length / (KINDS * READINGS)];
        for (int cause = 0; cause < evidence.length; cause++) {
            double noes = Math.max(-limitOfNoes, total(cause, OPPOSING_NO, reading))
                    + Math.min(limitOfNoes, total(cause, SUPPORTING_NO, reading));
            double others = total(cause, SUPPORT, reading) + total(cause, OPPOSITION, reading);
            evidence[cause] = Math.max(-limit, Math.min(limit, others + noes));
        }
        return evidence;
    }

    private double total(int cause, int kind, Reading reading) {
        return totals[Impact.firstSum(cause, kind) + reading.offset()];
    }
}
