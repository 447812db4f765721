package org.afterfusion.triage;

/**
 * How evidence is read.
 *
 * <p>Ranking counts everything. The two cautious readings decide whether a cause is likely enough to raise the urgency, and
 * they are monotone by construction: there a worrying finding that is present can only speak for the suspect and only against
 * its alternatives, so that one more worrying symptom never lowers a level, however it shifts the ranking.
 */
enum Reading {
    RANKING(0),
    SUSPECT(1),
    ALTERNATIVE(2);

    private final int offset;

    Reading(int offset) {
        this.offset = offset;
    }

    /** Returns the place among sums that are kept for each reading. */
    int offset() {
        return offset;
    }

    /** Returns what a log ratio of a worrying finding counts in this reading. */
    double temper(double logRatio, boolean present) {
        if (this == RANKING) {
            return logRatio;
        }
        boolean upward = present == (this == SUSPECT);
        return upward ? Math.max(0, logRatio) : Math.min(0, logRatio);
    }
}
