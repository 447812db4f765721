package org.afterfusion.api;

import jakarta.inject.Singleton;
import java.util.List;
import org.afterfusion.api.TriageMeters.Source;
import org.afterfusion.api.problem.Fault;
import org.afterfusion.api.problem.ProblemException;
import org.afterfusion.triage.TriageEngine;

/** Answers one report from its bytes, whether it comes alone or as a line of a batch. */
@Singleton
final class Triages {

    private final ReportReader reports;
    private final TriageEngine engine;
    private final Answers answers;
    private final TriageMeters meters;

    Triages(ReportReader reports, TriageEngine engine, Answers answers, TriageMeters meters) {
        this.reports = reports;
        this.engine = engine;
        this.answers = answers;
        this.meters = meters;
    }

    /**
     * Reads a report, triages it and words the answer.
     *
     * @param faultsBefore found in the rest of the request
     * @throws ProblemException naming every fault
     */
    TriageResponse answer(byte[] body, List<Fault> faultsBefore, String language, Source source) {
        long began = System.nanoTime();
        var report = reports.read(body, faultsBefore);
        var triage = engine.triage(report);
        var answer = answers.of(report, triage, language);
        meters.answered(triage, source, System.nanoTime() - began);
        return answer;
    }
}
