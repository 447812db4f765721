package org.afterfusion.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RecoveryPhase;
import org.afterfusion.triage.RecoveryTimeline;
import org.afterfusion.triage.Source;
import org.jspecify.annotations.Nullable;

/** Checks that every day after surgery falls into one phase of the recovery, and that each phase is short and sourced. */
final class RecoveryChecks {

    private static final String FILE = "recovery.yaml";

    private final RecoveryTimeline timeline;
    private final Set<String> sources;
    private final Completeness completeness;
    private final List<KnowledgeIssue> issues = new ArrayList<>();

    private RecoveryChecks(KnowledgeBase knowledge) {
        timeline = knowledge.recovery();
        sources = knowledge.sources().stream().map(Source::id).collect(Collectors.toSet());
        completeness = new Completeness(knowledge.languages(), this::report);
    }

    static List<KnowledgeIssue> check(KnowledgeBase knowledge) {
        var checks = new RecoveryChecks(knowledge);
        if (checks.completeness.check("", checks.timeline)) {
            checks.run();
        }
        return checks.issues;
    }

    private void run() {
        if (!KnowledgeChecks.isSigned(timeline.review())) {
            report("review", KnowledgeChecks.UNSIGNED);
        }
        checkLength("anyTime", timeline.anyTime(), 1, 3);
        var ids = new HashSet<String>();
        for (var phase : timeline.phases()) {
            if (!ids.add(phase.id())) {
                report(path(phase), "is there twice");
            }
            checkPhase(path(phase), phase);
        }
        checkDays();
    }

    private void checkPhase(String path, RecoveryPhase phase) {
        checkLength(path + ".usual", phase.usual(), 2, 5);
        checkLength(path + ".tellTeam", phase.tellTeam(), 1, 3);
        if (phase.sources().isEmpty()) {
            report(path, "has no source");
        }
        phase.sources().stream()
                .filter(source -> !sources.contains(source))
                .forEach(source -> report(path + ".sources", "unknown id " + source));
    }

    private void checkLength(String path, List<?> texts, int least, int most) {
        if (texts.size() < least || texts.size() > most) {
            report(path, "has " + least + " to " + most + " entries");
        }
    }

    private void checkDays() {
        if (timeline.phases().isEmpty()) {
            report("phases", "are missing");
            return;
        }
        @Nullable Integer next = 0;
        for (var phase : timeline.phases()) {
            var days = phase.days();
            if (next == null) {
                report(path(phase) + ".days", "come after a phase without an end");
                return;
            }
            if (!next.equals(days.from())) {
                report(path(phase) + ".days", "start on day " + next);
            }
            if (days.to() != null && days.from() != null && days.to() < days.from()) {
                report(path(phase) + ".days", "end before they start");
            }
            next = days.to() == null ? null : Integer.valueOf(days.to() + 1);
        }
        if (next != null) {
            report("phases", "end on day " + (next - 1) + ": the last one has no end");
        }
    }

    private static String path(RecoveryPhase phase) {
        return "phases." + phase.id();
    }

    private void report(String path, String problem) {
        issues.add(new KnowledgeIssue(FILE, path, problem));
    }
}
