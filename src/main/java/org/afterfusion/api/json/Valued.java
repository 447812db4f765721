package org.afterfusion.api.json;

import org.jspecify.annotations.Nullable;

/** A part of answers that hands over what is to be written, which costs less than having it looked up by reflection. */
public interface Valued {

    /** Returns the values of its properties in their order; of a {@link Framed} part only those that vary. */
    @Nullable
    Object[] values();
}
