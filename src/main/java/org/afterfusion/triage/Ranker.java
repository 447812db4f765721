package org.afterfusion.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.afterfusion.triage.EvidenceBook.Testimony;
import org.jspecify.annotations.Nullable;

/** Ranks the causes of a report by their weighed evidence. */
final class Ranker {

    private final Method method;
    private final List<Cause> causes;
    private final Explainer explainer;
    private final int[] inOrderOfIds;
    private final @Nullable Test[] firstOnlyIf;

    /** @param causes the unexplained last */
    Ranker(Method method, List<Cause> causes, Explainer explainer, Vocabulary vocabulary) {
        this.method = method;
        this.causes = causes;
        this.explainer = explainer;
        inOrderOfIds = IntStream.range(0, causes.size())
                .boxed()
                .sorted(Comparator.comparing(cause -> causes.get(cause).id()))
                .mapToInt(cause -> cause)
                .toArray();
        firstOnlyIf = new Test[causes.size()];
        for (int cause = 0; cause < firstOnlyIf.length; cause++) {
            var condition = causes.get(cause).firstOnlyIf();
            firstOnlyIf[cause] = condition == null ? null : condition.compile(vocabulary);
        }
    }

    Ranking rank(Facts facts, Testimony testimony, Weighed weighed) {
        var scores = weighed.ranking().clone();
        var order = order(scores);
        keepFromFirstPlace(scores, order, mayBeFirst(facts, weighed));
        double total = 0;
        for (int cause = 0; cause < scores.length; cause++) {
            scores[cause] = Math.exp(scores[cause]);
            total += scores[cause];
        }
        for (int cause = 0; cause < scores.length; cause++) {
            scores[cause] /= total;
        }
        return new Ranking(order, scores, facts, testimony);
    }

    /** Returns the causes, the highest score first; of equal ones the first id. */
    private int[] order(double[] scores) {
        var order = inOrderOfIds.clone();
        // By insertion: the causes are few, and library sorts take no order of numbers but their own.
        for (int place = 1; place < order.length; place++) {
            int cause = order[place];
            int to = place;
            for (; to > 0 && scores[order[to - 1]] < scores[cause]; to--) {
                order[to] = order[to - 1];
            }
            order[to] = cause;
        }
        return order;
    }

    /** Causes that may not be first come right behind the best of those that may, in their own order. */
    private static void keepFromFirstPlace(double[] scores, int[] order, BitSet mayBeFirst) {
        int better = 0;
        while (!mayBeFirst.get(order[better])) {
            better++;
        }
        int best = order[better];
        double next = scores[best];
        System.arraycopy(order, 0, order, 1, better);
        order[0] = best;
        for (int place = 1; place <= better; place++) {
            next = Math.nextDown(next);
            scores[order[place]] = next;
        }
    }

    /**
     * Returns the causes that have what they need to be first and that something reported speaks for, and the unexplained; where
     * nothing speaks for any, all that have what they need.
     */
    private BitSet mayBeFirst(Facts facts, Weighed weighed) {
        var allowed = new BitSet(firstOnlyIf.length);
        for (int cause = 0; cause < firstOnlyIf.length; cause++) {
            var test = firstOnlyIf[cause];
            allowed.set(cause, test == null || test.holds(facts));
        }
        if (weighed.supported().intersects(allowed)) {
            boolean unexplained = allowed.get(firstOnlyIf.length - 1);
            allowed.and(weighed.supported());
            allowed.set(firstOnlyIf.length - 1, unexplained);
        }
        return allowed;
    }

    /** The causes of one report in their order; reasons are looked up only for those asked for. */
    final class Ranking {

        private final int[] order;
        private final double[] shares;
        private final Facts facts;
        private final Testimony testimony;
        private final @Nullable RankedCause[] explained;

        private Ranking(int[] order, double[] shares, Facts facts, Testimony testimony) {
            this.order = order;
            this.shares = shares;
            this.facts = facts;
            this.testimony = testimony;
            explained = new RankedCause[order.length];
        }

        List<RankedCause> listed() {
            var listed = new ArrayList<RankedCause>(method.listed());
            for (int place = 0; place < order.length && listed.size() < method.listed(); place++) {
                if (isModelled(place) && shares[order[place]] >= method.listedFrom()) {
                    listed.add(explained(place));
                }
            }
            return listed;
        }

        /** Returns the dangerous causes that are likely enough or that a red flag points to. */
        List<RankedCause> mustExclude(Set<String> pointedTo) {
            var mustExclude = new ArrayList<RankedCause>();
            for (int place = 0; place < order.length; place++) {
                var cause = causes.get(order[place]);
                if (isModelled(place)
                        && cause.dangerous()
                        && (shares[order[place]] >= method.mustExcludeFrom() || pointedTo.contains(cause.id()))) {
                    mustExclude.add(explained(place));
                }
            }
            return mustExclude;
        }

        /** Returns the shares by cause, the unexplained last. */
        double[] shares() {
            return shares;
        }

        double unexplainedShare() {
            return shares[shares.length - 1];
        }

        private boolean isModelled(int place) {
            return order[place] != causes.size() - 1;
        }

        private RankedCause explained(int place) {
            var known = explained[place];
            if (known == null) {
                int cause = order[place];
                known = explainer.explain(causes.get(cause), cause, place + 1, shares[cause], facts, testimony);
                explained[place] = known;
            }
            return known;
        }
    }
}
