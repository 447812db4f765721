package org.afterfusion.triage;

import java.util.List;

/**
 * What is usual when after a fusion.
 *
 * @param anyTime what is never usual, and whom to tell; it goes before what each phase adds
 * @param phases from the day of surgery on
 */
public record RecoveryTimeline(Review review, List<Text> anyTime, List<RecoveryPhase> phases) {

    public RecoveryTimeline {
        anyTime = List.copyOf(anyTime);
        phases = List.copyOf(phases);
    }
}
