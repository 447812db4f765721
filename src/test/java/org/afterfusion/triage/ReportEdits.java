package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.List;
import org.afterfusion.triage.SymptomReport.Course;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.SymptomReport.Surgery;
import org.jspecify.annotations.Nullable;

/** Answers, and copies of a report with one thing changed. */
final class ReportEdits {

    private ReportEdits() {}

    static ReportedFinding answer(String id, Presence presence) {
        return new ReportedFinding(id, presence, null, null, null, null, null);
    }

    static ReportedFinding value(String id, double value) {
        return new ReportedFinding(id, null, value, null, null, null, null);
    }

    static ReportedFinding choice(String id, String choice) {
        return new ReportedFinding(id, null, null, choice, null, null, null);
    }

    static ReportedFinding withCourse(ReportedFinding answer, @Nullable Course course) {
        return new ReportedFinding(
                answer.id(),
                answer.presence(),
                answer.value(),
                answer.choice(),
                answer.startedDaysAgo(),
                answer.sinceBeforeSurgery(),
                course);
    }

    static ReportedFinding withStart(
            ReportedFinding answer, @Nullable Integer startedDaysAgo, @Nullable Boolean sinceBeforeSurgery) {
        return new ReportedFinding(
                answer.id(),
                answer.presence(),
                answer.value(),
                answer.choice(),
                startedDaysAgo,
                sinceBeforeSurgery,
                answer.course());
    }

    static SymptomReport with(SymptomReport report, ReportedFinding answer) {
        var findings = new ArrayList<>(report.findings());
        findings.removeIf(other -> other.id().equals(answer.id()));
        findings.add(answer);
        return withFindings(report, findings);
    }

    static SymptomReport without(SymptomReport report, String finding) {
        var others = new ArrayList<>(report.findings());
        others.removeIf(answer -> answer.id().equals(finding));
        return withFindings(report, others);
    }

    static SymptomReport withFindings(SymptomReport report, List<ReportedFinding> findings) {
        return new SymptomReport(
                report.patient(), report.surgery(), report.symptomsStartedDaysAgo(), findings, report.reportedBy());
    }

    static SymptomReport withSurgery(SymptomReport report, Surgery surgery) {
        return new SymptomReport(
                report.patient(), surgery, report.symptomsStartedDaysAgo(), report.findings(), report.reportedBy());
    }

    static SymptomReport withOnset(SymptomReport report, @Nullable Integer symptomsStartedDaysAgo) {
        return new SymptomReport(
                report.patient(), report.surgery(), symptomsStartedDaysAgo, report.findings(), report.reportedBy());
    }

    static SymptomReport onDay(SymptomReport report, int day) {
        var surgery = report.surgery();
        return withSurgery(
                report,
                new Surgery(
                        day,
                        surgery.procedure(),
                        surgery.approach(),
                        surgery.levelsFused(),
                        surgery.fusedToSacrum(),
                        surgery.interbodyCage(),
                        surgery.ownHipBone(),
                        surgery.bmp(),
                        surgery.revision(),
                        surgery.duralTear()));
    }
}
