package org.afterfusion.triage;

import static org.afterfusion.triage.Impact.KINDS;
import static org.afterfusion.triage.Impact.OPPOSING_NO;
import static org.afterfusion.triage.Impact.OPPOSITION;
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
    private final Sums ranking;
    private final Sums suspect;
    private final Sums alternative;

    private final int[] touched;
    private int touchedCount;
    private int cluster = -1;

    /** By cause and kind. */
    private static final class Sums {

        final double[] totals;
        final double[] strongest;
        final double[] ofCluster;

        Sums(int cells) {
            totals = new double[cells];
            strongest = new double[cells];
            ofCluster = new double[cells];
        }

        void add(int cell, double counted) {
            ofCluster[cell] += counted;
            if (Math.abs(counted) > Math.abs(strongest[cell])) {
                strongest[cell] = counted;
            }
        }

        void sumUp(int cell, double exponent) {
            totals[cell] += strongest[cell] + exponent * (ofCluster[cell] - strongest[cell]);
            strongest[cell] = 0;
            ofCluster[cell] = 0;
        }
    }

    ClusteredSums(int causes, Method method) {
        clusterExponent = method.clusterExponent();
        limitOfNoes = Math.log(method.absentLimit());
        limit = Math.log(method.evidenceLimit());
        ranking = new Sums(causes * KINDS);
        suspect = new Sums(causes * KINDS);
        alternative = new Sums(causes * KINDS);
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
        int cell = impact.cause() * KINDS + impact.kind();
        double counted = impact.counted();
        if (ranking.ofCluster[cell] == 0) {
            if (counted == 0) {
                return;
            }
            touched[touchedCount++] = cell;
        }
        ranking.add(cell, counted);
        if (impact.bySuspect()) {
            suspect.add(cell, counted);
        }
        if (impact.byAlternative()) {
            alternative.add(cell, counted);
        }
    }

    private void sumUpCluster() {
        for (int i = 0; i < touchedCount; i++) {
            ranking.sumUp(touched[i], clusterExponent);
            suspect.sumUp(touched[i], clusterExponent);
            alternative.sumUp(touched[i], clusterExponent);
        }
        touchedCount = 0;
    }

    /** Returns the evidence for each cause, capped. */
    double[] byCause(Reading reading) {
        sumUpCluster();
        var totals = (switch (reading) {
                    case RANKING -> ranking;
                    case SUSPECT -> suspect;
                    case ALTERNATIVE -> alternative;
                })
                .totals;
        var evidence = new double[totals.length / KINDS];
        for (int cause = 0; cause < evidence.length; cause++) {
            int first = cause * KINDS;
            double noes = Math.max(-limitOfNoes, totals[first + OPPOSING_NO])
                    + Math.min(limitOfNoes, totals[first + SUPPORTING_NO]);
            evidence[cause] =
                    Math.max(-limit, Math.min(limit, totals[first + SUPPORT] + totals[first + OPPOSITION] + noes));
        }
        return evidence;
    }
}
