package org.afterfusion.triage;

import java.util.List;

/**
 * What changed from version to version, in the knowledge and in the contract of the service.
 *
 * @param releases newest first
 */
public record ChangeLog(List<Release> releases) {

    /**
     * One version.
     *
     * @param date as ISO 8601, such as {@code 2026-11-22}
     * @param changes from the version of the same kind before
     */
    public record Release(Kind kind, String version, String date, List<Change> changes) {}

    /** What has the version. */
    public enum Kind {
        KNOWLEDGE,
        CONTRACT
    }

    /**
     * One thing that is other than it was in the version before.
     *
     * @param text says what, to people
     * @param raises whether some report can get a higher level because of it
     * @param lowers whether some report can get a lower level because of it
     * @param findings ids of what it is about; of a removed one, an id that is gone
     * @param causes likewise
     * @param redFlags likewise
     */
    public record Change(
            Effect effect,
            Text text,
            boolean raises,
            boolean lowers,
            List<String> findings,
            List<String> causes,
            List<String> redFlags) {}

    /** How a thing is other than before. */
    public enum Effect {
        ADDED,
        CHANGED,
        CORRECTED,
        REMOVED
    }
}
