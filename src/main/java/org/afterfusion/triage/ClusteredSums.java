package org.afterfusion.triage;

/**
 * Adds up log ratios cause by cause without counting related answers twice. Support and opposition, each by a "no" and by other
 * answers, are kept apart; within each, the strongest of a cluster counts in full and the others to the cluster exponent.
 *
 * <p>Clusters come one after another: what is added to one is summed up when the next begins.
 */
final class ClusteredSums {

    private static final int SUPPORT = 0;
    private static final int OPPOSITION = 1;
    private static final int SUPPORTING_NO = 2;
    private static final int OPPOSING_NO = 3;
    private static final int KINDS = 4;

    private final double absentExponent;
    private final double clusterExponent;
    private final double limitOfNoes;
    private final double limit;
    private final double[] totals;

    private int cluster;
    private final double[] strongest;
    private final double[] sums;
    private final int[] touched;
    private int touchedCount;

    ClusteredSums(int causes, Method method) {
        absentExponent = method.absentExponent();
        clusterExponent = method.clusterExponent();
        limitOfNoes = Math.log(method.absentLimit());
        limit = Math.log(method.evidenceLimit());
        totals = new double[causes * KINDS];
        strongest = new double[causes * KINDS];
        sums = new double[causes * KINDS];
        touched = new int[causes * KINDS];
    }

    void add(int cause, int ofCluster, double logRatio, boolean isNo) {
        if (ofCluster != cluster) {
            sumUpCluster();
            cluster = ofCluster;
        }
        double counted = isNo ? absentExponent * logRatio : logRatio;
        int kind = counted >= 0 ? isNo ? SUPPORTING_NO : SUPPORT : isNo ? OPPOSING_NO : OPPOSITION;
        int cell = cause * KINDS + kind;
        double before = strongest[cell];
        if (Math.abs(counted) > Math.abs(before)) {
            strongest[cell] = counted;
            if (before == 0) {
                touched[touchedCount++] = cell;
            }
        }
        sums[cell] += counted;
    }

    private void sumUpCluster() {
        for (int i = 0; i < touchedCount; i++) {
            int cell = touched[i];
            totals[cell] += strongest[cell] + clusterExponent * (sums[cell] - strongest[cell]);
            strongest[cell] = 0;
            sums[cell] = 0;
        }
        touchedCount = 0;
    }

    /** Returns the evidence for each cause, capped. */
    double[] byCause() {
        sumUpCluster();
        var evidence = new double[totals.length / KINDS];
        for (int cause = 0; cause < evidence.length; cause++) {
            int first = cause * KINDS;
            double noes = Math.max(-limitOfNoes, totals[first + OPPOSING_NO])
                    + Math.min(limitOfNoes, totals[first + SUPPORTING_NO]);
            evidence[cause] = Math.max(
                    -limit, Math.min(limit, totals[first + SUPPORT] + totals[first + OPPOSITION] + noes));
        }
        return evidence;
    }
}
