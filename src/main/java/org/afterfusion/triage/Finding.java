package org.afterfusion.triage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked or observed: a symptom, a sign a person can see, a risk factor or a piece of history.
 *
 * @param tier 1 is always asked (safety first), 2 by default, 3 only when something else makes it worth asking
 * @param cluster findings of one cluster speak of the same thing and are not counted as if they were independent
 * @param label noun phrase, starts in lower case
 * @param ask the question to the person
 * @param synonyms lay words by language, for search
 * @param range bounds of a {@link Type#VALUE}; null for other types
 * @param choices options of a {@link Type#CHOICE}, in rising order of concern; else empty
 * @param worst the most worrying number of a {@link Type#VALUE}, used to see what an open question could still bring
 * @param absentChoice the option that amounts to a "no"; null when none does
 * @param settledIf while it holds, this safety question need not be answered: a "no" to others settles it; null for most
 * @param recordedBecause why it is asked although nothing in the knowledge base uses it; null when something does
 * @param evidence what the answers say about the causes; empty when only rules or weights use the finding
 */
public record Finding(
        String id,
        Kind kind,
        Type type,
        int tier,
        String cluster,
        Text label,
        Text ask,
        Text why,
        Text clinicalTerm,
        Map<String, List<String>> synonyms,
        @Nullable Range range,
        List<Choice> choices,
        @Nullable Double worst,
        @Nullable String absentChoice,
        @Nullable Condition settledIf,
        @Nullable String recordedBecause,
        List<Evidence> evidence) {

    public Finding {
        choices = List.copyOf(choices);
        evidence = List.copyOf(evidence);
    }

    /** The number at which a {@link Type#VALUE} is most worrying. */
    double worstValue() {
        return worst == null ? Double.NaN : worst;
    }

    public enum Kind {
        SYMPTOM,
        SIGN,
        HISTORY,
        RISK_FACTOR
    }

    /** What an answer looks like. */
    public enum Type {
        PRESENCE,
        VALUE,
        CHOICE
    }

    public record Range(double minimum, double maximum, String unit) {}

    /**
     * An option.
     *
     * @param course what choosing this option says of the way the whole problem goes; null when nothing
     */
    public record Choice(String id, Text label, SymptomReport.@Nullable Course course) {}
}
