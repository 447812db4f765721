package org.afterfusion.triage;

import java.util.List;

/**
 * What one level asks of the person.
 *
 * @param actWithin ISO 8601 duration in which to act
 * @param contact key of {@link KnowledgeBase#contacts}
 * @param recheckAfter ISO 8601 duration after which to ask again
 * @param meanwhile what to do until then
 */
public record UrgencyLevel(
        Urgency level,
        Text title,
        Text action,
        String actWithin,
        String contact,
        String recheckAfter,
        List<Text> meanwhile) {}
