package org.afterfusion.api;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.api.CauseAnswer.CodingAnswer;
import org.afterfusion.api.CauseAnswer.ReasonAnswer;
import org.afterfusion.api.TriageResponse.Basis;
import org.afterfusion.api.TriageResponse.LinkAnswer;
import org.afterfusion.api.TriageResponse.QuestionAnswer;
import org.afterfusion.api.TriageResponse.SetBy;
import org.afterfusion.api.TriageResponse.UrgencyAnswer;
import org.afterfusion.api.TriageResponse.WatchAnswer;
import org.afterfusion.triage.EducationLink;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Phrase;
import org.afterfusion.triage.RankedCause;
import org.afterfusion.triage.RankedCause.Reason;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.Triage;
import org.afterfusion.triage.Triage.Trigger;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Urgency;
import org.afterfusion.triage.Words;

/** Words a triage in the language asked for. */
@Singleton
final class Answers {

    /** Beside an emergency instruction, one page at most: reading must not delay. */
    private static final int LINKS_IN_EMERGENCY = 1;

    private static final int LINKS_PER_CAUSE = 2;

    private final KnowledgeBase knowledge;
    private final ReportDigest reportDigest = new ReportDigest();
    private final Changes changes;

    Answers(TriageEngine engine) {
        knowledge = engine.knowledge();
        changes = new Changes(knowledge);
    }

    TriageResponse of(SymptomReport report, Triage triage, String language) {
        var level = knowledge.level(triage.urgency());
        var links = links(triage, language);
        return new TriageResponse(
                new UrgencyAnswer(
                        Words.of(triage.urgency()),
                        triage.urgency().rank(),
                        level.title().in(language),
                        level.action().in(language),
                        level.actWithin(),
                        level.contact(),
                        knowledge.contact(level.contact()).in(language),
                        triage.setBy().stream()
                                .map(trigger -> setBy(trigger, language))
                                .toList()),
                Words.of(triage.status()),
                causes(triage.causes(), links, language),
                causes(triage.mustExclude(), links, language),
                rounded(triage.unexplainedShare()),
                triage.openQuestions().stream()
                        .map(question -> question(question, language))
                        .toList(),
                triage.wouldRaise().stream()
                        .map(change -> changes.of(change, language))
                        .toList(),
                triage.watchFor().stream()
                        .map(flag -> Objects.requireNonNull(flag.watchFor()))
                        .map(sign -> new WatchAnswer(sign.text().in(language), Words.of(sign.then())))
                        .toList(),
                selfCare(triage, language),
                level.recheckAfter(),
                links.stream().map(link -> link(link)).toList(),
                new Basis(knowledge.version(), knowledge.digest(), triage.rulesFired(), reportDigest.of(report)),
                triage.notices().stream()
                        .map(key -> knowledge.phrase(key).in(language))
                        .collect(Collectors.joining(" ")));
    }

    private SetBy setBy(Trigger trigger, String language) {
        return switch (trigger.origin()) {
            case RED_FLAG -> {
                var flag = Objects.requireNonNull(knowledge.findRedFlag(trigger.id()));
                yield setBy(trigger, flag.because().in(language), flag.sources());
            }
            case LIKELY_CAUSE -> {
                var cause = Objects.requireNonNull(knowledge.findCause(trigger.id()));
                yield setBy(
                        trigger,
                        phrase(Phrase.BECAUSE_LIKELY_CAUSE, cause.text().name(), language),
                        cause.floor() == null ? cause.sources() : cause.floor().sources());
            }
            case NO_CLEAR_CAUSE ->
                setBy(
                        trigger,
                        knowledge.phrase(Phrase.BECAUSE_NO_CLEAR_CAUSE).in(language),
                        knowledge.method().sources());
            case OPEN_QUESTIONS ->
                setBy(
                        trigger,
                        knowledge.phrase(Phrase.BECAUSE_OPEN_QUESTIONS).in(language),
                        knowledge.method().sources());
            case SCOPE ->
                setBy(
                        trigger,
                        knowledge.phrase(trigger.id()).in(language),
                        knowledge.method().sources());
        };
    }

    private static SetBy setBy(Trigger trigger, String because, List<String> sources) {
        return new SetBy(trigger.id(), Words.of(trigger.origin()), because, trigger.findings(), sources);
    }

    private List<CauseAnswer> causes(List<RankedCause> causes, List<EducationLink> links, String language) {
        return causes.stream().map(ranked -> cause(ranked, links, language)).toList();
    }

    private CauseAnswer cause(RankedCause ranked, List<EducationLink> links, String language) {
        var cause = ranked.cause();
        var text = cause.text();
        return new CauseAnswer(
                cause.id(),
                text.name().in(language),
                text.clinicalName().in(language),
                cause.codings().stream()
                        .map(coding -> new CodingAnswer(
                                coding.system(), coding.code(), coding.display(), coding.verified(), coding.complete()))
                        .toList(),
                ranked.rank(),
                Words.of(ranked.band()),
                rounded(ranked.share()),
                Words.of(cause.urgency()),
                text.summary().in(language),
                text.expectedCourse().in(language),
                text.usualNextStep().in(language),
                cause.contact(),
                reasons(ranked.supporting(), language),
                reasons(ranked.against(), language),
                reasons(ranked.missing(), language),
                links.stream()
                        .filter(link -> link.general() || link.causes().contains(cause.id()))
                        .map(EducationLink::id)
                        .toList(),
                text.explainer() == null ? null : text.explainer().in(language));
    }

    private List<ReasonAnswer> reasons(List<Reason> reasons, String language) {
        return reasons.stream()
                .map(reason -> new ReasonAnswer(
                        reason.finding(), phrase(phrase(reason), reason.label(), language), reason.weight()))
                .toList();
    }

    private static Phrase phrase(Reason reason) {
        return switch (reason.standing()) {
            case PRESENT -> Phrase.REASON_PRESENT;
            case ABSENT -> Phrase.REASON_ABSENT;
            case NOT_ASKED -> Phrase.REASON_NOT_ASKED;
        };
    }

    private String phrase(Phrase phrase, Text name, String language) {
        return knowledge.phrase(phrase).in(language).replace("{0}", name.in(language));
    }

    private QuestionAnswer question(Triage.OpenQuestion question, String language) {
        var finding = Objects.requireNonNull(knowledge.findFinding(question.finding()));
        return new QuestionAnswer(
                finding.id(),
                finding.ask().in(language),
                finding.why().in(language),
                Words.of(question.couldRaiseTo()));
    }

    /** What the level asks to do meanwhile; while it leaves time, also what helps with the likeliest cause. */
    private List<String> selfCare(Triage triage, String language) {
        var tips = new ArrayList<Text>(knowledge.level(triage.urgency()).meanwhile());
        if (!triage.urgency().isHigherThan(Urgency.SOON)) {
            triage.causes().stream()
                    .limit(1)
                    .flatMap(ranked -> ranked.cause().text().selfCare().stream())
                    .forEach(tips::add);
        }
        return tips.stream().map(tip -> tip.in(language)).distinct().toList();
    }

    /** Pages that somebody has read: for the causes listed, best cause first, then general ones. */
    private List<EducationLink> links(Triage triage, String language) {
        boolean emergency = triage.urgency().isHigherThan(Urgency.SAME_DAY);
        var readable = knowledge.education().stream()
                .filter(link -> link.language().equals(language))
                .filter(link -> link.seen() != EducationLink.Seen.UNREAD)
                .toList();
        var ofCauses = Stream.concat(triage.causes().stream(), triage.mustExclude().stream())
                .flatMap(ranked -> readable.stream()
                        .filter(link -> link.causes().contains(ranked.cause().id()))
                        .limit(LINKS_PER_CAUSE));
        var general = readable.stream().filter(EducationLink::general).limit(emergency ? 0 : LINKS_PER_CAUSE);
        return Stream.concat(ofCauses, general)
                .distinct()
                .limit(emergency ? LINKS_IN_EMERGENCY : Long.MAX_VALUE)
                .toList();
    }

    private static LinkAnswer link(EducationLink link) {
        return new LinkAnswer(link.id(), link.title(), link.url(), link.publisher(), link.language(), link.causes());
    }

    private static double rounded(double share) {
        return Math.round(share * 1_000) / 1_000.0;
    }
}
