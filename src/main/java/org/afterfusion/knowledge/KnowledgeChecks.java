package org.afterfusion.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.Combination;
import org.afterfusion.triage.EducationLink;
import org.afterfusion.triage.Evidence;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Phrase;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Review;
import org.afterfusion.triage.Source;
import org.afterfusion.triage.Urgency;
import org.afterfusion.triage.UrgencyLevel;
import org.afterfusion.triage.Words;
import org.jspecify.annotations.Nullable;

/** Checks what no single file can know: that everything named exists, is complete in every language, is sourced and is used. */
final class KnowledgeChecks {

    static final String UNSIGNED = "reviewed needs by and date, draft has neither";

    private final KnowledgeBase knowledge;
    private final Map<String, KnowledgeFiles.FindingFamily> families;
    private final List<KnowledgeIssue> issues = new ArrayList<>();
    private final Map<String, Finding> findings;
    private final Set<String> causes;
    private final Set<String> sources;
    private final Completeness completeness;
    private final ConditionChecks conditions;
    private String file = "";

    private KnowledgeChecks(KnowledgeBase knowledge, Map<String, KnowledgeFiles.FindingFamily> families) {
        this.knowledge = knowledge;
        this.families = families;
        findings = knowledge.findings().stream()
                .collect(Collectors.toMap(Finding::id, Function.identity(), (first, second) -> first));
        causes = allCauses().map(Cause::id).collect(Collectors.toSet());
        sources = ids(knowledge.sources(), Source::id);
        completeness = new Completeness(knowledge.languages(), this::report);
        conditions = new ConditionChecks(findings, this::report);
    }

    /** @param families the findings by the file they are in */
    static List<KnowledgeIssue> check(KnowledgeBase knowledge, Map<String, KnowledgeFiles.FindingFamily> families) {
        var checks = new KnowledgeChecks(knowledge, families);
        checks.run();
        return checks.issues;
    }

    private void run() {
        boolean head = completeHead();
        boolean texts = completeTexts();
        if (!head || !texts) {
            // Everything else is checked against these two.
            return;
        }
        in("knowledge.yaml", this::checkHead);
        in("texts.yaml", this::checkTexts);
        var seen = new HashSet<String>();
        families.forEach((path, family) -> in(path, () -> checkFamily(family, seen)));
        in("combinations.yaml", () -> {
            unique(knowledge.combinations(), Combination::id);
            knowledge.combinations().forEach(this::checkCombination);
        });
        in("causes", () -> unique(knowledge.causes(), Cause::id));
        knowledge.causes().forEach(cause -> in("causes/" + cause.id() + ".yaml", () -> checkCause(cause)));
        in("unexplained.yaml", () -> checkCause(knowledge.unexplained()));
        knowledge.redFlags().forEach(flag -> in("red-flags/" + flag.id() + ".yaml", () -> checkRedFlag(flag)));
        in("education.yaml", () -> {
            unique(knowledge.education(), EducationLink::id);
            knowledge.education().forEach(this::checkLink);
            knowledge.languages().forEach(this::checkGeneralReading);
        });
        in("sources.yaml", () -> {
            unique(knowledge.sources(), Source::id);
            knowledge.sources().forEach(source -> {
                complete(String.valueOf(source.id()), source);
                secure(source.id(), source.href());
            });
        });
        in("urgency-levels.yaml", this::checkLevels);
        issues.addAll(HazardChecks.check(knowledge));
        issues.addAll(ChangeLogChecks.check(knowledge));
        issues.addAll(InterviewChecks.check(knowledge));
        issues.addAll(RecoveryChecks.check(knowledge));
        if (issues.isEmpty()) {
            issues.addAll(UseChecks.check(knowledge, families));
        }
    }

    private boolean completeHead() {
        file = "knowledge.yaml";
        return complete(
                "",
                new KnowledgeFiles.Head(
                        knowledge.version(),
                        knowledge.review(),
                        knowledge.languages(),
                        knowledge.intendedUse(),
                        knowledge.method(),
                        knowledge.scope()));
    }

    private boolean completeTexts() {
        file = "texts.yaml";
        return complete("", new KnowledgeFiles.Texts(knowledge.contacts(), knowledge.phrases()));
    }

    private void checkTexts() {
        Stream.of(Phrase.values())
                .forEach(phrase ->
                        known("phrases", Words.of(phrase), knowledge.phrases().keySet()));
    }

    private void checkHead() {
        checkReview("review", knowledge.review());
        checkSources("method", knowledge.method().sources());
        MethodChecks.check(knowledge.method(), (path, problem) -> report("method." + path, problem));
        knowledge.scope().forEach(limit -> {
            conditions.check("scope." + limit.notice() + ".when", limit.when());
            known("scope." + limit.notice(), limit.notice(), knowledge.phrases().keySet());
        });
    }

    private void checkFamily(KnowledgeFiles.FindingFamily family, Set<String> seen) {
        if (complete("review", family.review())) {
            checkReview("review", family.review());
        }
        for (var finding : family.findings()) {
            if (!seen.add(finding.id())) {
                report(finding.id(), "is there twice");
            }
            checkFinding(finding);
        }
    }

    private void checkFinding(Finding finding) {
        var path = String.valueOf(finding.id());
        if (!complete(path, finding)) {
            return;
        }
        if (!finding.synonyms().keySet().equals(Set.copyOf(knowledge.languages()))) {
            report(path + ".synonyms", "must be in " + knowledge.languages());
        }
        if ((finding.type() == Finding.Type.VALUE) != (finding.range() != null)) {
            report(path + ".range", "goes with a value, and only with one");
        }
        if ((finding.type() == Finding.Type.VALUE) != (finding.worst() != null)) {
            report(path + ".worst", "goes with a value, and only with one");
        }
        if (finding.range() != null && finding.worst() != null) {
            var range = finding.range();
            if (!(range.minimum() <= finding.worst() && finding.worst() <= range.maximum())) {
                report(path + ".worst", "lies within the range");
            }
        }
        if ((finding.type() == Finding.Type.CHOICE) == finding.choices().isEmpty()) {
            report(path + ".choices", "go with a choice, and only with one");
        }
        if (finding.tier() < 1 || finding.tier() > 3) {
            report(path + ".tier", "is 1, 2 or 3");
        }
        if (finding.absentChoice() != null) {
            conditions.checkChoice(path + ".absentChoice", finding, finding.absentChoice());
        }
        if (finding.settledIf() != null) {
            conditions.check(path + ".settledIf", finding.settledIf());
            if (!finding.settledIf().reassures()) {
                report(path + ".settledIf", "must rest on a no to other findings");
            }
        }
        for (var evidence : finding.evidence()) {
            checkEvidence(path + ".evidence", finding, evidence);
        }
    }

    private void checkEvidence(String path, Finding finding, Evidence evidence) {
        checkFrequencies(path, evidence.baseRate(), evidence.causes());
        checkSources(path, evidence.sources());
        evidence.onlyIf().forEach(id -> known(path + ".onlyIf", id, findings.keySet()));
        boolean aboutNumber = evidence.atLeast() != null || evidence.atMost() != null;
        if (aboutNumber != (finding.type() == Finding.Type.VALUE)) {
            report(path, "atLeast and atMost go with a value, and only with one");
        }
        if (evidence.choice() != null) {
            conditions.checkChoice(path, finding, evidence.choice());
        } else if (finding.type() == Finding.Type.CHOICE) {
            report(path, "names no choice");
        }
    }

    private void checkCombination(Combination combination) {
        if (!complete(String.valueOf(combination.id()), combination)) {
            return;
        }
        if (combination.all().isEmpty()) {
            report(combination.id() + ".all", "is empty: the combination always holds");
        }
        checkFrequencies(combination.id(), combination.baseRate(), combination.causes());
        checkSources(combination.id(), combination.sources());
        Stream.of(combination.all(), combination.none(), combination.replaces())
                .flatMap(Collection::stream)
                .forEach(id -> known(combination.id(), id, findings.keySet()));
    }

    private void checkFrequencies(String path, double baseRate, Map<String, Double> frequencies) {
        Stream.concat(Stream.of(baseRate), frequencies.values().stream())
                .filter(share -> !(share > 0 && share < 1))
                .forEach(share -> report(path, "a frequency lies between 0 and 1, not at " + share));
        frequencies.keySet().forEach(cause -> known(path + ".causes", cause, causes));
    }

    private void checkCause(Cause cause) {
        if (!complete("", cause)) {
            return;
        }
        checkReview("review", cause.review());
        known("contact", cause.contact(), knowledge.contacts().keySet());
        checkSources("sources", cause.sources());
        checkSources("weights", cause.weights().sources());
        if (cause.weights().byWindow().size() != knowledge.method().windows().size()) {
            report("weights.byWindow", "needs one weight a window");
        }
        if (cause.weights().byWindow().stream().anyMatch(weight -> weight < 0)) {
            report("weights.byWindow", "is never negative");
        }
        if (cause.floor() != null) {
            if (!(cause.floor().share() > 0 && cause.floor().share() <= 1)) {
                report("floor.share", "lies between 0 and 1");
            }
            checkSources("floor", cause.floor().sources());
        }
        for (int i = 0; i < cause.multipliers().size(); i++) {
            var multiplier = cause.multipliers().get(i);
            conditions.check("multipliers[" + i + "].when", multiplier.when());
            checkSources("multipliers[" + i + "]", multiplier.sources());
            if (!(multiplier.times() > 0 && Double.isFinite(multiplier.times()))) {
                report("multipliers[" + i + "].times", "is greater than 0");
            }
        }
        conditions.check("firstOnlyIf", cause.firstOnlyIf());
    }

    private void checkRedFlag(RedFlag flag) {
        if (!complete("", flag)) {
            return;
        }
        checkReview("review", flag.review());
        checkSources("sources", flag.sources());
        flag.pointsTo().forEach(cause -> known("pointsTo", cause, causes));
        if (flag.floors().isEmpty()) {
            report("floors", "are missing: the rule can never fire");
        }
        for (int i = 0; i < flag.floors().size(); i++) {
            var floor = flag.floors().get(i);
            conditions.check("floors[" + i + "].when", floor.when());
            if (floor.when().reassures()) {
                report("floors[" + i + "].when", "rests on a reassuring fact, which belongs under unless");
            }
            conditions.check("floors[" + i + "].unless", floor.unless());
        }
    }

    private void checkLink(EducationLink link) {
        if (!complete(String.valueOf(link.id()), link)) {
            return;
        }
        secure(link.id(), link.url());
        known(link.id() + ".language", link.language(), Set.copyOf(knowledge.languages()));
        link.causes().forEach(cause -> known(link.id() + ".causes", cause, causes));
    }

    private void checkGeneralReading(String language) {
        if (knowledge.education().stream()
                .noneMatch(link ->
                        link.general() && language.equals(link.language()) && link.seen() == EducationLink.Seen.READ)) {
            report("", "no general page that was read in " + language);
        }
    }

    private void checkLevels() {
        if (!knowledge.levels().stream().map(UrgencyLevel::level).toList().equals(List.of(Urgency.values()))) {
            report("levels", "must be all levels, lowest first");
        }
        knowledge.levels().forEach(level -> {
            if (!complete(String.valueOf(level.level()), level)) {
                return;
            }
            known("contact", level.contact(), knowledge.contacts().keySet());
        });
    }

    private Stream<Cause> allCauses() {
        return Stream.concat(knowledge.causes().stream(), Stream.of(knowledge.unexplained()));
    }

    private void checkReview(String path, Review review) {
        if (!isSigned(review)) {
            report(path, UNSIGNED);
        }
    }

    static boolean isSigned(Review review) {
        boolean reviewed = review.status() == Review.Status.REVIEWED;
        return (review.by() != null) == reviewed && (review.date() != null) == reviewed;
    }

    private void checkSources(String path, List<String> cited) {
        if (cited.isEmpty()) {
            report(path, "has no source");
        }
        cited.forEach(source -> known(path, source, sources));
    }

    private void secure(String path, @Nullable String url) {
        if (url != null && !url.startsWith("https://")) {
            report(path, "the link is not https");
        }
    }

    private void known(String path, String id, Set<String> ids) {
        if (!ids.contains(id)) {
            report(path, "unknown id " + id);
        }
    }

    private <T> void unique(List<T> all, Function<T, String> id) {
        var seen = new HashSet<String>();
        all.stream().map(id).filter(one -> !seen.add(one)).forEach(twice -> report(twice, "is there twice"));
    }

    private static <T> Set<String> ids(List<T> all, Function<T, String> id) {
        return all.stream().map(id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean complete(String path, @Nullable Object value) {
        return completeness.check(path, value);
    }

    private void in(String file, Runnable check) {
        this.file = file;
        check.run();
    }

    private void report(String path, String problem) {
        issues.add(new KnowledgeIssue(file, path, problem));
    }
}
