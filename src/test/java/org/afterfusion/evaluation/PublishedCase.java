package org.afterfusion.evaluation;

import java.util.List;
import org.afterfusion.evaluation.Evaluation.CaseSource;
import org.afterfusion.triage.Urgency;

/**
 * A published story with what it wants of the service; levels and causes are editorial.
 *
 * @param accepted every level that counts as right, lowest first, with the one wanted
 * @param causesOfDiagnosis causes that stand for the final diagnosis
 * @param rightCauses those, and others that a person's report alone cannot tell from them
 */
record PublishedCase(
        String id,
        String kind,
        CaseSource source,
        String group,
        List<String> tags,
        Urgency wanted,
        List<Urgency> accepted,
        List<String> causesOfDiagnosis,
        List<String> rightCauses) {

    boolean isEmergency() {
        return wanted.compareTo(Urgency.EMERGENCY) >= 0;
    }

    boolean isOrdinaryRecovery() {
        return tags.contains("benign");
    }

    boolean isStatedFusion() {
        return !tags.contains("not-a-fusion") && !tags.contains("fusion-not-stated");
    }
}
