package org.afterfusion.api;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.afterfusion.api.CauseAnswer.CodingAnswer;
import org.afterfusion.api.CauseAnswer.ReasonAnswer;
import org.afterfusion.api.TriageResponse.Basis;
import org.afterfusion.api.TriageResponse.ChangeAnswer;
import org.afterfusion.api.TriageResponse.LinkAnswer;
import org.afterfusion.api.TriageResponse.QuestionAnswer;
import org.afterfusion.api.TriageResponse.SetBy;
import org.afterfusion.api.TriageResponse.UrgencyAnswer;
import org.afterfusion.api.TriageResponse.WatchAnswer;
import org.afterfusion.api.json.Encoded;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.EducationLink;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Phrase;
import org.afterfusion.triage.RankedCause;
import org.afterfusion.triage.RankedCause.Reason;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.Triage;
import org.afterfusion.triage.Triage.OpenQuestion;
import org.afterfusion.triage.Triage.Trigger;
import org.afterfusion.triage.Urgency;
import org.afterfusion.triage.Words;

/** Words triages in one language. What is the same in many answers is worded once. */
final class Wording {

    /** Beside an emergency instruction, one page at most: reading must not delay. */
    private static final int LINKS_IN_EMERGENCY = 1;

    private static final int LINKS_PER_CAUSE = 2;

    private final KnowledgeBase knowledge;
    private final String language;
    private final Map<String, Finding> findings;
    private final Map<String, RedFlag> redFlags;
    private final Map<String, CauseTexts> causes;
    private final List<LinkAnswer> generalLinks;
    private final Changes changes;
    private final Map<Reason, ReasonAnswer> reasons = new ConcurrentHashMap<>();
    private final Map<OpenQuestion, QuestionAnswer> questions = new ConcurrentHashMap<>();
    private final Map<String, WatchAnswer> watchFor = new ConcurrentHashMap<>();
    private final Map<Triage.Change, ChangeAnswer> singleChanges = new ConcurrentHashMap<>();

    /** @param links pages that somebody has read, at most as many as an answer shows for one cause */
    private record CauseTexts(Cause cause, CauseAnswer answer, String because, List<LinkAnswer> links) {}

    Wording(KnowledgeBase knowledge, String language) {
        this.knowledge = knowledge;
        this.language = language;
        changes = new Changes(knowledge);
        findings = knowledge.findings().stream().collect(toMap(Finding::id, finding -> finding));
        redFlags = knowledge.redFlags().stream().collect(toMap(RedFlag::id, flag -> flag));
        var readable = knowledge.education().stream()
                .filter(link -> link.language().equals(language))
                .filter(link -> link.seen() != EducationLink.Seen.UNREAD)
                .collect(toMap(link -> link, Wording::link, (one, same) -> one, java.util.LinkedHashMap::new));
        generalLinks = readable.entrySet().stream()
                .filter(link -> link.getKey().general())
                .limit(LINKS_PER_CAUSE)
                .map(Map.Entry::getValue)
                .toList();
        causes = knowledge.causes().stream()
                .collect(toMap(
                        Cause::id,
                        cause -> new CauseTexts(
                                cause,
                                answer(cause),
                                phrase(Phrase.BECAUSE_LIKELY_CAUSE, cause.text().name()),
                                readable.values().stream()
                                        .filter(link -> link.causes().contains(cause.id()))
                                        .limit(LINKS_PER_CAUSE)
                                        .toList())));
    }

    private static LinkAnswer link(EducationLink link) {
        return new LinkAnswer(link.id(), link.title(), link.url(), link.publisher(), link.language(), link.causes());
    }

    private static CodingAnswer coding(Cause.Coding coding) {
        return new CodingAnswer(coding.system(), coding.code(), coding.display(), coding.verified(), coding.complete());
    }

    TriageResponse of(Triage triage, String reportDigest) {
        var level = knowledge.level(triage.urgency());
        var links = links(triage);
        return new TriageResponse(
                urgency(triage),
                Words.of(triage.status()),
                causes(triage.causes(), links),
                causes(triage.mustExclude(), links),
                rounded(triage.unexplainedShare()),
                questions(triage.openQuestions()),
                changes(triage.wouldRaise()),
                watchFor(triage.watchFor()),
                selfCare(triage),
                level.recheckAfter(),
                links,
                new Basis(knowledge.version(), knowledge.digest(), triage.rulesFired(), reportDigest),
                notice(triage));
    }

    private UrgencyAnswer urgency(Triage triage) {
        var level = knowledge.level(triage.urgency());
        var setBy = new ArrayList<SetBy>(triage.setBy().size());
        for (var trigger : triage.setBy()) {
            setBy.add(setBy(trigger));
        }
        return new UrgencyAnswer(
                Words.of(triage.urgency()),
                triage.urgency().rank(),
                level.title().in(language),
                level.action().in(language),
                level.actWithin(),
                level.contact(),
                knowledge.contact(level.contact()).in(language),
                setBy);
    }

    private SetBy setBy(Trigger trigger) {
        return switch (trigger.origin()) {
            case RED_FLAG -> {
                var flag = Objects.requireNonNull(redFlags.get(trigger.id()));
                yield setBy(trigger, flag.because().in(language), flag.sources());
            }
            case LIKELY_CAUSE -> {
                var texts = texts(trigger.id());
                var floor = texts.cause().floor();
                yield setBy(
                        trigger, texts.because(), floor == null ? texts.cause().sources() : floor.sources());
            }
            case NO_CLEAR_CAUSE -> setByMethod(trigger, knowledge.phrase(Phrase.BECAUSE_NO_CLEAR_CAUSE));
            case OPEN_QUESTIONS -> setByMethod(trigger, knowledge.phrase(Phrase.BECAUSE_OPEN_QUESTIONS));
            case SCOPE -> setByMethod(trigger, knowledge.phrase(trigger.id()));
        };
    }

    private SetBy setByMethod(Trigger trigger, Text because) {
        return setBy(trigger, because.in(language), knowledge.method().sources());
    }

    private static SetBy setBy(Trigger trigger, String because, List<String> sources) {
        return new SetBy(trigger.id(), Words.of(trigger.origin()), because, trigger.findings(), sources);
    }

    private CauseTexts texts(String cause) {
        return Objects.requireNonNull(causes.get(cause));
    }

    private List<CauseAnswer> causes(List<RankedCause> ranked, List<LinkAnswer> links) {
        var answers = new ArrayList<CauseAnswer>(ranked.size());
        for (var one : ranked) {
            answers.add(cause(one, links));
        }
        return answers;
    }

    private CauseAnswer cause(RankedCause ranked, List<LinkAnswer> links) {
        var id = ranked.cause().id();
        return texts(id)
                .answer()
                .in(
                        ranked.rank(),
                        Words.of(ranked.band()),
                        rounded(ranked.share()),
                        reasons(ranked.supporting()),
                        reasons(ranked.against()),
                        reasons(ranked.missing()),
                        linksFor(id, links));
    }

    /** Returns a cause in no report yet. */
    private CauseAnswer answer(Cause cause) {
        var text = cause.text();
        return new CauseAnswer(
                cause.id(),
                text.name().in(language),
                text.clinicalName().in(language),
                cause.codings().stream().map(Wording::coding).toList(),
                0,
                "",
                0,
                Words.of(cause.urgency()),
                text.summary().in(language),
                text.expectedCourse().in(language),
                text.usualNextStep().in(language),
                cause.contact(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                text.explainer() == null ? null : text.explainer().in(language),
                new Encoded());
    }

    private List<String> linksFor(String cause, List<LinkAnswer> links) {
        var ids = new ArrayList<String>(links.size());
        for (var link : links) {
            if (generalLinks.contains(link) || link.causes().contains(cause)) {
                ids.add(link.id());
            }
        }
        return ids;
    }

    private List<ReasonAnswer> reasons(List<Reason> given) {
        var answers = new ArrayList<ReasonAnswer>(given.size());
        for (var reason : given) {
            var known = reasons.get(reason);
            answers.add(known == null ? reasons.computeIfAbsent(reason, this::reason) : known);
        }
        return answers;
    }

    private ReasonAnswer reason(Reason reason) {
        var phrase =
                switch (reason.standing()) {
                    case PRESENT -> Phrase.REASON_PRESENT;
                    case ABSENT -> Phrase.REASON_ABSENT;
                    case NOT_ASKED -> Phrase.REASON_NOT_ASKED;
                };
        return new ReasonAnswer(reason.finding(), phrase(phrase, reason.label()), reason.weight());
    }

    private String phrase(Phrase phrase, Text name) {
        return knowledge.phrase(phrase).in(language).replace("{0}", name.in(language));
    }

    private List<QuestionAnswer> questions(List<OpenQuestion> open) {
        var answers = new ArrayList<QuestionAnswer>(open.size());
        for (var question : open) {
            answers.add(questions.computeIfAbsent(question, this::question));
        }
        return answers;
    }

    private QuestionAnswer question(OpenQuestion question) {
        var finding = Objects.requireNonNull(findings.get(question.finding()));
        return new QuestionAnswer(
                finding.id(),
                finding.ask().in(language),
                finding.why().in(language),
                Words.of(question.couldRaiseTo()));
    }

    private List<ChangeAnswer> changes(List<Triage.Change> raising) {
        var answers = new ArrayList<ChangeAnswer>(raising.size());
        for (var change : raising) {
            answers.add(
                    change.facts().size() == 1
                            ? singleChanges.computeIfAbsent(change, single -> changes.of(single, language))
                            : changes.of(change, language));
        }
        return answers;
    }

    private List<WatchAnswer> watchFor(List<RedFlag> signed) {
        var answers = new ArrayList<WatchAnswer>(signed.size());
        for (var flag : signed) {
            answers.add(watchFor.computeIfAbsent(flag.id(), id -> watchFor(flag)));
        }
        return answers;
    }

    private WatchAnswer watchFor(RedFlag flag) {
        var sign = Objects.requireNonNull(flag.watchFor());
        return new WatchAnswer(sign.text().in(language), Words.of(sign.then()));
    }

    /** What the level asks to do meanwhile; while it leaves time, also what helps with the likeliest cause. */
    private List<String> selfCare(Triage triage) {
        var tips = new ArrayList<String>();
        addTips(knowledge.level(triage.urgency()).meanwhile(), tips);
        if (!triage.urgency().isHigherThan(Urgency.SOON) && !triage.causes().isEmpty()) {
            addTips(triage.causes().get(0).cause().text().selfCare(), tips);
        }
        return tips;
    }

    private void addTips(List<Text> more, List<String> tips) {
        for (var tip : more) {
            var text = tip.in(language);
            if (!tips.contains(text)) {
                tips.add(text);
            }
        }
    }

    /** Pages that somebody has read: for the causes listed, best cause first, then general ones. */
    private List<LinkAnswer> links(Triage triage) {
        boolean emergency = triage.urgency().isHigherThan(Urgency.SAME_DAY);
        var links = new ArrayList<LinkAnswer>();
        triage.causes().forEach(ranked -> addLinks(texts(ranked.cause().id()).links(), links));
        triage.mustExclude()
                .forEach(ranked -> addLinks(texts(ranked.cause().id()).links(), links));
        if (emergency) {
            return links.subList(0, Math.min(LINKS_IN_EMERGENCY, links.size()));
        }
        addLinks(generalLinks, links);
        return links;
    }

    private static void addLinks(List<LinkAnswer> more, List<LinkAnswer> links) {
        for (var link : more) {
            if (!links.contains(link)) {
                links.add(link);
            }
        }
    }

    private String notice(Triage triage) {
        if (triage.notices().size() == 1) {
            return knowledge.phrase(triage.notices().get(0)).in(language);
        }
        var notice = new StringBuilder();
        for (var key : triage.notices()) {
            notice.append(notice.isEmpty() ? "" : " ")
                    .append(knowledge.phrase(key).in(language));
        }
        return notice.toString();
    }

    private static double rounded(double share) {
        return Math.round(share * 1_000) / 1_000.0;
    }
}
