package org.afterfusion.api;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.api.Catalog.ChoiceEntry;
import org.afterfusion.api.Catalog.EducationEntry;
import org.afterfusion.api.Catalog.EvidenceEntry;
import org.afterfusion.api.Catalog.FindingEntry;
import org.afterfusion.api.Catalog.SourceEntry;
import org.afterfusion.api.Catalog.UrgencyLevelEntry;
import org.afterfusion.api.CatalogHead.Counts;
import org.afterfusion.api.CatalogHead.KnowledgeEntry;
import org.afterfusion.api.CatalogHead.MethodEntry;
import org.afterfusion.api.CatalogRules.CauseEntry;
import org.afterfusion.api.CatalogRules.FloorEntry;
import org.afterfusion.api.CatalogRules.MultiplierEntry;
import org.afterfusion.api.CatalogRules.RedFlagEntry;
import org.afterfusion.api.CatalogRules.RedFlagFloorEntry;
import org.afterfusion.api.CatalogRules.WeightEntry;
import org.afterfusion.api.json.Encoded;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.Condition;
import org.afterfusion.triage.EducationLink;
import org.afterfusion.triage.Evidence;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Phrase;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Review;
import org.afterfusion.triage.Source;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.UrgencyLevel;
import org.afterfusion.triage.Words;

/** Words the knowledge base as catalogue entries. */
@Singleton
final class CatalogEntries {

    /** What is worded once, and turned into JSON once: the entries that lists are long of. */
    private record Worded(String id, String language) {}

    private final KnowledgeBase knowledge;
    private final Map<Worded, FindingEntry> findings = new ConcurrentHashMap<>();
    private final Map<Worded, CauseEntry> causes = new ConcurrentHashMap<>();
    private final Map<Worded, RedFlagEntry> redFlags = new ConcurrentHashMap<>();
    private final Map<Worded, SourceEntry> sources = new ConcurrentHashMap<>();
    private final Map<String, List<String>> redFlagsByFinding = new HashMap<>();

    CatalogEntries(TriageEngine engine) {
        knowledge = engine.knowledge();
        for (var flag : knowledge.redFlags()) {
            namedIn(flag).distinct().forEach(finding -> redFlagsByFinding
                    .computeIfAbsent(finding, first -> new ArrayList<>())
                    .add(flag.id()));
        }
    }

    FindingEntry finding(Finding finding, String language) {
        return findings.computeIfAbsent(new Worded(finding.id(), language), first -> finding(finding, language, null));
    }

    FindingEntry findingWithEvidence(Finding finding, String language) {
        var evidence = finding.evidence().stream()
                .map(one -> evidence(finding, one, language))
                .toList();
        return finding(finding, language, evidence);
    }

    private FindingEntry finding(
            Finding finding, String language, @org.jspecify.annotations.Nullable List<EvidenceEntry> evidence) {
        var range = finding.range();
        return new FindingEntry(
                finding.id(),
                Words.of(finding.kind()),
                Words.of(finding.type()),
                finding.tier(),
                finding.label().in(language),
                finding.ask().in(language),
                finding.why().in(language),
                finding.clinicalTerm().in(language),
                finding.synonyms().getOrDefault(language, List.of()),
                range == null ? null : range.minimum(),
                range == null ? null : range.maximum(),
                range == null ? null : range.unit(),
                finding.choices().stream()
                        .map(choice ->
                                new ChoiceEntry(choice.id(), choice.label().in(language)))
                        .toList(),
                redFlagsByFinding.getOrDefault(finding.id(), List.of()),
                finding.evidence().stream()
                        .flatMap(one -> one.causes().keySet().stream())
                        .filter(cause -> !cause.equals(knowledge.unexplained().id()))
                        .distinct()
                        .sorted()
                        .toList(),
                evidence,
                new Encoded());
    }

    private static EvidenceEntry evidence(Finding finding, Evidence evidence, String language) {
        return new EvidenceEntry(
                (evidence.label() == null ? finding.label() : evidence.label()).in(language),
                evidence.baseRate(),
                new TreeMap<>(evidence.causes()),
                Words.of(evidence.grade()),
                evidence.basis().in(language),
                evidence.sources());
    }

    CauseEntry cause(Cause cause, String language) {
        return causes.computeIfAbsent(new Worded(cause.id(), language), first -> worded(cause, language));
    }

    private CauseEntry worded(Cause cause, String language) {
        var text = cause.text();
        return new CauseEntry(
                cause.id(),
                text.name().in(language),
                text.clinicalName().in(language),
                text.definition().in(language),
                text.summary().in(language),
                Words.of(cause.urgency()),
                cause.dangerous(),
                cause.contact(),
                text.onset().in(language),
                text.howOften().in(language),
                text.moreLikely().in(language),
                text.lessLikely().in(language),
                text.expectedCourse().in(language),
                text.usualCare().in(language),
                text.usualNextStep().in(language),
                Text.in(language, text.selfCare()),
                text.explainer() == null ? null : text.explainer().in(language),
                cause.codings().stream()
                        .map(coding -> new CauseAnswer.CodingAnswer(
                                coding.system(), coding.code(), coding.display(), coding.verified(), coding.complete()))
                        .toList(),
                weights(cause),
                cause.multipliers().stream()
                        .map(multiplier -> new MultiplierEntry(
                                multiplier.when().toData(), multiplier.times(), multiplier.sources()))
                        .toList(),
                cause.floor() == null
                        ? null
                        : new FloorEntry(
                                cause.floor().share(),
                                Words.of(cause.floor().level()),
                                cause.floor().why().in(language),
                                cause.floor().sources()),
                knowledge.findings().stream()
                        .filter(finding -> finding.evidence().stream()
                                .anyMatch(one -> one.causes().containsKey(cause.id())))
                        .map(Finding::id)
                        .toList(),
                knowledge.education().stream()
                        .filter(link -> link.language().equals(language)
                                && link.causes().contains(cause.id()))
                        .map(EducationLink::id)
                        .toList(),
                Words.of(cause.review().status()),
                cause.sources(),
                new Encoded());
    }

    private List<WeightEntry> weights(Cause cause) {
        var windows = knowledge.method().windows();
        return IntStream.range(0, windows.size())
                .mapToObj(i -> new WeightEntry(
                        Objects.requireNonNullElse(windows.get(i).days().from(), 0),
                        windows.get(i).days().to(),
                        cause.weights().byWindow().get(i)))
                .toList();
    }

    RedFlagEntry redFlag(RedFlag flag, String language) {
        return redFlags.computeIfAbsent(new Worded(flag.id(), language), first -> worded(flag, language));
    }

    private static RedFlagEntry worded(RedFlag flag, String language) {
        return new RedFlagEntry(
                flag.id(),
                flag.title().in(language),
                flag.because().in(language),
                flag.why().in(language),
                flag.watchFor() == null ? null : flag.watchFor().text().in(language),
                flag.floors().stream()
                        .map(floor -> new RedFlagFloorEntry(
                                Words.of(floor.level()),
                                floor.when().toData(),
                                floor.unless() == null ? null : floor.unless().toData()))
                        .toList(),
                namedIn(flag).distinct().toList(),
                flag.pointsTo(),
                Text.in(language, flag.refinements()),
                Words.of(flag.review().status()),
                flag.sources(),
                new Encoded());
    }

    private static Stream<String> namedIn(RedFlag flag) {
        return flag.floors().stream()
                .flatMap(floor -> Stream.concat(Stream.of(floor.when()), Stream.ofNullable(floor.unless())))
                .flatMap(Condition::findings);
    }

    EducationEntry education(EducationLink link, String language) {
        return new EducationEntry(
                link.id(),
                link.title(),
                link.publisher(),
                link.url(),
                link.language(),
                link.causes(),
                link.general(),
                link.readingLevel(),
                Words.of(link.seen()),
                link.caution() == null ? null : link.caution().in(language));
    }

    SourceEntry source(Source source, String language) {
        return sources.computeIfAbsent(new Worded(source.id(), language), first -> worded(source, language));
    }

    private static SourceEntry worded(Source source, String language) {
        return new SourceEntry(
                source.id(),
                source.cite(),
                source.href(),
                source.printed(),
                source.depth(),
                source.kind(),
                source.supports().in(language),
                new Encoded());
    }

    UrgencyLevelEntry level(UrgencyLevel level, String language) {
        return new UrgencyLevelEntry(
                Words.of(level.level()),
                level.level().rank(),
                level.title().in(language),
                level.action().in(language),
                level.actWithin(),
                level.contact(),
                knowledge.contact(level.contact()).in(language),
                level.recheckAfter(),
                Text.in(language, level.meanwhile()));
    }

    KnowledgeEntry knowledge(String language) {
        var method = knowledge.method();
        var reviewed = Stream.concat(
                        knowledge.causes().stream().map(Cause::review),
                        knowledge.redFlags().stream().map(RedFlag::review))
                .filter(review -> review.status() == Review.Status.REVIEWED)
                .count();
        return new KnowledgeEntry(
                knowledge.version(),
                knowledge.digest(),
                Words.of(knowledge.review().status()),
                knowledge.review().by(),
                knowledge.review().date(),
                knowledge.languages(),
                new Counts(
                        knowledge.causes().size(),
                        knowledge.findings().size(),
                        knowledge.redFlags().size(),
                        knowledge.education().size(),
                        knowledge.sources().size(),
                        (int) reviewed),
                new MethodEntry(
                        method.priorExponent(),
                        method.clusterExponent(),
                        method.absentExponent(),
                        method.absentLimit(),
                        method.evidenceLimit(),
                        method.supportFrom(),
                        method.mustExcludeFrom(),
                        method.basis().in(language)),
                SafetyFileEntries.intendedUse(knowledge.intendedUse(), language),
                knowledge.phrase(Phrase.GENERAL_NOTICE).in(language));
    }
}
