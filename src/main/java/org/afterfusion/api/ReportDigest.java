package org.afterfusion.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.afterfusion.triage.SymptomReport;

/** A hash of what a report says, so that an answer can be matched to it without repeating it. */
final class ReportDigest {

    /** A record prints all of its components and the report keeps its findings sorted, so its text is canonical. */
    String of(SymptomReport report) {
        var hash = sha256().digest(report.toString().getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
