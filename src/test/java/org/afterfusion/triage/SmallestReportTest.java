package org.afterfusion.triage;

import static org.afterfusion.triage.ReportEdits.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.testing.Reports;
import org.junit.jupiter.api.Test;

/** What a broken invariant would print. */
class SmallestReportTest {

    private static final KnowledgeBase KNOWLEDGE = KnowledgeLoader.load(Path.of("src/main/resources/knowledge"));

    @Test
    void onlyWhatTheFailureNeedsIsLeft() throws IOException {
        var failing = with(
                with(new ReassuringReport(KNOWLEDGE.findings()).onDay(12), Reports.present("foot-drop")),
                Reports.value("temperature", 38.6));

        var smallest = SmallestReport.of(failing, report -> report.findings()
                .containsAll(Set.of(Reports.present("foot-drop"), Reports.value("temperature", 38.6))));

        assertThat(new JsonMapper().readTree(Reports.write(smallest))).isEqualTo(new JsonMapper().readTree("""
                                        { "patient": {}, "surgery": { "daysAgo": 12, "procedure": "fusion" },
                                          "findings": [ { "id": "foot-drop", "presence": "present" },
                                                        { "id": "temperature", "value": 38.6 } ] }
                                        """));
    }

    @Test
    void whatIsPrintedCanBePosted() throws IOException {
        var reports = new RandomReports(KNOWLEDGE.findings(), Set.of(), 99);
        for (int number = 0; number < 200; number++) {
            var report = reports.next(reports.random(number));

            assertThat(Reports.read(new JsonMapper().readTree(Reports.write(report))))
                    .isEqualTo(report);
        }
    }
}
