package org.afterfusion.triage;

/**
 * Adds up log ratios cause by cause without counting related answers twice. Support and opposition, each by a "no" and by other
 * answers, are kept apart; within each, the strongest of a cluster counts in full and the others to the cluster exponent.
 */
final class ClusteredSums {

    private static final int SUPPORT = 0;
    private static final int OPPOSITION = 1;
    private static final int SUPPORTING_NO = 2;
    private static final int OPPOSING_NO = 3;
    private static final int KINDS = 4;

    private final Method method;
    private final int clusters;
    private final double[] strongest;
    private final double[] sums;

    ClusteredSums(int causes, int clusters, Method method) {
        this.method = method;
        this.clusters = clusters;
        strongest = new double[causes * KINDS * clusters];
        sums = new double[causes * KINDS * clusters];
    }

    void add(int cause, int cluster, double logRatio, boolean isNo) {
        double counted = isNo ? method.absentExponent() * logRatio : logRatio;
        int kind = counted >= 0 ? isNo ? SUPPORTING_NO : SUPPORT : isNo ? OPPOSING_NO : OPPOSITION;
        int cell = (cause * KINDS + kind) * clusters + cluster;
        sums[cell] += counted;
        if (Math.abs(counted) > Math.abs(strongest[cell])) {
            strongest[cell] = counted;
        }
    }

    /** Returns the evidence for a cause, capped. */
    double total(int cause) {
        double limitOfNoes = Math.log(method.absentLimit());
        double noes =
                Math.max(-limitOfNoes, sum(cause, OPPOSING_NO)) + Math.min(limitOfNoes, sum(cause, SUPPORTING_NO));
        double limit = Math.log(method.evidenceLimit());
        return Math.max(-limit, Math.min(limit, sum(cause, SUPPORT) + sum(cause, OPPOSITION) + noes));
    }

    private double sum(int cause, int kind) {
        double sum = 0;
        int first = (cause * KINDS + kind) * clusters;
        for (int cell = first; cell < first + clusters; cell++) {
            sum += strongest[cell] + method.clusterExponent() * (sums[cell] - strongest[cell]);
        }
        return sum;
    }
}
