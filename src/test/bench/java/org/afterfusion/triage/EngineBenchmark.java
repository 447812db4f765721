package org.afterfusion.triage;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.testing.CaseReports;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one triage costs, over the reports of the published cases with forty findings each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineBenchmark {

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
