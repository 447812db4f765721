package org.afterfusion.triage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often an answer is given: among all people with a leg symptom after a fusion ({@code baseRate}), and among those with a
 * given cause. Likelihood ratios follow from the two and are never stored. A cause that is not named has the base rate, so the
 * answer does not touch it.
 *
 * @param choice the option this is about, for a choice
 * @param atLeast true from this value on, for a number
 * @param atMost true up to this value, for a number
 * @param days days since surgery on which the answer says something; null for always
 * @param onsetDays says something only when the problem began within these days after surgery
 * @param onlyIf asked, and used, only when one of these findings is present
 * @param cluster when it differs from the finding's own
 * @param label how to name the statement to people, where the finding's own label does not fit
 * @param baseRate between 0 and 1, both excluded
 * @param causes frequency by cause id, between 0 and 1, both excluded
 * @param basis which numbers rest on which source, in words
 */
public record Evidence(
        @Nullable String choice,
        @Nullable Double atLeast,
        @Nullable Double atMost,
        @Nullable DayRange days,
        @Nullable DayRange onsetDays,
        List<String> onlyIf,
        @Nullable String cluster,
        @Nullable Text label,
        double baseRate,
        Map<String, Double> causes,
        Grade grade,
        Text basis,
        List<String> sources) {

    /** How well the sizes are known. Nobody has measured these shares in this population. */
    public enum Grade {
        /** The size follows from a published figure of a related population. */
        PUBLISHED_SIZE,
        /** The link is published, the size is judged. */
        PUBLISHED_LINK,
        /** Link and size are judged. */
        JUDGED
    }
}
