package org.afterfusion.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.afterfusion.triage.SymptomReport;
import org.jspecify.annotations.Nullable;

/** A hash of what a report says, so that an answer can be matched to it without repeating it. */
final class ReportDigest {

    String of(SymptomReport report) {
        var hash = sha256().digest(canonical(report).getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(hash);
    }

    /** Says all that the report says and nothing else; it keeps its findings sorted. */
    private static String canonical(SymptomReport report) {
        var text = new StringBuilder(4_096);
        var patient = report.patient();
        add(text, patient.ageYears(), patient.sex(), patient.bmi());
        var surgery = report.surgery();
        add(text, surgery.daysAgo(), surgery.procedure(), surgery.approach(), surgery.levelsFused());
        add(text, surgery.fusedToSacrum(), surgery.interbodyCage(), surgery.ownHipBone(), surgery.bmp());
        add(text, surgery.revision(), surgery.duralTear(), report.symptomsStartedDaysAgo(), report.reportedBy());
        for (var finding : report.findings()) {
            add(text, finding.id(), finding.presence(), finding.value(), finding.choice());
            add(text, finding.startedDaysAgo(), finding.sinceBeforeSurgery(), finding.course());
        }
        return text.toString();
    }

    private static void add(StringBuilder text, @Nullable Object... values) {
        for (var value : values) {
            if (value instanceof Enum<?> word) {
                text.append(word.name());
            } else if (value != null) {
                text.append(value);
            }
            text.append(',');
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
