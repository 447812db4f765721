package org.afterfusion.triage;

/** The texts an answer needs by name; {@code {0}} in a text takes the place of a name. */
public enum Phrase {
    GENERAL_NOTICE,
    ONSET_UNKNOWN,
    /** What to do about an emergency when there is no answer. */
    SAFETY_NET,
    BECAUSE_LIKELY_CAUSE,
    BECAUSE_NO_CLEAR_CAUSE,
    BECAUSE_OPEN_QUESTIONS,
    REASON_PRESENT,
    REASON_ABSENT,
    REASON_NOT_ASKED
}
