package org.afterfusion.triage;

import org.jspecify.annotations.Nullable;

/**
 * Where a number or a rule comes from.
 *
 * @param href https address; null when the source has none
 * @param printed the identifier as the bibliography prints it
 * @param depth how much of it was read
 */
public record Source(
        String id, String cite, @Nullable String href, String printed, String depth, String kind, Text supports) {}
