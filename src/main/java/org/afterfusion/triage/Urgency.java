package org.afterfusion.triage;

/** How soon to act, low to high. What each level means and asks for is written in the knowledge base. */
public enum Urgency {
    ROUTINE(1),
    SOON(2),
    SAME_DAY(3),
    EMERGENCY(4),
    EMERGENCY_AMBULANCE(5);

    private final int rank;

    Urgency(int rank) {
        this.rank = rank;
    }

    /** Returns 1 for {@link #ROUTINE} to 5 for {@link #EMERGENCY_AMBULANCE}. */
    public int rank() {
        return rank;
    }

    public boolean isHigherThan(Urgency other) {
        return compareTo(other) > 0;
    }

    public Urgency orHigher(Urgency other) {
        return other.isHigherThan(this) ? other : this;
    }
}
