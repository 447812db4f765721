package org.afterfusion.triage;

import java.util.BitSet;

/**
 * Findings of which one is looked for in the findings of a report. They are looked up one by one where that takes fewer steps than
 * going through all findings there are, so that what it takes does not grow with the knowledge.
 *
 * @param members the findings, when they are few
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OneOf(BitSet mask, int[] members) {

    /** How many findings a bit set compares in one step. */
    private static final int AT_ONCE = Long.SIZE;

    static OneOf of(BitSet mask) {
        boolean few = mask.cardinality() <= mask.length() / AT_ONCE;
        return new OneOf(mask, few ? mask.stream().toArray() : new int[0]);
    }

    boolean isIn(BitSet findings) {
        if (members.length == 0) {
            return mask.intersects(findings);
        }
        for (int member : members) {
            if (findings.get(member)) {
                return true;
            }
        }
        return false;
    }
}
