package org.afterfusion.api.http;

import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an operation has to add to the line of its request in the access log: words of the service's own and counts. Never anything
 * of a report. Asked once, when the answer has gone.
 */
@FunctionalInterface
public interface AccessNotes {

    /** Names each note and its value. */
    void forEach(BiConsumer<String, String> line);

    /** Leaves the notes for the line of a request. */
    default void leaveWith(RoutingContext request) {
        request.put(AccessNotes.class.getName(), this);
    }

    /** Returns the notes left with a request. */
    static @Nullable AccessNotes of(RoutingContext request) {
        return request.get(AccessNotes.class.getName());
    }
}
