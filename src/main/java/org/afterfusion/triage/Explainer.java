package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.afterfusion.triage.EvidenceBook.Testimony;
import org.afterfusion.triage.RankedCause.Reason;
import org.afterfusion.triage.RankedCause.Standing;

/** Finds the reasons for and against a cause; it lists every answer that tells anything, also those discounted in the score. */
final class Explainer {

    private static final double DECIBANS = 10 / Math.log(10);
    private static final int UNASKED_LIMIT = 3;
    private static final Comparator<Reason> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Reason reason) -> -Math.abs(reason.weight()))
            .thenComparing(Reason::finding);

    private final Method method;
    private final EvidenceBook evidence;
    private final Vocabulary vocabulary;

    Explainer(Method method, EvidenceBook evidence, Vocabulary vocabulary) {
        this.method = method;
        this.evidence = evidence;
        this.vocabulary = vocabulary;
    }

    /** Adds to a cause the answers for and against it and those that are missing. */
    RankedCause explain(Cause cause, int index, int rank, double share, Facts facts, Testimony testimony) {
        var supporting = new ArrayList<Reason>();
        var against = new ArrayList<Reason>();
        var expected = new ArrayList<Reason>();
        var unasked = new ArrayList<Reason>();
        for (var said : evidence.saidOf(index)) {
            var statement = said.statement();
            var effect = said.effect();
            int truth = testimony.truths()[said.number()];
            if (EvidenceBook.isReplaced(statement, index, testimony.replacements())) {
                continue;
            }
            boolean usual = effect.frequency() >= method.expectedFrom();
            if (truth == Statement.UNKNOWN) {
                if (usual && effect.ifTrue() > 0 && !facts.isAnswered(statement.finding())) {
                    unasked.add(reason(statement, Standing.NOT_ASKED, effect.ifTrue()));
                }
            } else if (effect.when(truth) > 0) {
                addIfTelling(reason(statement, truth, effect), supporting);
            } else if (truth == Statement.FALSE && usual) {
                expected.add(reason(statement, truth, effect));
            } else if (effect.when(truth) < 0) {
                addIfTelling(reason(statement, truth, effect), against);
            }
        }
        supporting.sort(STRONGEST_FIRST);
        against.sort(STRONGEST_FIRST);
        expected.sort(STRONGEST_FIRST);
        unasked.sort(STRONGEST_FIRST);
        expected.addAll(unasked.subList(0, Math.min(UNASKED_LIMIT, unasked.size())));
        return new RankedCause(cause, rank, method.bands().of(share), share, supporting, against, expected);
    }

    /** Returns the ids of the findings that speak for a cause, in catalogue order. */
    List<String> supporting(int cause, Testimony testimony) {
        return evidence.saidOf(cause).stream()
                .filter(said ->
                        testimony.truths()[said.number()] == Statement.TRUE && said.effect().ifTrue() > 0)
                .map(said -> vocabulary.finding(said.statement().finding()).id())
                .distinct()
                .toList();
    }

    private Reason reason(Statement statement, int truth, Statement.Effect effect) {
        double counted = statement.isNo(truth) ? method.absentExponent() : 1;
        var standing = truth == Statement.FALSE ? Standing.ABSENT : Standing.PRESENT;
        return reason(statement, standing, counted * effect.when(truth));
    }

    private Reason reason(Statement statement, Standing standing, double logRatio) {
        return new Reason(
                vocabulary.finding(statement.finding()).id(),
                statement.label(),
                standing,
                Math.round(logRatio * DECIBANS * 10) / 10.0);
    }

    /** Leaves out what rounds to no weight at all. */
    private static void addIfTelling(Reason reason, List<Reason> reasons) {
        if (reason.weight() != 0) {
            reasons.add(reason);
        }
    }
}
