package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.triage.EvidenceBook.Said;
import org.afterfusion.triage.EvidenceBook.Testimony;
import org.afterfusion.triage.RankedCause.Reason;
import org.afterfusion.triage.RankedCause.Standing;
import org.jspecify.annotations.Nullable;

/** Finds the reasons for and against a cause; it lists every answer that tells anything, also those discounted in the score. */
final class Explainer {

    private static final double DECIBANS = 10 / Math.log(10);
    private static final int UNASKED_LIMIT = 3;
    private static final Comparator<Possible> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Possible possible) -> -Math.abs(possible.reason().weight()))
            .thenComparing(possible -> possible.reason().finding());

    private final Method method;
    private final EvidenceBook evidence;
    private final Vocabulary vocabulary;
    private final Possible[][] byCause;

    private enum Kind {
        SUPPORTING,
        AGAINST,
        EXPECTED,
        UNASKED
    }

    /** A reason that a report gives in which the statement has this truth. */
    private record Possible(Statement statement, int number, int truth, Kind kind, Reason reason) {}

    Explainer(Method method, EvidenceBook evidence, Vocabulary vocabulary) {
        this.method = method;
        this.evidence = evidence;
        this.vocabulary = vocabulary;
        byCause = IntStream.range(0, evidence.causeCount())
                .mapToObj(this::possible)
                .toArray(Possible[][]::new);
    }

    private Possible[] possible(int cause) {
        return evidence.saidOf(cause).stream()
                .flatMap(said -> Stream.of(Statement.TRUE, Statement.FALSE, Statement.UNKNOWN)
                        .flatMap(truth -> Stream.ofNullable(possible(said, truth))))
                .sorted(STRONGEST_FIRST)
                .toArray(Possible[]::new);
    }

    private @Nullable Possible possible(Said said, int truth) {
        var effect = said.effect();
        boolean usual = effect.frequency() >= method.expectedFrom();
        if (truth == Statement.UNKNOWN) {
            return usual && effect.ifTrue() > 0
                    ? possible(said, truth, Kind.UNASKED, Standing.NOT_ASKED, effect.ifTrue())
                    : null;
        }
        double ratio = effect.when(truth);
        double counted = said.statement().isNo(truth) ? method.absentExponent() * ratio : ratio;
        var standing = truth == Statement.FALSE ? Standing.ABSENT : Standing.PRESENT;
        if (ratio <= 0 && truth == Statement.FALSE && usual) {
            return possible(said, truth, Kind.EXPECTED, standing, counted);
        }
        var possible = possible(said, truth, ratio > 0 ? Kind.SUPPORTING : Kind.AGAINST, standing, counted);
        // What rounds to no weight at all tells nothing.
        return possible.reason().weight() == 0 ? null : possible;
    }

    private Possible possible(Said said, int truth, Kind kind, Standing standing, double logRatio) {
        var statement = said.statement();
        var reason = new Reason(
                vocabulary.finding(statement.finding()).id(),
                statement.label(),
                standing,
                Math.round(logRatio * DECIBANS * 10) / 10.0);
        return new Possible(statement, said.number(), truth, kind, reason);
    }

    /** Adds to a cause the answers for and against it and those that are missing. */
    RankedCause explain(Cause cause, int index, int rank, double share, Facts facts, Testimony testimony) {
        var supporting = new ArrayList<Reason>();
        var against = new ArrayList<Reason>();
        var missing = new ArrayList<Reason>();
        var unasked = new ArrayList<Reason>(UNASKED_LIMIT);
        var truths = testimony.truths();
        var replacements = testimony.replacements();
        for (var possible : byCause[index]) {
            if (truths[possible.number()] != possible.truth()
                    || EvidenceBook.isReplaced(possible.statement(), index, replacements)) {
                continue;
            }
            switch (possible.kind()) {
                case SUPPORTING -> supporting.add(possible.reason());
                case AGAINST -> against.add(possible.reason());
                case EXPECTED -> missing.add(possible.reason());
                case UNASKED -> {
                    if (unasked.size() < UNASKED_LIMIT
                            && !facts.isAnswered(possible.statement().finding())) {
                        unasked.add(possible.reason());
                    }
                }
            }
        }
        missing.addAll(unasked);
        return new RankedCause(cause, rank, method.bands().of(share), share, supporting, against, missing);
    }

    /** Returns the ids of the findings that speak for a cause, in catalogue order. */
    List<String> supporting(int cause, Testimony testimony) {
        var ids = new ArrayList<String>();
        for (var said : evidence.saidOf(cause)) {
            if (testimony.truths()[said.number()] == Statement.TRUE
                    && said.effect().ifTrue() > 0) {
                var id = vocabulary.finding(said.statement().finding()).id();
                if (!ids.contains(id)) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }
}
