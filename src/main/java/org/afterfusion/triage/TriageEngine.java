package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.triage.EvidenceBook.Testimony;
import org.afterfusion.triage.KnowledgeBase.ScopeLimit;
import org.afterfusion.triage.Triage.Origin;
import org.afterfusion.triage.Triage.Status;
import org.afterfusion.triage.Triage.Trigger;

/**
 * Says how urgent a report is and which causes it fits. Pure and thread-safe: the same report and knowledge always give the
 * same answer, whatever the order of the findings.
 *
 * <p>The two questions are answered apart. <b>How urgent</b> is the highest of all floors: red flags, likely causes, limits of
 * scope, and safety questions still open. <b>Which causes</b> is a weighing of evidence. The second can raise the first, never
 * lower it, and one more worrying symptom never lowers either floor:
 *
 * <ul>
 *   <li>a red flag asks only for things that more or worse symptoms make true ({@link Condition#reassures()});
 *   <li>likely causes are judged in {@linkplain Reading cautious readings};
 *   <li>open questions count with their worst answers ({@link SafetyScreen}).
 * </ul>
 */
public final class TriageEngine {

    private final KnowledgeBase knowledge;
    private final Map<String, Integer> causeIndexes = new HashMap<>();
    private final Vocabulary vocabulary;
    private final RuleBook rules;
    private final SafetyScreen screen;
    private final Weigher weigher;
    private final CauseFloors causeFloors;
    private final Explainer explainer;
    private final Ranker ranker;
    private final EvidenceBook evidence;
    private final Counterfactuals counterfactuals;
    private final Foresight foresight;
    private final List<CompiledLimit> scope;
    private final List<RedFlag> signed;

    private record CompiledLimit(ScopeLimit limit, Test when) {}

    /** Compiles the knowledge base, which must have passed its checks. */
    public TriageEngine(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
        var causes = Stream.concat(knowledge.causes().stream(), Stream.of(knowledge.unexplained()))
                .toList();
        IntStream.range(0, causes.size())
                .forEach(index -> causeIndexes.put(causes.get(index).id(), index));
        vocabulary = new Vocabulary(knowledge.findings());
        rules = new RuleBook(knowledge.redFlags(), vocabulary);
        screen = new SafetyScreen(vocabulary, rules);
        evidence = new EvidenceBook(knowledge.combinations(), causeIndexes, vocabulary, rules.concerning());
        weigher = new Weigher(knowledge.method(), causes, evidence, vocabulary, rules.concerning());
        causeFloors = new CauseFloors(causes, knowledge.method());
        explainer = new Explainer(knowledge.method(), evidence, vocabulary);
        ranker = new Ranker(knowledge.method(), causes, explainer, vocabulary);
        counterfactuals = new Counterfactuals(knowledge.redFlags(), vocabulary, evidence);
        foresight = new Foresight(knowledge.redFlags(), knowledge.interview(), vocabulary);
        scope = knowledge.scope().stream()
                .map(limit -> new CompiledLimit(limit, limit.when().compile(vocabulary)))
                .toList();
        signed = knowledge.redFlags().stream()
                .filter(flag -> flag.watchFor() != null)
                .sorted(Comparator.comparing((RedFlag flag) -> sign(flag).then())
                        .reversed())
                .toList();
    }

    public KnowledgeBase knowledge() {
        return knowledge;
    }

    /** Returns the ids of the findings that can only raise the urgency when present. */
    public List<String> worryingFindings() {
        return rules.concerning().stream()
                .mapToObj(finding -> vocabulary.finding(finding).id())
                .toList();
    }

    /** What is reckoned once for a report, whatever is asked about it. */
    private record Reckoning(
            SymptomReport report,
            Facts facts,
            Testimony testimony,
            Weighed weighed,
            Ranker.Ranking ranking,
            Outlook outlook) {}

    private Reckoning reckon(SymptomReport report) {
        var facts = new Facts(vocabulary, report);
        var testimony = evidence.heardIn(facts);
        var weighed = weigher.weigh(facts, testimony);
        var ranking = ranker.rank(facts, testimony, weighed);
        return new Reckoning(report, facts, testimony, weighed, ranking, new Outlook(evidence, ranking.shares()));
    }

    /**
     * Returns the triage of a report.
     *
     * @throws IllegalArgumentException if the report names a finding or choice that the knowledge base does not hold
     */
    public Triage triage(SymptomReport report) {
        return triage(reckon(report));
    }

    private Triage triage(Reckoning reckoned) {
        var facts = reckoned.facts();
        var fired = rules.fire(facts);
        var limits = limits(facts);
        var triggers = triggers(reckoned, fired, limits);
        var urgency = highest(triggers);
        var questions = screen.questions(facts, urgency, reckoned.outlook());
        var ranking = reckoned.ranking();
        return new Triage(
                urgency,
                settingIt(urgency, triggers),
                status(limits, !questions.isEmpty()),
                ranking.listed(),
                ranking.mustExclude(pointedTo(fired)),
                ranking.unexplainedShare(),
                questions,
                counterfactuals.raising(facts, urgency, reckoned.outlook()),
                fired.stream().map(flag -> flag.redFlag().id()).toList(),
                watchFor(urgency, fired),
                notices(reckoned.report(), limits));
    }

    private List<ScopeLimit> limits(Facts facts) {
        var limits = new ArrayList<ScopeLimit>();
        for (var limit : scope) {
            if (limit.when().holds(facts)) {
                limits.add(limit.limit());
            }
        }
        return limits;
    }

    private List<Trigger> triggers(Reckoning reckoned, List<RuleBook.Fired> fired, List<ScopeLimit> limits) {
        var facts = reckoned.facts();
        var weighed = reckoned.weighed();
        var triggers = new ArrayList<Trigger>();
        for (var flag : fired) {
            triggers.add(trigger(flag));
        }
        for (var trigger : causeFloors.raised(facts, weighed.suspect(), weighed.alternative())) {
            triggers.add(withFindings(trigger, reckoned.testimony()));
        }
        for (var limit : limits) {
            triggers.add(new Trigger(Origin.SCOPE, limit.notice(), limit.atLeast(), List.of()));
        }
        if (highest(triggers) == Urgency.ROUTINE && screen.worstLevel(facts) != Urgency.ROUTINE) {
            triggers.add(new Trigger(Origin.OPEN_QUESTIONS, Words.of(Origin.OPEN_QUESTIONS), Urgency.SOON, List.of()));
        }
        return triggers;
    }

    /**
     * Returns the triage of a report with what answers to the open findings could change.
     *
     * @throws IllegalArgumentException as {@link #triage}
     */
    public Prospects prospects(SymptomReport report) {
        var reckoned = reckon(report);
        return new Prospects(
                triage(reckoned),
                reckoned.facts(),
                vocabulary,
                reckoned.outlook(),
                evidence,
                suspicion(reckoned.facts(), reckoned.weighed()),
                foresight);
    }

    private Prospects.Suspicion suspicion(Facts facts, Weighed weighed) {
        var method = knowledge.interview().method();
        return new Prospects.Suspicion(
                causeFloors.nearly(method.nearFrom(), weighed.suspect(), weighed.alternative()),
                Math.log(method.tellingFrom()),
                causeFloors.standout(method.nearFrom(), facts, weighed.suspect(), weighed.alternative()));
    }

    private static List<Trigger> settingIt(Urgency urgency, List<Trigger> triggers) {
        triggers.removeIf(trigger -> trigger.level() != urgency);
        return triggers;
    }

    private static Urgency highest(List<Trigger> triggers) {
        var highest = Urgency.ROUTINE;
        for (var trigger : triggers) {
            highest = highest.orHigher(trigger.level());
        }
        return highest;
    }

    private Trigger trigger(RuleBook.Fired fired) {
        var findings = fired.findings();
        var ids = new ArrayList<String>(findings.cardinality());
        for (int finding = findings.nextSetBit(0); finding >= 0; finding = findings.nextSetBit(finding + 1)) {
            ids.add(vocabulary.finding(finding).id());
        }
        return new Trigger(Origin.RED_FLAG, fired.redFlag().id(), fired.level(), ids);
    }

    private Trigger withFindings(Trigger trigger, Testimony testimony) {
        var index = causeIndexes.get(trigger.id());
        var findings = index == null ? List.<String>of() : explainer.supporting(index, testimony);
        return new Trigger(trigger.origin(), trigger.id(), trigger.level(), findings);
    }

    /** What asks for care within a day is reason enough to name the causes it makes one think of. */
    private static Set<String> pointedTo(List<RuleBook.Fired> fired) {
        var causes = new HashSet<String>();
        for (var flag : fired) {
            if (flag.level().isHigherThan(Urgency.SOON)) {
                causes.addAll(flag.redFlag().pointsTo());
            }
        }
        return causes;
    }

    private static Status status(List<ScopeLimit> limits, boolean questionsOpen) {
        for (var limit : limits) {
            if (limit.outOfScope()) {
                return Status.OUT_OF_SCOPE;
            }
        }
        return questionsOpen ? Status.PROVISIONAL : Status.FINAL;
    }

    private List<RedFlag> watchFor(Urgency urgency, List<RuleBook.Fired> fired) {
        var watchFor = new ArrayList<RedFlag>(signed.size());
        for (var flag : signed) {
            if (!sign(flag).then().isHigherThan(urgency)) {
                break;
            }
            if (!RuleBook.isAmong(fired, flag)) {
                watchFor.add(flag);
            }
        }
        return watchFor;
    }

    private static RedFlag.Sign sign(RedFlag flag) {
        return Objects.requireNonNull(flag.watchFor());
    }

    private static List<String> notices(SymptomReport report, List<ScopeLimit> limits) {
        var notices = new ArrayList<String>();
        notices.add(Words.of(Phrase.GENERAL_NOTICE));
        limits.forEach(limit -> notices.add(limit.notice()));
        if (report.symptomsStartedDaysAgo() == null) {
            notices.add(Words.of(Phrase.ONSET_UNKNOWN));
        }
        return notices;
    }
}
