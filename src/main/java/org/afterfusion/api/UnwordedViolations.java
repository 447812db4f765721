package org.afterfusion.api;

import jakarta.inject.Singleton;
import jakarta.validation.MessageInterpolator;
import java.util.Locale;

/**
 * Leaves violations unworded, since {@link Constraints} words them: the framework's own wording reads Accept-Language again and
 * fails on a malformed one.
 */
@Singleton
final class UnwordedViolations implements MessageInterpolator {

    @Override
    public String interpolate(String messageTemplate, Context context) {
        return messageTemplate;
    }

    @Override
    public String interpolate(String messageTemplate, Context context, Locale locale) {
        return messageTemplate;
    }
}
