package org.afterfusion.triage;

import java.util.Locale;
import java.util.stream.Stream;

/** The words for constants in knowledge files and on the wire: {@code SAME_DAY} is {@code same-day}. */
public final class Words {

    private static final ClassValue<String[]> WORDS = new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> type) {
            return Stream.of(type.getEnumConstants())
                    .map(constant ->
                            ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toArray(String[]::new);
        }
    };

    private Words() {}

    public static String of(Enum<?> constant) {
        return WORDS.get(constant.getDeclaringClass())[constant.ordinal()];
    }
}
