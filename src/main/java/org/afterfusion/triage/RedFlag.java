package org.afterfusion.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that sets a floor under the urgency. Nothing but its own {@code unless} lowers it.
 *
 * @param because shown to the person
 * @param why shown to clinicians and reviewers
 * @param watchFor null where people could not act on it
 * @param floors the highest that holds counts
 * @param pointsTo causes to exclude when the rule has fired
 * @param refinements what was changed against the evidence file, each with its reason
 */
public record RedFlag(
        String id,
        Review review,
        Text title,
        Text because,
        Text why,
        @Nullable Sign watchFor,
        List<Floor> floors,
        List<String> pointsTo,
        List<Text> refinements,
        List<String> sources) {

    /**
     * How a person would notice it later.
     *
     * @param then the level it would bring
     */
    public record Sign(Text text, Urgency then) {}

    /**
     * One level with its condition.
     *
     * @param when only tests that more or worse symptoms can make true, so that they never lower the level
     * @param unless the reassuring facts under which this floor does not count; each must be known, never assumed
     */
    public record Floor(
            Urgency level, Condition when, @Nullable Condition unless) {}
}
