package org.afterfusion.triage;

import java.util.Locale;

/** The words for constants in knowledge files and on the wire: {@code SAME_DAY} is {@code same-day}. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
