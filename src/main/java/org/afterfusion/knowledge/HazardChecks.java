package org.afterfusion.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterfusion.triage.Hazard;
import org.afterfusion.triage.HazardLog;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RedFlag;

/** Checks that the hazard log is complete, names what exists and rates no risk lower without a reason. */
final class HazardChecks {

    private static final String FILE = "hazards.yaml";
    private static final String TEST_NAME = "[A-Z]\\w*Test(#[a-z]\\w*)?";

    private final HazardLog log;
    private final Completeness completeness;
    private final Set<String> rules;
    private final Set<String> seen = new HashSet<>();
    private final List<KnowledgeIssue> issues = new ArrayList<>();

    private HazardChecks(KnowledgeBase knowledge) {
        log = knowledge.hazardLog();
        completeness = new Completeness(knowledge.languages(), this::report);
        rules = knowledge.redFlags().stream().map(RedFlag::id).collect(Collectors.toSet());
    }

    static List<KnowledgeIssue> check(KnowledgeBase knowledge) {
        var checks = new HazardChecks(knowledge);
        if (checks.completeness.check("", checks.log)) {
            checks.run();
        }
        return checks.issues;
    }

    private void run() {
        if (!KnowledgeChecks.isSigned(log.review())) {
            report("review", KnowledgeChecks.UNSIGNED);
        }
        scale(
                "severities",
                log.severities().stream()
                        .map(HazardLog.SeverityMeaning::severity)
                        .toList(),
                Hazard.Severity.values());
        scale(
                "likelihoods",
                log.likelihoods().stream()
                        .map(HazardLog.LikelihoodMeaning::likelihood)
                        .toList(),
                Hazard.Likelihood.values());
        log.hazards().forEach(this::checkHazard);
        var hazards = log.hazards().stream().map(Hazard::id).collect(Collectors.toSet());
        for (var anomaly : log.anomalies()) {
            checkId(anomaly.id(), "an-\\d{2,}");
            known(anomaly.id() + ".hazards", anomaly.hazards(), hazards);
        }
    }

    private void checkHazard(Hazard hazard) {
        var id = hazard.id();
        var controls = hazard.controls();
        checkId(id, "hz-\\d{2,}");
        if (hazard.affected().isEmpty()) {
            report(id + ".affected", "names nobody");
        }
        known(id + ".controls.rules", controls.rules(), rules);
        controls.tests().stream()
                .filter(test -> !test.matches(TEST_NAME))
                .forEach(test -> report(id + ".controls.tests", "is not a test's name: " + test));
        if (hazard.after().isHigherThan(hazard.before())) {
            report(id + ".after", "is a higher risk than before");
        } else if (!hazard.after().equals(hazard.before()) && controls.tests().isEmpty()) {
            report(id + ".after", "is a lower risk that no test proves");
        }
    }

    private void checkId(String id, String form) {
        if (!id.matches(form)) {
            report(id, "has the wrong form");
        }
        if (!seen.add(id)) {
            report(id, "is there twice");
        }
    }

    private void scale(String path, List<?> described, Object[] all) {
        if (!described.equals(List.of(all))) {
            report(path, "must be all words, least first");
        }
    }

    private void known(String path, List<String> ids, Set<String> all) {
        ids.stream().filter(id -> !all.contains(id)).forEach(id -> report(path, "unknown id " + id));
    }

    private void report(String path, String problem) {
        issues.add(new KnowledgeIssue(FILE, path, problem));
    }
}
