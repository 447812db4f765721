package org.afterfusion.triage;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one report. Ids only: texts are in the knowledge base.
 *
 * @param setBy what asks for this urgency; may be empty for {@link Urgency#ROUTINE}
 * @param causes likeliest first
 * @param mustExclude dangerous causes that the facts do not let one drop, likeliest first
 * @param unexplainedShare share of everything the knowledge base does not model
 * @param openQuestions safety questions whose answer could raise the urgency: the highest level first, then those whose answer
 *     would tell most about the causes
 * @param wouldRaise the smallest new facts for which red flags would ask for a higher urgency: single facts before pairs,
 *     facts not asked about before those denied, then the likeliest first; at most {@value #MOST_CHANGES}, and none from
 *     {@link Urgency#EMERGENCY} on, where nothing may delay
 * @param rulesFired red flags that hold, whatever their level
 * @param watchFor red flags that have not fired, whose {@linkplain RedFlag#watchFor() sign} would bring a higher level
 * @param notices keys of {@link KnowledgeBase#phrases}
 */
public record Triage(
        Urgency urgency,
        List<Trigger> setBy,
        Status status,
        List<RankedCause> causes,
        List<RankedCause> mustExclude,
        double unexplainedShare,
        List<OpenQuestion> openQuestions,
        List<Change> wouldRaise,
        List<String> rulesFired,
        List<RedFlag> watchFor,
        List<String> notices) {

    public Triage {
        setBy = Collections.unmodifiableList(setBy);
        causes = Collections.unmodifiableList(causes);
        mustExclude = Collections.unmodifiableList(mustExclude);
        openQuestions = Collections.unmodifiableList(openQuestions);
        wouldRaise = Collections.unmodifiableList(wouldRaise);
        rulesFired = Collections.unmodifiableList(rulesFired);
        watchFor = Collections.unmodifiableList(watchFor);
        notices = Collections.unmodifiableList(notices);
    }

    public static final int MOST_CHANGES = 5;

    public enum Status {
        FINAL,
        /** An answer not given yet could raise the urgency. */
        PROVISIONAL,
        /** The knowledge base was not made for this person or operation. */
        OUT_OF_SCOPE
    }

    /** What kind of thing asks for a level. */
    public enum Origin {
        RED_FLAG,
        LIKELY_CAUSE,
        NO_CLEAR_CAUSE,
        OPEN_QUESTIONS,
        SCOPE
    }

    /**
     * Something that asks for a level.
     *
     * @param id of the red flag, cause or scope limit; of the kind itself where there is only one
     * @param findings those of the report that made it hold
     */
    public record Trigger(Origin origin, String id, Urgency level, List<String> findings) {}

    /**
     * A safety question not answered, or answered "not sure".
     *
     * @param couldRaiseTo the level its most worrying answer could bring
     */
    public record OpenQuestion(String finding, Urgency couldRaiseTo) {}

    /**
     * New facts that would raise the urgency, none of which would do so alone when there are two.
     *
     * @param facts one or two, about different findings, in the order of their ids
     * @param to the level the red flags ask for with these facts added to the report
     */
    public record Change(List<Fact> facts, Urgency to) {}

    /**
     * A new answer: the finding is present, or its number or option is the one named.
     *
     * @param finding id
     * @param atLeast from this number on; null when the fact is not a number that rises
     * @param below under this number; null when the fact is not a number that falls
     * @param choice id of the option; null when the fact is none
     */
    public record Fact(
            String finding,
            @Nullable Double atLeast,
            @Nullable Double below,
            @Nullable String choice) {}
}
