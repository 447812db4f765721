package org.afterfusion.triage;

import java.util.Collections;
import java.util.List;

/**
 * A cause in an answer, with its reasons.
 *
 * @param rank 1 for the likeliest among all causes
 * @param share relative among all modelled causes and "unexplained", between 0 and 1; not calibrated against outcomes
 * @param supporting what speaks for it, strongest first
 * @param against what speaks against it, strongest first
 * @param missing what would usually be there and is absent, then what was not asked and would tell most
 */
public record RankedCause(
        Cause cause,
        int rank,
        Band band,
        double share,
        List<Reason> supporting,
        List<Reason> against,
        List<Reason> missing) {

    public RankedCause {
        supporting = Collections.unmodifiableList(supporting);
        against = Collections.unmodifiableList(against);
        missing = Collections.unmodifiableList(missing);
    }

    public enum Band {
        VERY_LIKELY,
        LIKELY,
        POSSIBLE,
        UNLIKELY
    }

    /** How the finding of a reason stands in the report. */
    public enum Standing {
        PRESENT,
        ABSENT,
        NOT_ASKED
    }

    /**
     * One finding as a reason.
     *
     * @param label names the answer, such as "severe pain, 8 or more"
     * @param weight evidence in decibans (10 log10 of the likelihood ratio), positive in favor; for a finding not asked, what a
     *     "yes" would weigh
     */
    public record Reason(String finding, Text label, Standing standing, double weight) {

        /** Finding and weight tell reasons apart well enough; the label, in all its languages, takes long to hash. */
        @Override
        public int hashCode() {
            return 31 * finding.hashCode() + Double.hashCode(weight);
        }
    }
}
