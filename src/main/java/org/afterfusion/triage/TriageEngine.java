package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private record CompiledLimit(KnowledgeBase.ScopeLimit limit, Test when) {}

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
        ranker = new Ranker(knowledge.method(), causes, weigher, explainer, vocabulary);
        counterfactuals = new Counterfactuals(knowledge.redFlags(), vocabulary, evidence);
        foresight = new Foresight(knowledge.redFlags(), knowledge.interview(), vocabulary);
        scope = knowledge.scope().stream()
                .map(limit -> new CompiledLimit(limit, limit.when().compile(vocabulary)))
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

    /**
     * Returns the triage of a report.
     *
     * @throws IllegalArgumentException if the report names a finding or choice that the knowledge base does not hold
     */
    public Triage triage(SymptomReport report) {
        var facts = new Facts(vocabulary, report);
        var fired = rules.fire(facts);
        var limits = scope.stream().filter(limit -> limit.when().holds(facts)).toList();
        var ranking = ranker.rank(facts);

        var triggers = new ArrayList<Trigger>();
        fired.forEach(flag -> triggers.add(trigger(flag)));
        causeFloors
                .raised(facts, weigher.weigh(facts, Reading.SUSPECT), weigher.weigh(facts, Reading.ALTERNATIVE))
                .forEach(trigger -> triggers.add(withFindings(trigger, facts)));
        limits.forEach(limit -> triggers.add(trigger(limit.limit())));
        if (highest(triggers) == Urgency.ROUTINE && screen.worstLevel(facts) != Urgency.ROUTINE) {
            triggers.add(new Trigger(Origin.OPEN_QUESTIONS, Words.of(Origin.OPEN_QUESTIONS), Urgency.SOON, List.of()));
        }

        var urgency = highest(triggers);
        var outlook = new Outlook(evidence, ranking.shares());
        var questions = screen.questions(facts, urgency, outlook);
        return new Triage(
                urgency,
                triggers.stream().filter(trigger -> trigger.level() == urgency).toList(),
                status(limits, !questions.isEmpty()),
                ranking.listed(),
                ranking.mustExclude(pointedTo(fired)),
                ranking.unexplainedShare(),
                questions,
                counterfactuals.raising(facts, urgency, outlook),
                fired.stream().map(flag -> flag.redFlag().id()).toList(),
                watchFor(urgency, fired),
                notices(report, limits));
    }

    /**
     * Returns the triage of a report with what answers to the open findings could change.
     *
     * @throws IllegalArgumentException as {@link #triage}
     */
    public Prospects prospects(SymptomReport report) {
        var facts = new Facts(vocabulary, report);
        var outlook = new Outlook(evidence, ranker.rank(facts).shares());
        return new Prospects(triage(report), facts, vocabulary, outlook, evidence, suspicion(facts), foresight);
    }

    private Prospects.Suspicion suspicion(Facts facts) {
        var method = knowledge.interview().method();
        var asSuspect = weigher.weigh(facts, Reading.SUSPECT);
        var asAlternative = weigher.weigh(facts, Reading.ALTERNATIVE);
        return new Prospects.Suspicion(
                causeFloors.nearly(method.nearFrom(), asSuspect, asAlternative),
                Math.log(method.tellingFrom()),
                causeFloors.standout(method.nearFrom(), facts, asSuspect, asAlternative));
    }

    private static Urgency highest(List<Trigger> triggers) {
        return triggers.stream().map(Trigger::level).reduce(Urgency.ROUTINE, Urgency::orHigher);
    }

    private Trigger trigger(RuleBook.Fired fired) {
        var findings = fired.findings().stream()
                .mapToObj(index -> vocabulary.finding(index).id())
                .toList();
        return new Trigger(Origin.RED_FLAG, fired.redFlag().id(), fired.level(), findings);
    }

    private static Trigger trigger(KnowledgeBase.ScopeLimit limit) {
        return new Trigger(Origin.SCOPE, limit.notice(), limit.atLeast(), List.of());
    }

    private Trigger withFindings(Trigger trigger, Facts facts) {
        var index = causeIndexes.get(trigger.id());
        var findings = index == null ? List.<String>of() : explainer.supporting(index, facts);
        return new Trigger(trigger.origin(), trigger.id(), trigger.level(), findings);
    }

    /** What asks for care within a day is reason enough to name the causes it makes one think of. */
    private static Set<String> pointedTo(List<RuleBook.Fired> fired) {
        return fired.stream()
                .filter(flag -> flag.level().isHigherThan(Urgency.SOON))
                .flatMap(flag -> flag.redFlag().pointsTo().stream())
                .collect(Collectors.toSet());
    }

    private static Status status(List<CompiledLimit> limits, boolean questionsOpen) {
        if (limits.stream().anyMatch(limit -> limit.limit().outOfScope())) {
            return Status.OUT_OF_SCOPE;
        }
        return questionsOpen ? Status.PROVISIONAL : Status.FINAL;
    }

    private List<RedFlag> watchFor(Urgency urgency, List<RuleBook.Fired> fired) {
        return knowledge.redFlags().stream()
                .filter(flag ->
                        flag.watchFor() != null && flag.watchFor().then().isHigherThan(urgency))
                .filter(flag -> fired.stream().noneMatch(one -> one.redFlag().equals(flag)))
                .sorted(Comparator.comparing((RedFlag flag) -> sign(flag).then())
                        .reversed())
                .toList();
    }

    private static RedFlag.Sign sign(RedFlag flag) {
        return Objects.requireNonNull(flag.watchFor());
    }

    private static List<String> notices(SymptomReport report, List<CompiledLimit> limits) {
        var notices = new ArrayList<String>();
        notices.add(Words.of(Phrase.GENERAL_NOTICE));
        limits.forEach(limit -> notices.add(limit.limit().notice()));
        if (report.symptomsStartedDaysAgo() == null) {
            notices.add(Words.of(Phrase.ONSET_UNKNOWN));
        }
        return notices;
    }
}
