package org.afterfusion.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A possible explanation of the leg symptom; never a diagnosis.
 *
 * @param urgency how soon this cause by itself usually wants action
 * @param dangerous missing it could cost life, limb, nerve or bladder within days
 * @param floor the level it forces once its share is high enough; null for the common rule of {@link Method}
 * @param weights how common it is by time since surgery
 * @param firstOnlyIf it is never listed first unless this holds; null for no such limit
 */
public record Cause(
        String id,
        Review review,
        Urgency urgency,
        String contact,
        boolean dangerous,
        @Nullable Floor floor,
        Weights weights,
        List<Multiplier> multipliers,
        @Nullable Condition firstOnlyIf,
        List<Coding> codings,
        Texts text,
        List<String> sources) {

    /** What people and clinicians read about a cause. {@code explainer} is our own text where no public page was found. */
    public record Texts(
            Text name,
            Text clinicalName,
            Text definition,
            Text summary,
            Text onset,
            Text howOften,
            Text moreLikely,
            Text lessLikely,
            Text expectedCourse,
            Text usualCare,
            Text usualNextStep,
            List<Text> selfCare,
            @Nullable Text explainer) {}

    /**
     * Relative weight among 1,000 people with a leg symptom, one number a window of {@link Method#windows}.
     */
    public record Weights(List<Double> byWindow, String basis, List<String> sources) {}

    /** Multiplies the weight when the condition holds; an unknown context leaves it as it is. */
    public record Multiplier(Condition when, double times, List<String> sources) {}

    /**
     * From this share on the answer is at least at this level.
     *
     * @param share between 0 and 1, among this cause and the less urgent ones
     */
    public record Floor(double share, Urgency level, Text why, List<String> sources) {}

    /**
     * A code for records.
     *
     * @param verified the code was checked against a published code page
     * @param complete false when the code system wants more characters (side, encounter)
     */
    public record Coding(String system, String code, String display, boolean verified, boolean complete) {}
}
