package org.afterfusion.triage;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.afterfusion.Measured;
import org.afterfusion.knowledge.GrownKnowledge;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.testing.CaseReports;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What one triage costs with more and more knowledge; the reports are the same, each about another copy. */
public class GrowthBenchmark extends Measured {

    private static final int FINDINGS = 40;

    @Param({"1", "2", "5", "10"})
    private int times;

    private TriageEngine engine;
    private List<SymptomReport> reports;
    private int next;

    @Setup
    public void grow() throws IOException {
        engine = new TriageEngine(GrownKnowledge.of(CaseReports.KNOWLEDGE, times));
        var originals = CaseReports.withFindings(KnowledgeLoader.load(CaseReports.KNOWLEDGE), FINDINGS);
        reports = IntStream.range(0, originals.size())
                .mapToObj(place -> inCopy(place % times, originals.get(place)))
                .toList();
    }

    private static SymptomReport inCopy(int copy, SymptomReport report) {
        return new SymptomReport(
                report.patient(),
                report.surgery(),
                report.symptomsStartedDaysAgo(),
                report.findings().stream().map(answer -> inCopy(copy, answer)).toList(),
                report.reportedBy());
    }

    private static ReportedFinding inCopy(int copy, ReportedFinding answer) {
        return new ReportedFinding(
                GrownKnowledge.idIn(copy, answer.id()),
                answer.presence(),
                answer.value(),
                answer.choice(),
                answer.startedDaysAgo(),
                answer.sinceBeforeSurgery(),
                answer.course());
    }

    @Benchmark
    public Triage triage() {
        next = next + 1 < reports.size() ? next + 1 : 0;
        return engine.triage(reports.get(next));
    }
}
