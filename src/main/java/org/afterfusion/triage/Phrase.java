package org.afterfusion.triage;

/** The texts an answer needs by name; {@code {0}} in a text takes the place of a name, {@code {1}} of what is said of it. */
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
    REASON_NOT_ASKED,
    /** {@code {0}} is the fact, {@code {1}} the title of the level it would bring. */
    WOULD_RAISE,
    /** {@code {0}} names both facts, {@code {1}} is the title of the level they would bring. */
    WOULD_RAISE_TOGETHER,
    FACT_AT_LEAST,
    FACT_BELOW,
    FACT_CHOICE,
    /** Why an interview goes on or stops, each by the name of its reason. */
    INTERVIEW_SAFETY_QUESTION_OPEN,
    INTERVIEW_LEVEL_UNCLEAR,
    INTERVIEW_CAUSE_UNCLEAR,
    INTERVIEW_AMBULANCE,
    INTERVIEW_EMERGENCY,
    INTERVIEW_NOTHING_LEFT,
    INTERVIEW_ENOUGH,
    INTERVIEW_LIMIT
}
