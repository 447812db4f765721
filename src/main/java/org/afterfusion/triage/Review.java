package org.afterfusion.triage;

import org.jspecify.annotations.Nullable;

/** Whether a clinician has reviewed a piece of knowledge; {@code by} and {@code date} are given once one has. */
public record Review(
        Status status, @Nullable String by, @Nullable String date) {

    public enum Status {
        DRAFT,
        REVIEWED
    }
}
