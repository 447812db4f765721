package org.afterfusion.api.json;

import com.fasterxml.jackson.core.SerializableString;
import org.jspecify.annotations.Nullable;

/** Keeps JSON once it has been written. Threads may write it twice, with the same result. */
public final class Encoded {

    SerializableString @Nullable [] parts;
}
