package org.afterfusion.interview;

import java.util.List;
import org.afterfusion.triage.InterviewPlan.Screen;
import org.afterfusion.triage.Triage;
import org.afterfusion.triage.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Where an interview stands after the answers given so far.
 *
 * @param next null exactly when the interview is done
 * @param triage of the report so far
 */
public record Interview(@Nullable Next next, Because because, Progress progress, Triage triage) {

    /** Returns whether nothing is left to ask. */
    public boolean isDone() {
        return next == null;
    }

    /**
     * The screen to show next.
     *
     * @param questions one, or several yes-or-no ones; never one answered already, none that other answers settle
     */
    public record Next(Screen screen, List<Question> questions) {}

    /**
     * A finding to ask about.
     *
     * @param couldRaiseTo the highest level that may depend on the answer; null when the answer cannot raise the present level
     */
    public record Question(String finding, @Nullable Urgency couldRaiseTo) {}

    /** Why the interview goes on, or why it stops. */
    public enum Because {
        /** Goes on: an answer could raise the urgency. */
        SAFETY_QUESTION_OPEN,
        /** Goes on: the answers could lower the urgency again. */
        LEVEL_UNCLEAR,
        /** Goes on: the answers are expected to tell the causes apart. */
        CAUSE_UNCLEAR,
        /** Stops at once: nothing may delay the call. */
        AMBULANCE,
        /** Stops: it is an emergency, and no answer would make it a call for the ambulance or undo it. */
        EMERGENCY,
        /** Stops: no question is left. */
        NOTHING_LEFT,
        /** Stops: no answer could change what the red flags ask for, and what is left tells little about the causes. */
        ENOUGH,
        /** Stops: as {@link #ENOUGH}, but more could be asked about the causes than one should. */
        LIMIT
    }

    /**
     * How far it is.
     *
     * @param answered findings in the report
     * @param questionsToGo at most so many, as long as no answer opens further questions
     * @param screensToGo likewise
     */
    public record Progress(int answered, int questionsToGo, int screensToGo) {}
}
