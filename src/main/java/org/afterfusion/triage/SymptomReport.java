package org.afterfusion.triage;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is reported about one person: who they are in three numbers, which operation, and an answer for each finding asked.
 *
 * <p>{@code null} always means not known, never "no"; a finding left out was not asked, which is not the same as absent.
 * Findings are kept sorted by id, so two reports that differ in the order of their answers are equal.
 *
 * @param symptomsStartedDaysAgo days since the present problem began; more than {@link Surgery#daysAgo} means that it was there
 *     before the operation
 * @param findings at most one entry a finding
 */
public record SymptomReport(
        Patient patient,
        Surgery surgery,
        @Nullable Integer symptomsStartedDaysAgo,
        List<ReportedFinding> findings,
        @Nullable Reporter reportedBy) {

    public SymptomReport {
        findings = findings.stream()
                .sorted(Comparator.comparing(ReportedFinding::id))
                .toList();
    }

    /**
     * The person.
     *
     * @param bmi body mass index in kg/m²
     */
    public record Patient(
            @Nullable Integer ageYears,
            @Nullable Sex sex,
            @Nullable Double bmi) {}

    /**
     * The operation.
     *
     * @param daysAgo days since the operation, 0 on the day itself
     */
    public record Surgery(
            int daysAgo,
            Procedure procedure,
            @Nullable Approach approach,
            @Nullable Integer levelsFused,
            @Nullable Boolean fusedToSacrum,
            @Nullable Boolean interbodyCage,
            @Nullable Boolean ownHipBone,
            @Nullable Boolean bmp,
            @Nullable Boolean revision,
            @Nullable Boolean duralTear) {}

    /**
     * One answer: exactly one of {@code presence}, {@code value} and {@code choice} is given.
     *
     * @param value in the unit of the finding
     * @param startedDaysAgo days since this finding began
     * @param sinceBeforeSurgery it was there before the operation, date unknown
     * @param course how it went since it began
     */
    public record ReportedFinding(
            String id,
            @Nullable Presence presence,
            @Nullable Double value,
            @Nullable String choice,
            @Nullable Integer startedDaysAgo,
            @Nullable Boolean sinceBeforeSurgery,
            @Nullable Course course) {}

    public enum Presence {
        PRESENT,
        ABSENT,
        UNSURE
    }

    public enum Course {
        BETTER,
        SAME,
        WORSE
    }

    public enum Sex {
        FEMALE,
        MALE,
        OTHER
    }

    public enum Procedure {
        FUSION,
        OTHER_SPINE_SURGERY,
        UNKNOWN
    }

    /** The side of the body from which the spine was reached. */
    public enum Approach {
        POSTERIOR,
        ANTERIOR,
        LATERAL,
        OBLIQUE,
        COMBINED,
        UNKNOWN
    }

    /** Who answers; it never changes the result. */
    public enum Reporter {
        PATIENT,
        CARER,
        CLINICIAN
    }
}
