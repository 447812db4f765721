package org.afterfusion.api;

import java.util.function.Predicate;
import org.afterfusion.api.SafetyFile.AnomalyEntry;
import org.afterfusion.api.SafetyFile.ControlsEntry;
import org.afterfusion.api.SafetyFile.HazardEntry;
import org.afterfusion.api.SafetyFile.HazardLogEntry;
import org.afterfusion.api.SafetyFile.IntendedUseEntry;
import org.afterfusion.api.SafetyFile.RiskEntry;
import org.afterfusion.api.SafetyFile.ScaleEntry;
import org.afterfusion.triage.Hazard;
import org.afterfusion.triage.IntendedUse;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.Words;

/** Words the safety file: what the service is for, and how it could lead to harm. */
final class SafetyFileEntries {

    private SafetyFileEntries() {}

    static IntendedUseEntry intendedUse(IntendedUse use, String language) {
        return new IntendedUseEntry(
                use.purpose().in(language),
                Text.in(language, use.users()),
                Text.in(language, use.patients()),
                use.environment().in(language),
                Text.in(language, use.limits()),
                Text.in(language, use.notFor()),
                use.conformity().in(language));
    }

    /** Words the hazard log with only those hazards that are wanted. */
    static HazardLogEntry hazards(KnowledgeBase knowledge, Predicate<Hazard> wanted, String language) {
        var log = knowledge.hazardLog();
        return new HazardLogEntry(
                knowledge.version(),
                Words.of(log.review().status()),
                log.notice().in(language),
                log.severities().stream()
                        .map(one -> new ScaleEntry(
                                Words.of(one.severity()), one.meaning().in(language)))
                        .toList(),
                log.likelihoods().stream()
                        .map(one -> new ScaleEntry(
                                Words.of(one.likelihood()), one.meaning().in(language)))
                        .toList(),
                log.hazards().stream()
                        .filter(wanted)
                        .map(hazard -> hazard(hazard, language))
                        .toList(),
                log.anomalies().stream()
                        .map(anomaly -> new AnomalyEntry(
                                anomaly.id(),
                                anomaly.what().in(language),
                                anomaly.workaround().in(language),
                                anomaly.hazards()))
                        .toList());
    }

    private static HazardEntry hazard(Hazard hazard, String language) {
        var controls = hazard.controls();
        return new HazardEntry(
                hazard.id(),
                hazard.hazard().in(language),
                hazard.harm().in(language),
                hazard.how().in(language),
                hazard.affected().stream().map(Words::of).toList(),
                risk(hazard.before()),
                new ControlsEntry(controls.rules(), Text.in(language, controls.design()), controls.tests()),
                risk(hazard.after()),
                hazard.residual().in(language));
    }

    private static RiskEntry risk(Hazard.Risk risk) {
        return new RiskEntry(Words.of(risk.severity()), Words.of(risk.likelihood()));
    }
}
