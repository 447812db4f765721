package org.afterfusion.triage;

import static org.afterfusion.triage.ReportEdits.answer;
import static org.afterfusion.triage.ReportEdits.with;
import static org.afterfusion.triage.ReportEdits.withCourse;
import static org.afterfusion.triage.ReportEdits.withFindings;
import static org.afterfusion.triage.ReportEdits.withOnset;
import static org.afterfusion.triage.ReportEdits.withStart;
import static org.afterfusion.triage.ReportEdits.withSurgery;
import static org.afterfusion.triage.ReportEdits.without;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.afterfusion.triage.SymptomReport.Patient;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.Procedure;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.SymptomReport.Surgery;

/** Takes everything out of a failing report that the failure does not need. */
final class SmallestReport {

    private SmallestReport() {}

    static SymptomReport of(SymptomReport failing, Predicate<SymptomReport> fails) {
        var report = failing;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (var candidate : smaller(report)) {
                if (!candidate.equals(report) && fails.test(candidate)) {
                    report = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return report;
    }

    private static List<SymptomReport> smaller(SymptomReport report) {
        var candidates = new ArrayList<SymptomReport>();
        var surgery = report.surgery();
        int half = report.findings().size() / 2;
        candidates.add(withFindings(report, report.findings().subList(0, half)));
        candidates.add(withFindings(
                report, report.findings().subList(half, report.findings().size())));
        report.findings().forEach(answer -> candidates.add(without(report, answer.id())));
        candidates.add(new SymptomReport(
                new Patient(null, null, null),
                new Surgery(surgery.daysAgo(), Procedure.FUSION, null, null, null, null, null, null, null, null),
                report.symptomsStartedDaysAgo(),
                report.findings(),
                null));
        candidates.add(withOnset(report, null));
        candidates.addAll(withLessContext(report));
        for (var answer : report.findings()) {
            candidates.add(with(report, withStart(answer, null, null)));
            candidates.add(with(report, withCourse(answer, null)));
            if (answer.presence() == Presence.PRESENT || answer.presence() == Presence.UNSURE) {
                candidates.add(with(report, answer(answer.id(), Presence.ABSENT)));
            }
        }
        return candidates;
    }

    private static List<SymptomReport> withLessContext(SymptomReport report) {
        var person = report.patient();
        var s = report.surgery();
        var people = List.of(
                new Patient(null, person.sex(), person.bmi()),
                new Patient(person.ageYears(), null, person.bmi()),
                new Patient(person.ageYears(), person.sex(), null));
        var operations = new ArrayList<Surgery>();
        for (int left = 0; left < 9; left++) {
            operations.add(new Surgery(
                    s.daysAgo(),
                    left == 0 ? Procedure.FUSION : s.procedure(),
                    left == 1 ? null : s.approach(),
                    left == 2 ? null : s.levelsFused(),
                    left == 3 ? null : s.fusedToSacrum(),
                    left == 4 ? null : s.interbodyCage(),
                    left == 5 ? null : s.ownHipBone(),
                    left == 6 ? null : s.bmp(),
                    left == 7 ? null : s.revision(),
                    left == 8 ? null : s.duralTear()));
        }
        var reports = new ArrayList<SymptomReport>();
        people.forEach(patient -> reports.add(new SymptomReport(
                patient, s, report.symptomsStartedDaysAgo(), report.findings(), report.reportedBy())));
        operations.forEach(operation -> reports.add(withSurgery(report, operation)));
        return reports;
    }

    static String describe(ReportedFinding answer) {
        var text = new StringBuilder(answer.id()).append(": ");
        text.append(
                answer.presence() != null
                        ? Words.of(answer.presence())
                        : answer.choice() != null ? answer.choice() : String.valueOf(answer.value()));
        if (answer.startedDaysAgo() != null) {
            text.append(", started ").append(answer.startedDaysAgo()).append(" days ago");
        }
        if (answer.sinceBeforeSurgery() != null) {
            text.append(answer.sinceBeforeSurgery() ? ", since before surgery" : ", since surgery");
        }
        if (answer.course() != null) {
            text.append(", ").append(Words.of(answer.course()));
        }
        return text.toString();
    }
}
