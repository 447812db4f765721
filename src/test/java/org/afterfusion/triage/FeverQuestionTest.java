package org.afterfusion.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.testing.Reports;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.Triage.OpenQuestion;
import org.junit.jupiter.api.Test;

/** Who has no thermometer can still say whether there was a fever. */
class FeverQuestionTest {

    private static final TriageEngine ENGINE =
            new TriageEngine(KnowledgeLoader.load(Path.of("src/main/resources/knowledge")));

    @Test
    void noFeverSettlesTheTemperature() {
        var triage = withoutThermometer(Reports.answered("fever", Presence.ABSENT));

        assertThat(triage.status()).isEqualTo(Triage.Status.FINAL);
        assertThat(triage.urgency()).isEqualTo(Urgency.ROUTINE);
    }

    @Test
    void aDoubtLeavesTheTemperatureOpen() {
        var triage = withoutThermometer(Reports.answered("fever", Presence.UNSURE));

        assertThat(triage.status()).isEqualTo(Triage.Status.PROVISIONAL);
        assertThat(triage.openQuestions()).extracting(OpenQuestion::finding).contains("temperature");
    }

    @Test
    void feverCountsLikeAMeasuredOne() {
        var triage = withoutThermometer(Reports.answered("fever", Presence.PRESENT));

        assertThat(triage.urgency()).isEqualTo(Urgency.SAME_DAY);
        assertThat(triage.rulesFired()).contains("rf-21");
    }

    private static Triage withoutThermometer(ReportedFinding fever) {
        var calm = Reports.reassuring(ENGINE.knowledge(), 10, List.of(fever));
        return ENGINE.triage(new SymptomReport(
                calm.patient(),
                calm.surgery(),
                calm.symptomsStartedDaysAgo(),
                calm.findings().stream()
                        .filter(finding -> !finding.id().equals("temperature"))
                        .toList(),
                calm.reportedBy()));
    }
}
