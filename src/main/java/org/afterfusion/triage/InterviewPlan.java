package org.afterfusion.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the findings are asked, one screen after the other. Every finding of the knowledge base stands on exactly one screen.
 *
 * @param screens the first ones first, while an emergency is possible
 * @param triggers at most one a finding
 */
public record InterviewPlan(Review review, List<Screen> screens, List<Trigger> triggers, Stopping method) {

    /** How many questions a person can take in at a glance; of a screen with more, those that tell most are asked first. */
    public static final int MOST_QUESTIONS = 8;

    public InterviewPlan {
        screens = List.copyOf(screens);
        triggers = List.copyOf(triggers);
    }

    /**
     * What a person would tick together.
     *
     * @param heading asked over several yes-or-no findings; null over a single one, which asks for itself
     */
    public record Screen(String id, @Nullable Text heading, List<String> findings) {}

    /**
     * When findings are worth asking. Where they are not asked, the answer follows from others or would not help.
     *
     * @param onlyIf must hold; null for always
     * @param notIf must not be known to hold; null for never
     * @param because for reviewers
     */
    public record Trigger(
            List<String> findings,
            @Nullable Condition onlyIf,
            @Nullable Condition notIf,
            String because) {}

    /**
     * When to stop.
     *
     * @param enough a screen expected to move the shares of the causes by less than this, in all, is not worth asking
     * @param mostScreens from this many on, only questions that could change the urgency are asked
     * @param mostBeforeReassuring the same before the lowest urgency is given while a benign cause stands out only just
     * @param raisingCounts what one level that an answer would change counts, beside the shares it would move
     * @param nearFrom a cause from this part of the share it needs to raise the urgency is asked about until it is settled
     * @param tellingFrom answers at least so many times as frequent with that cause as in all are asked about
     */
    public record Stopping(
            double enough,
            int mostScreens,
            int mostBeforeReassuring,
            double raisingCounts,
            double nearFrom,
            double tellingFrom,
            String basis,
            List<String> sources) {}
}
