package org.afterfusion.evaluation;

import java.util.List;
import org.afterfusion.evaluation.Evaluation.CaseResult;
import org.afterfusion.triage.Urgency;
import org.afterfusion.triage.Words;

/**
 * What the service gave to one case.
 *
 * @param causes likeliest first
 * @param mustExclude ids of the dangerous causes not to drop
 */
record Outcome(PublishedCase story, String status, Urgency given, List<Ranked> causes, List<String> mustExclude) {

    private static final int SEVERE = 2;

    record Ranked(String id, double share, String band) {}

    boolean isEmergencyGiven() {
        return given.compareTo(Urgency.EMERGENCY) >= 0;
    }

    boolean isExact() {
        return given == story.wanted();
    }

    boolean isAccepted() {
        return story.accepted().contains(given);
    }

    /** Below every accepted level. */
    boolean isUnder() {
        return story.accepted().stream().allMatch(level -> level.isHigherThan(given));
    }

    /** Accepted levels may leave a gap; a level in it is too high. */
    boolean isOver() {
        return !isAccepted() && !isUnder();
    }

    /** How many levels the answer is above the one wanted; negative below. */
    int above() {
        return given.rank() - story.wanted().rank();
    }

    /** Two levels low or more, or an emergency not even seen the same day. */
    boolean isSeverelyUnder() {
        return above() <= -SEVERE || (story.isEmergency() && Urgency.SAME_DAY.isHigherThan(given));
    }

    boolean hasRightCauseAmongFirst(int places) {
        return causes.stream().limit(places).map(Ranked::id).anyMatch(story.rightCauses()::contains);
    }

    private String levelVerdict() {
        if (isExact()) {
            return "exact";
        }
        if (isAccepted()) {
            return "accepted";
        }
        return isUnder() ? "under" : "over";
    }

    private String causeVerdict() {
        if (story.rightCauses().isEmpty()) {
            return "none-expected";
        }
        if (hasRightCauseAmongFirst(1)) {
            return "first";
        }
        if (hasRightCauseAmongFirst(3)) {
            return "top-3";
        }
        return hasRightCauseAmongFirst(5) ? "top-5" : "not-listed";
    }

    CaseResult result(String encoding) {
        return new CaseResult(
                encoding,
                Words.of(given),
                status,
                causes.stream().limit(3).map(Ranked::id).toList(),
                levelVerdict(),
                causeVerdict());
    }

    boolean isWorthALook() {
        return !isAccepted() || (!story.rightCauses().isEmpty() && !hasRightCauseAmongFirst(3));
    }

    @Override
    public String toString() {
        return "  %s wanted %s, got %s; ranked %s, right %s"
                .formatted(
                        story.id(),
                        Words.of(story.wanted()),
                        Words.of(given),
                        causes.stream().map(Ranked::id).toList(),
                        story.rightCauses());
    }
}
