package org.afterfusion.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.InterviewPlan;
import org.afterfusion.triage.InterviewPlan.Screen;
import org.afterfusion.triage.InterviewPlan.Trigger;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Source;
import org.jspecify.annotations.Nullable;

/** Checks that every finding can be asked, on one screen, and that no safety question waits for anything. */
final class InterviewChecks {

    private static final String FILE = "interview.yaml";
    private static final int ALWAYS_ASKED = 1;
    private static final int ONLY_WHEN_TRIGGERED = 3;

    private final InterviewPlan plan;
    private final Map<String, Finding> findings;
    private final Set<String> sources;
    private final Completeness completeness;
    private final ConditionChecks conditions;
    private final List<KnowledgeIssue> issues = new ArrayList<>();

    private InterviewChecks(KnowledgeBase knowledge) {
        plan = knowledge.interview();
        findings = knowledge.findings().stream()
                .collect(Collectors.toMap(Finding::id, Function.identity(), (first, second) -> first));
        sources = knowledge.sources().stream().map(Source::id).collect(Collectors.toSet());
        completeness = new Completeness(knowledge.languages(), this::report);
        conditions = new ConditionChecks(findings, this::report);
    }

    static List<KnowledgeIssue> check(KnowledgeBase knowledge) {
        var checks = new InterviewChecks(knowledge);
        if (checks.completeness.check("", checks.plan)) {
            checks.run();
        }
        return checks.issues;
    }

    private void run() {
        if (!KnowledgeChecks.isSigned(plan.review())) {
            report("review", KnowledgeChecks.UNSIGNED);
        }
        checkScreens();
        var triggered = checkTriggers();
        for (var finding : findings.values()) {
            checkTier(finding, triggered.contains(finding.id()));
        }
        checkEveryoneIsReached();
        checkMethod();
    }

    private void checkScreens() {
        var ids = new HashSet<String>();
        var placed = new HashSet<String>();
        for (var screen : plan.screens()) {
            if (!ids.add(screen.id())) {
                report("screens." + screen.id(), "is there twice");
            }
            checkScreen("screens." + screen.id(), screen, placed);
        }
        findings.keySet().stream()
                .filter(id -> !placed.contains(id))
                .sorted()
                .forEach(id -> report("screens", "leave out " + id));
    }

    private void checkScreen(String path, Screen screen, Set<String> placed) {
        boolean single = screen.findings().size() == 1;
        if (screen.findings().isEmpty()) {
            report(path, "asks nothing");
        }
        if (single == (screen.heading() != null)) {
            report(path + ".heading", "goes with several questions, and only with several");
        }
        for (var id : screen.findings()) {
            var finding = known(path, id);
            if (!placed.add(id)) {
                report(path, id + " is asked twice");
            }
            if (finding != null && !single && finding.type() != Finding.Type.PRESENCE) {
                report(path, id + " is no yes-or-no question and needs a screen of its own");
            }
        }
    }

    private Set<String> checkTriggers() {
        var triggered = new HashSet<String>();
        for (int i = 0; i < plan.triggers().size(); i++) {
            var trigger = plan.triggers().get(i);
            var path = "triggers[" + i + "]";
            if (trigger.onlyIf() == null && trigger.notIf() == null) {
                report(path, "has no condition");
            }
            conditions.check(path + ".onlyIf", trigger.onlyIf());
            conditions.check(path + ".notIf", trigger.notIf());
            for (var id : trigger.findings()) {
                known(path, id);
                if (!triggered.add(id)) {
                    report(path, id + " is there twice");
                }
            }
        }
        return triggered;
    }

    /** An answer always asked for can be missing only where another one settles it; else no result would ever be final. */
    private void checkTier(Finding finding, boolean triggered) {
        if (finding.tier() == ALWAYS_ASKED && triggered && finding.settledIf() == null) {
            report("triggers", finding.id() + " is always asked");
        }
        if (finding.tier() == ONLY_WHEN_TRIGGERED && !triggered) {
            report("triggers", finding.id() + " is asked only when something makes it worth asking");
        }
    }

    /** What waits only for findings that themselves are never asked is never asked. */
    private void checkEveryoneIsReached() {
        var reached = new HashSet<>(findings.keySet());
        plan.triggers().forEach(trigger -> reached.removeAll(trigger.findings()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (var trigger : plan.triggers()) {
                grows |= canHold(trigger, reached) && reached.addAll(trigger.findings());
            }
        }
        findings.keySet().stream()
                .filter(id -> !reached.contains(id))
                .sorted()
                .forEach(id -> report("triggers", id + " can never be asked"));
    }

    private static boolean canHold(Trigger trigger, Set<String> reached) {
        return trigger.onlyIf() == null
                || trigger.onlyIf().leaves().anyMatch(leaf -> {
                    var named = leaf.findings().toList();
                    return named.isEmpty() || named.stream().anyMatch(reached::contains);
                });
    }

    private void checkMethod() {
        var method = plan.method();
        must(method.enough() > 0 && method.enough() < 1, "enough", "lies between 0 and 1");
        must(method.mostScreens() > 0, "mostScreens", "is greater than 0");
        must(
                method.mostBeforeReassuring() >= method.mostScreens(),
                "mostBeforeReassuring",
                "is not less than mostScreens");
        must(
                method.raisingCounts() > 0 && Double.isFinite(method.raisingCounts()),
                "raisingCounts",
                "is greater than 0");
        must(method.nearFrom() > 0 && method.nearFrom() <= 1, "nearFrom", "lies between 0 and 1");
        must(method.tellingFrom() >= 1 && Double.isFinite(method.tellingFrom()), "tellingFrom", "is 1 or more");
        must(!method.sources().isEmpty(), "sources", "are missing");
        method.sources().stream()
                .filter(source -> !sources.contains(source))
                .forEach(source -> report("method", "unknown id " + source));
    }

    private void must(boolean holds, String path, String problem) {
        if (!holds) {
            report("method." + path, problem);
        }
    }

    private @Nullable Finding known(String path, String id) {
        var finding = findings.get(id);
        if (finding == null) {
            report(path, "unknown id " + id);
        }
        return finding;
    }

    private void report(String path, String problem) {
        issues.add(new KnowledgeIssue(FILE, path, problem));
    }
}
