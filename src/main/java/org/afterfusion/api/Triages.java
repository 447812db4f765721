package org.afterfusion.api;

import jakarta.inject.Singleton;
import java.util.List;
import org.afterfusion.api.problem.Fault;
import org.afterfusion.api.problem.ProblemException;
import org.afterfusion.triage.TriageEngine;

/** Answers one report from its bytes, whether it comes alone or as a line of a batch. */
@Singleton
final class Triages {

    private final ReportReader reports;
    private final TriageEngine engine;
    private final Answers answers;

    Triages(ReportReader reports, TriageEngine engine, Answers answers) {
        this.reports = reports;
        this.engine = engine;
        this.answers = answers;
    }

    /**
     * Reads a report, triages it and words the answer.
     *
     * @param faultsBefore found in the rest of the request
     * @throws ProblemException naming every fault
     */
    TriageResponse answer(byte[] body, List<Fault> faultsBefore, String language) {
        var report = reports.read(body, faultsBefore);
        return answers.of(report, engine.triage(report), language);
    }
}
