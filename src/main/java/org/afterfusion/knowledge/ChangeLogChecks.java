package org.afterfusion.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.ChangeLog;
import org.afterfusion.triage.ChangeLog.Change;
import org.afterfusion.triage.ChangeLog.Effect;
import org.afterfusion.triage.ChangeLog.Kind;
import org.afterfusion.triage.ChangeLog.Release;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Words;

/** Checks that the change log goes down in time and versions from the knowledge in service, and names what exists. */
final class ChangeLogChecks {

    private static final String FILE = "changes.yaml";
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");

    private final KnowledgeBase knowledge;
    private final ChangeLog log;
    private final List<KnowledgeIssue> issues = new ArrayList<>();

    private ChangeLogChecks(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
        log = knowledge.changeLog();
    }

    static List<KnowledgeIssue> check(KnowledgeBase knowledge) {
        var checks = new ChangeLogChecks(knowledge);
        if (new Completeness(knowledge.languages(), checks::report).check("", checks.log)) {
            checks.run();
        }
        return checks.issues;
    }

    private void run() {
        var newest = of(Kind.KNOWLEDGE).map(Release::version).findFirst().orElse("none");
        if (!newest.equals(knowledge.version())) {
            report("releases", "the newest of the knowledge is " + newest + ", in service is " + knowledge.version());
        }
        Stream.of(Kind.values()).forEach(this::checkVersions);
        checkDates();
        log.releases().stream()
                .filter(release -> release.changes().isEmpty())
                .forEach(release -> report(release.version(), "names no change"));
        checkIds("findings", Change::findings, ids(knowledge.findings(), Finding::id));
        checkIds("causes", Change::causes, ids(knowledge.causes(), Cause::id));
        checkIds("redFlags", Change::redFlags, ids(knowledge.redFlags(), RedFlag::id));
    }

    private void checkVersions(Kind kind) {
        var versions = of(kind).map(Release::version).toList();
        var badlyFormed = versions.stream()
                .filter(version -> !VERSION.matcher(version).matches())
                .toList();
        badlyFormed.forEach(version -> report(version, "is not a version such as 2026.11.0"));
        for (int i = 1; badlyFormed.isEmpty() && i < versions.size(); i++) {
            if (number(versions.get(i)) >= number(versions.get(i - 1))) {
                report(versions.get(i), "stands below an older version of the " + Words.of(kind));
            }
        }
    }

    private static long number(String version) {
        var parts = VERSION.matcher(version);
        return parts.matches()
                ? Long.parseLong(parts.group(1)) * 100_000_000
                        + Long.parseLong(parts.group(2)) * 10_000
                        + Long.parseLong(parts.group(3))
                : 0;
    }

    private void checkDates() {
        var later = LocalDate.MAX;
        for (var release : log.releases()) {
            try {
                var date = LocalDate.parse(release.date());
                if (date.isAfter(later)) {
                    report(release.version() + ".date", "is later than that of the entry above");
                }
                later = date;
            } catch (DateTimeException e) {
                report(release.version() + ".date", "is not a date such as 2026-11-22");
            }
        }
    }

    /** An id exists, unless a change took it away; one that was taken away never comes back. */
    private void checkIds(String what, Function<Change, List<String>> named, Set<String> existing) {
        var removed = log.releases().stream()
                .flatMap(release -> release.changes().stream())
                .filter(change -> change.effect() == Effect.REMOVED)
                .flatMap(change -> named.apply(change).stream())
                .collect(Collectors.toSet());
        for (var release : log.releases()) {
            for (var change : release.changes()) {
                for (var id : named.apply(change)) {
                    if (removed.contains(id) && existing.contains(id)) {
                        report(release.version() + "." + what, "was removed but exists: " + id);
                    } else if (!removed.contains(id) && !existing.contains(id)) {
                        report(release.version() + "." + what, "unknown id " + id);
                    }
                }
            }
        }
    }

    private Stream<Release> of(Kind kind) {
        return log.releases().stream().filter(release -> release.kind() == kind);
    }

    private static <T> Set<String> ids(List<T> all, Function<T, String> id) {
        return all.stream().map(id).collect(Collectors.toSet());
    }

    private void report(String path, String problem) {
        issues.add(new KnowledgeIssue(FILE, path, problem));
    }
}
