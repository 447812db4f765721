package org.afterfusion.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.Condition;
import org.afterfusion.triage.KnowledgeBase;

/** Checks that nothing is idle: every finding matters to some cause or rule, and something speaks for every cause. */
final class UseChecks {

    private final KnowledgeBase knowledge;
    private final Map<String, KnowledgeFiles.FindingFamily> families;
    private final List<KnowledgeIssue> issues = new ArrayList<>();

    private UseChecks(KnowledgeBase knowledge, Map<String, KnowledgeFiles.FindingFamily> families) {
        this.knowledge = knowledge;
        this.families = families;
    }

    /** @param families the findings by the file they are in */
    static List<KnowledgeIssue> check(KnowledgeBase knowledge, Map<String, KnowledgeFiles.FindingFamily> families) {
        var checks = new UseChecks(knowledge, families);
        checks.run();
        return checks.issues;
    }

    private void run() {
        var used = new HashSet<String>();
        conditions().flatMap(Condition::findings).forEach(used::add);
        knowledge.combinations().forEach(combination -> used.addAll(combination.all()));
        families.forEach((path, family) -> family.findings().forEach(finding -> {
            boolean isUsed = used.contains(finding.id()) || !finding.evidence().isEmpty();
            if (isUsed == (finding.recordedBecause() != null)) {
                issues.add(new KnowledgeIssue(
                        path,
                        finding.id(),
                        isUsed ? "is used, so recordedBecause must go" : "is used by no cause and no rule"));
            }
        }));
        var supported = new HashSet<String>();
        knowledge.findings().stream()
                .flatMap(finding -> finding.evidence().stream())
                .forEach(evidence -> evidence.causes().forEach((cause, frequency) -> {
                    if (frequency > evidence.baseRate()) {
                        supported.add(cause);
                    }
                }));
        knowledge.causes().stream()
                .filter(cause -> !supported.contains(cause.id()))
                .forEach(cause -> issues.add(
                        new KnowledgeIssue("causes/" + cause.id() + ".yaml", "", "no finding speaks for this cause")));
    }

    private Stream<Condition> conditions() {
        var ofFlags = knowledge.redFlags().stream()
                .flatMap(flag -> flag.floors().stream())
                .flatMap(floor ->
                        floor.unless() == null ? Stream.of(floor.when()) : Stream.of(floor.when(), floor.unless()));
        var ofCauses = Stream.concat(knowledge.causes().stream(), Stream.of(knowledge.unexplained()))
                .flatMap(cause -> Stream.concat(
                        cause.multipliers().stream().map(Cause.Multiplier::when),
                        Stream.ofNullable(cause.firstOnlyIf())));
        return Stream.concat(ofFlags, ofCauses);
    }
}
