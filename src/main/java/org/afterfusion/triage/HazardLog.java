package org.afterfusion.triage;

import java.util.List;

/**
 * What is known to be able to go wrong.
 *
 * @param notice what the ratings are worth
 * @param severities what each word means, least first
 * @param likelihoods what each word means, least first
 * @param anomalies what is known not to be as it should
 */
public record HazardLog(
        Review review,
        Text notice,
        List<SeverityMeaning> severities,
        List<LikelihoodMeaning> likelihoods,
        List<Hazard> hazards,
        List<Anomaly> anomalies) {

    public record SeverityMeaning(Hazard.Severity severity, Text meaning) {}

    public record LikelihoodMeaning(Hazard.Likelihood likelihood, Text meaning) {}

    /**
     * A known shortcoming that has not been mended.
     *
     * @param id {@code an-} and a number; never reused
     * @param workaround what to do meanwhile
     * @param hazards ids of the hazards that it feeds
     */
    public record Anomaly(String id, Text what, Text workaround, List<String> hazards) {}
}
