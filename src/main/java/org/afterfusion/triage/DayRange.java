package org.afterfusion.triage;

import org.jspecify.annotations.Nullable;

/** Days, both ends included; null is open. */
public record DayRange(@Nullable Integer from, @Nullable Integer to) {

    public boolean contains(double day) {
        return (from == null || day >= from) && (to == null || day <= to);
    }
}
