package org.afterfusion.api;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.api.SymptomReportRequest.FindingRequest;
import org.afterfusion.api.problem.Fault;
import org.afterfusion.api.problem.Fault.Code;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.Words;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Checks answers against the catalogue: known, once, of the right kind, within range and without contradiction. */
final class FindingChecks {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private static final List<String> ANSWERS = List.of("/presence", "/value", "/choice");

    private final Map<String, Finding> findings;

    FindingChecks(KnowledgeBase knowledge) {
        findings = knowledge.findings().stream().collect(Collectors.toMap(Finding::id, Function.identity()));
    }

    void check(SymptomReportRequest request, List<Fault> faults) {
        if (request.findings() == null) {
            return;
        }
        var noted = faults.stream().map(Fault::pointer).collect(Collectors.toSet());
        var daysAgo = request.surgery() == null || noted.contains("/surgery/daysAgo")
                ? null
                : request.surgery().daysAgo();
        var firstAt = new HashMap<String, String>();
        for (int i = 0; i < request.findings().size(); i++) {
            var answer = request.findings().get(i);
            var pointer = "/findings/" + i;
            if (answer == null) {
                continue;
            }
            if (answer.id() != null && !noted.contains(pointer + "/id")) {
                checkId(answer.id(), pointer, firstAt, faults);
            }
            if (ANSWERS.stream().noneMatch(name -> noted.contains(pointer + name))) {
                checkAnswer(answer, findings.get(answer.id()), pointer, faults);
            }
            checkTimes(answer, noted.contains(pointer + "/startedDaysAgo") ? null : daysAgo, pointer, faults);
        }
    }

    private void checkId(String id, String pointer, Map<String, String> firstAt, List<Fault> faults) {
        var earlier = firstAt.putIfAbsent(id, pointer);
        if (earlier != null) {
            faults.add(Fault.of(pointer + "/id", Code.DUPLICATE_FINDING, earlier));
        }
        if (!findings.containsKey(id)) {
            faults.add(Fault.of(pointer + "/id", Code.UNKNOWN_FINDING, closest(id)));
        }
    }

    private String closest(String id) {
        return findings.keySet().stream()
                .min(Comparator.comparingInt((String known) -> DISTANCE.apply(id, known))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static void checkAnswer(
            FindingRequest answer, @Nullable Finding finding, String pointer, List<Fault> faults) {
        long given = Stream.of(answer.presence(), answer.value(), answer.choice())
                .filter(one -> one != null)
                .count();
        if (given != 1) {
            faults.add(Fault.of(pointer, Code.EXACTLY_ONE_ANSWER));
            return;
        }
        if (finding == null || answer.presence() == Presence.UNSURE) {
            return;
        }
        var type = answer.presence() != null
                ? Finding.Type.PRESENCE
                : answer.value() != null ? Finding.Type.VALUE : Finding.Type.CHOICE;
        if (type != finding.type()) {
            faults.add(Fault.of(pointer + "/" + Words.of(type), Code.DOES_NOT_FIT, Words.of(finding.type())));
            return;
        }
        var range = finding.range();
        if (answer.value() != null && range != null) {
            if (answer.value() < range.minimum() || answer.value() > range.maximum()) {
                faults.add(Fault.of(
                        pointer + "/value", Code.OUT_OF_RANGE, plain(range.minimum()), plain(range.maximum())));
            }
        }
        if (answer.choice() != null) {
            var choices = finding.choices().stream().map(Finding.Choice::id).toList();
            if (!choices.contains(answer.choice())) {
                faults.add(Fault.of(pointer + "/choice", Code.UNKNOWN_WORD, String.join(", ", choices)));
            }
        }
    }

    private static void checkTimes(
            FindingRequest answer, @Nullable Integer daysAgo, String pointer, List<Fault> faults) {
        if (answer.startedDaysAgo() == null) {
            return;
        }
        if (answer.presence() != null && answer.presence() != Presence.PRESENT) {
            faults.add(Fault.of(pointer + "/startedDaysAgo", Code.DOES_NOT_FIT, "present, value, choice"));
        }
        if (daysAgo != null && answer.sinceBeforeSurgery() != null) {
            boolean before = answer.startedDaysAgo() > daysAgo;
            if (before != answer.sinceBeforeSurgery()) {
                faults.add(Fault.of(pointer + "/sinceBeforeSurgery", Code.CONTRADICTION, pointer + "/startedDaysAgo"));
            }
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
