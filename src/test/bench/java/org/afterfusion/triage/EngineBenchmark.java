package org.afterfusion.triage;

import java.util.List;
import org.afterfusion.Measured;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.testing.CaseReports;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** What one triage costs, over the reports of the published cases with forty findings each. */
public class EngineBenchmark extends Measured {

    private static final int FINDINGS = 40;

    private TriageEngine engine;
    private List<SymptomReport> reports;
    private int next;

    @Setup
    public void load() {
        engine = new TriageEngine(KnowledgeLoader.load(CaseReports.KNOWLEDGE));
        reports = CaseReports.withFindings(engine.knowledge(), FINDINGS);
    }

    private SymptomReport report() {
        next = next + 1 < reports.size() ? next + 1 : 0;
        return reports.get(next);
    }

    @Benchmark
    public Triage triage() {
        return engine.triage(report());
    }

    @Benchmark
    public Object prospects() {
        return engine.prospects(report());
    }
}
