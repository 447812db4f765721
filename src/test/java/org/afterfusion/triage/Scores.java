package org.afterfusion.triage;

import static org.afterfusion.triage.ReportEdits.with;
import static org.afterfusion.triage.ReportEdits.without;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.triage.SymptomReport.ReportedFinding;

/** The scores behind the ranking, and the level they lead to, from the engine's own parts. */
final class Scores {

    private static final double ROUNDING = 1e-9;

    private final List<Cause> causes;
    private final Vocabulary vocabulary;
    private final RuleBook rules;
    private final SafetyScreen screen;
    private final EvidenceBook evidence;
    private final Weigher weigher;
    private final CauseFloors floors;
    private final List<KnowledgeBase.ScopeLimit> scope;
    private final List<Test> scopeTests;

    Scores(KnowledgeBase knowledge) {
        causes = Stream.concat(knowledge.causes().stream(), Stream.of(knowledge.unexplained()))
                .toList();
        var indexes = new HashMap<String, Integer>();
        causes.forEach(cause -> indexes.put(cause.id(), indexes.size()));
        vocabulary = new Vocabulary(knowledge.findings());
        rules = new RuleBook(knowledge.redFlags(), vocabulary);
        screen = new SafetyScreen(vocabulary, rules);
        evidence = new EvidenceBook(knowledge.combinations(), indexes, vocabulary, rules.concerning());
        weigher = new Weigher(knowledge.method(), causes, evidence, vocabulary, rules.concerning());
        floors = new CauseFloors(causes, knowledge.method());
        scope = knowledge.scope();
        scopeTests =
                scope.stream().map(limit -> limit.when().compile(vocabulary)).toList();
    }

    /**
     * Returns what {@link TriageEngine#triage} gives as urgency, about ten times as fast since it gives no ranking and no
     * reasons. A test holds the two together.
     */
    Urgency level(SymptomReport report) {
        var facts = new Facts(vocabulary, report);
        var level = rules.level(facts);
        for (int limit = 0; limit < scope.size(); limit++) {
            if (scopeTests.get(limit).holds(facts)) {
                level = level.orHigher(scope.get(limit).atLeast());
            }
        }
        if (level == Urgency.EMERGENCY_AMBULANCE) {
            return level;
        }
        var weighed = weigher.weigh(facts);
        var raised = floors.raised(facts, weighed.suspect(), weighed.alternative());
        for (var trigger : raised) {
            level = level.orHigher(trigger.level());
        }
        return level == Urgency.ROUTINE && screen.worstLevel(facts) != Urgency.ROUTINE ? Urgency.SOON : level;
    }

    double share(SymptomReport report, Cause cause) {
        var scores = of(report);
        return Math.exp(scores[causes.indexOf(cause)])
                / Arrays.stream(scores).map(Math::exp).sum();
    }

    /** Returns the causes whose score an answer moves against its own direction, compared with not asked. */
    List<Integer> movedTheWrongWay(SymptomReport report, ReportedFinding answer) {
        var after = with(report, answer);
        var before = of(without(report, answer.id()));
        var now = of(after);
        var facts = new Facts(vocabulary, after);
        return IntStream.range(0, causes.size())
                .filter(cause -> {
                    int direction = direction(facts, answer, cause);
                    double gained = now[cause] - before[cause];
                    return direction > 0 && gained < -ROUNDING || direction < 0 && gained > ROUNDING;
                })
                .boxed()
                .toList();
    }

    /** Returns 1 when all that the answer says supports the cause, -1 when all of it contradicts, else 0. */
    private int direction(Facts facts, ReportedFinding answer, int cause) {
        int finding = vocabulary.indexOf(answer.id());
        boolean supports = false;
        boolean contradicts = false;
        for (var statement : evidence.statements()) {
            int truth = statement.finding() == finding ? statement.truthIn(facts) : Statement.UNKNOWN;
            var effect = truth == Statement.UNKNOWN ? null : statement.effectOn(cause);
            if (effect != null) {
                supports |= effect.when(truth) > 0;
                contradicts |= effect.when(truth) < 0;
            }
        }
        return supports == contradicts ? 0 : supports ? 1 : -1;
    }

    String describe(SymptomReport report, ReportedFinding answer, int cause) {
        boolean supports = direction(new Facts(vocabulary, with(report, answer)), answer, cause) > 0;
        return "%s: score %.3f when not asked, %.3f with %s, which %s it"
                .formatted(
                        causes.get(cause).id(),
                        of(without(report, answer.id()))[cause],
                        of(with(report, answer))[cause],
                        SmallestReport.describe(answer),
                        supports ? "supports" : "contradicts");
    }

    String causeId(int cause) {
        return causes.get(cause).id();
    }

    private double[] of(SymptomReport report) {
        return weigher.weigh(new Facts(vocabulary, report)).ranking();
    }
}
