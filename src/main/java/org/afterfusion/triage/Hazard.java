package org.afterfusion.triage;

import java.util.List;

/**
 * One way in which the service could lead to harm, and what stands against it.
 *
 * @param id {@code hz-} and a number; never reused
 * @param hazard what goes wrong
 * @param how what could bring it about
 * @param before the risk without any control
 * @param after the risk with the controls; never higher than before, and lower only where a test proves a control
 * @param residual what is left, and what whoever deploys the service must do about it
 */
public record Hazard(
        String id,
        Text hazard,
        Text harm,
        Text how,
        List<Affected> affected,
        Risk before,
        Controls controls,
        Risk after,
        Text residual) {

    /** Who could come to harm, or has to deal with it. */
    public enum Affected {
        PATIENT,
        CARER,
        CLINICIAN,
        EMERGENCY_CARE,
        DEPLOYER
    }

    /** How bad the harm could be, from least to worst. */
    public enum Severity {
        MINOR,
        SIGNIFICANT,
        CONSIDERABLE,
        MAJOR,
        CATASTROPHIC
    }

    /** How likely the harm is, from least to most. */
    public enum Likelihood {
        VERY_LOW,
        LOW,
        MEDIUM,
        HIGH,
        VERY_HIGH
    }

    public record Risk(Severity severity, Likelihood likelihood) {

        public boolean isHigherThan(Risk other) {
            return severity.compareTo(other.severity) > 0 || likelihood.compareTo(other.likelihood) > 0;
        }
    }

    /**
     * What the service itself does about a hazard; all empty where it can do nothing.
     *
     * @param rules ids of red flags
     * @param design properties of the service
     * @param tests that prove them, as {@code Class} or {@code Class#method} of the test tree
     */
    public record Controls(List<String> rules, List<Text> design, List<String> tests) {}
}
