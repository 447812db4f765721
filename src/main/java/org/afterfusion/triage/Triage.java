package org.afterfusion.triage;

import java.util.List;

/**
 * The answer to one report. Ids only: texts are in the knowledge base.
 *
 * @param setBy what asks for this urgency; may be empty for {@link Urgency#ROUTINE}
 * @param causes likeliest first
 * @param mustExclude dangerous causes that the facts do not let one drop, likeliest first
 * @param unexplainedShare share of everything the knowledge base does not model
 * @param openQuestions safety questions whose answer could raise the urgency, most decisive first
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
        List<String> rulesFired,
        List<RedFlag> watchFor,
        List<String> notices) {

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
}
