package org.afterfusion.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.afterfusion.Measured;
import org.afterfusion.api.json.AnswerMapper;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.testing.CaseReports;
import org.afterfusion.testing.Reports;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.Triage;
import org.afterfusion.triage.TriageEngine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** What reading a report and writing its answer cost, over the reports of the published cases with forty findings each. */
public class JsonBenchmark extends Measured {

    private static final int FINDINGS = 40;
    private static final String LANGUAGE = "en";

    /** A report in all the forms it takes on the way. */
    private record Exchange(byte[] body, SymptomReport report, Triage triage, TriageResponse answer) {}

    private ReportReader reader;
    private Answers answers;
    private ObjectWriter writer;
    private ObjectWriter plainWriter;
    private List<Exchange> exchanges;
    private int next;

    @Setup
    public void answerAll() {
        var engine = new TriageEngine(KnowledgeLoader.load(CaseReports.KNOWLEDGE));
        reader = new ReportReader(
                Validation.buildDefaultValidatorFactory().getValidator(), engine, new KnowledgeVersions(engine));
        answers = new Answers(engine);
        writer = AnswerMapper.of(engine).writerFor(TriageResponse.class);
        plainWriter = new ObjectMapper().writerFor(TriageResponse.class);
        exchanges = CaseReports.withFindings(engine.knowledge(), FINDINGS).stream()
                .map(report -> {
                    var triage = engine.triage(report);
                    return new Exchange(
                            Reports.write(report).getBytes(StandardCharsets.UTF_8),
                            report,
                            triage,
                            answers.of(report, triage, LANGUAGE));
                })
                .toList();
    }

    private Exchange exchange() {
        next = next + 1 < exchanges.size() ? next + 1 : 0;
        return exchanges.get(next);
    }

    @Benchmark
    public SymptomReport read() {
        return reader.read(exchange().body(), List.of());
    }

    @Benchmark
    public Object word() {
        var exchange = exchange();
        return answers.of(exchange.report(), exchange.triage(), LANGUAGE);
    }

    @Benchmark
    public byte[] write() throws JsonProcessingException {
        return writer.writeValueAsBytes(exchange().answer());
    }

    /** The same answer, without what the service keeps of its JSON. */
    @Benchmark
    public byte[] writePlainly() throws JsonProcessingException {
        return plainWriter.writeValueAsBytes(exchange().answer());
    }
}
