package org.afterfusion.triage;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ranks the causes of a report by their weighed evidence. */
final class Ranker {

    private final Method method;
    private final List<Cause> causes;
    private final Weigher weigher;
    private final Explainer explainer;
    private final List<Test> allowedFirst;

    /** @param causes the unexplained last */
    Ranker(Method method, List<Cause> causes, Weigher weigher, Explainer explainer, Vocabulary vocabulary) {
        this.method = method;
        this.causes = causes;
        this.weigher = weigher;
        this.explainer = explainer;
        allowedFirst = causes.stream()
                .map(cause -> cause.firstOnlyIf() == null
                        ? new Test.Plain(facts -> true)
                        : cause.firstOnlyIf().compile(vocabulary))
                .toList();
    }

    Ranking rank(Facts facts) {
        var scores = weigher.weigh(facts, Reading.RANKING);
        keepFromFirstPlace(scores, facts);
        double total = 0;
        for (double score : scores) {
            total += Math.exp(score);
        }
        var shares = new double[scores.length];
        for (int cause = 0; cause < scores.length; cause++) {
            shares[cause] = Math.exp(scores[cause]) / total;
        }
        var order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer cause) -> -scores[cause])
                        .thenComparing(cause -> causes.get(cause).id()))
                .toList();
        return new Ranking(order, shares, facts);
    }

    /** Causes that may not be first come right behind the best of those that may, in their own order. */
    private void keepFromFirstPlace(double[] scores, Facts facts) {
        var mayBeFirst = mayBeFirst(facts);
        double best =
                mayBeFirst.stream().mapToDouble(cause -> scores[cause]).max().orElseThrow();
        var better = IntStream.range(0, scores.length)
                .filter(cause -> !mayBeFirst.get(cause) && scores[cause] >= best)
                .boxed()
                .sorted(Comparator.comparingDouble(cause -> -scores[cause]))
                .toList();
        double next = best;
        for (int cause : better) {
            next = Math.nextDown(next);
            scores[cause] = next;
        }
    }

    /**
     * Returns the causes that have what they need to be first and that something reported speaks for, and the unexplained; where
     * nothing speaks for any, all that have what they need.
     */
    private BitSet mayBeFirst(Facts facts) {
        var allowed = new BitSet();
        for (int cause = 0; cause < causes.size(); cause++) {
            allowed.set(cause, allowedFirst.get(cause).holds(facts));
        }
        var supported = weigher.supported(facts);
        if (!supported.intersects(allowed)) {
            return allowed;
        }
        supported.set(causes.size() - 1);
        allowed.and(supported);
        return allowed;
    }

    /** The causes of one report in their order; reasons are looked up only for those asked for. */
    final class Ranking {

        private final List<Integer> order;
        private final double[] shares;
        private final Facts facts;

        private Ranking(List<Integer> order, double[] shares, Facts facts) {
            this.order = order;
            this.shares = shares;
            this.facts = facts;
        }

        List<RankedCause> listed() {
            return modelled()
                    .filter(cause -> shares[cause] >= method.listedFrom())
                    .limit(method.listed())
                    .map(this::explained)
                    .toList();
        }

        /** Returns the dangerous causes that are likely enough or that a red flag points to. */
        List<RankedCause> mustExclude(Set<String> pointedTo) {
            return modelled()
                    .filter(cause -> causes.get(cause).dangerous())
                    .filter(cause -> shares[cause] >= method.mustExcludeFrom()
                            || pointedTo.contains(causes.get(cause).id()))
                    .map(this::explained)
                    .toList();
        }

        /** Returns the shares by cause, the unexplained last. */
        double[] shares() {
            return shares;
        }

        double unexplainedShare() {
            return shares[shares.length - 1];
        }

        private Stream<Integer> modelled() {
            return order.stream().filter(cause -> cause != causes.size() - 1);
        }

        private RankedCause explained(int cause) {
            return explainer.explain(causes.get(cause), cause, order.indexOf(cause) + 1, shares[cause], facts);
        }
    }
}
