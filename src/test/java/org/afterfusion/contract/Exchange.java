package org.afterfusion.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer, as they went over the wire.
 *
 * @param path with its query, still escaped
 * @param sentType the {@code Content-Type} of the request
 * @param headers of the answer, by their names in lower case
 */
record Exchange(
        String method,
        String path,
        @Nullable String sentType,
        byte[] sent,
        int status,
        Map<String, String> headers,
        byte[] answer) {

    @Override
    public String toString() {
        return method + " " + path + " -> " + status;
    }
}
