package org.afterfusion.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;

/** The reports of the published cases, brought to one number of findings. */
public final class CaseReports {

    public static final Path KNOWLEDGE = Path.of("src/main/resources/knowledge");

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final JsonMapper JSON = new JsonMapper();

    private CaseReports() {}

    /** Returns the report of each case; what the case leaves out is answered "no", in an order of its own, until it is full. */
    public static List<SymptomReport> withFindings(KnowledgeBase knowledge, int findings) {
        var ids = knowledge.findings().stream()
                .filter(finding -> finding.type() == Finding.Type.PRESENCE)
                .map(Finding::id)
                .toList();
        var reports = new ArrayList<SymptomReport>();
        for (var report : reports()) {
            int first = reports.size() * 31 % ids.size();
            var order = Stream.concat(ids.stream().skip(first), ids.stream().limit(first));
            reports.add(filled(report, order.toList(), findings));
        }
        return reports;
    }

    private static List<SymptomReport> reports() {
        return Stream.of("requests.jsonl", "recoded.jsonl")
                .flatMap(file -> lines(file).stream())
                .flatMap(line -> {
                    try {
                        var reports = JSON.readTree(line);
                        return Stream.of(reports.get("statedOnly"), reports.get("screened"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .map(Reports::read)
                .toList();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(CASES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SymptomReport filled(SymptomReport report, List<String> ids, int findings) {
        var answers = new LinkedHashMap<String, ReportedFinding>();
        report.findings().stream().limit(findings).forEach(answer -> answers.put(answer.id(), answer));
        ids.stream()
                .filter(id -> !answers.containsKey(id))
                .limit(findings - answers.size())
                .forEach(id -> answers.put(id, new ReportedFinding(id, Presence.ABSENT, null, null, null, null, null)));
        return new SymptomReport(
                report.patient(),
                report.surgery(),
                report.symptomsStartedDaysAgo(),
                List.copyOf(answers.values()),
                report.reportedBy());
    }
}
