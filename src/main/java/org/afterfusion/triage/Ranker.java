package org.afterfusion.triage;

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

    /** A cause that needs something to be first, and lacks it, comes right behind the best of those that may. */
    private void keepFromFirstPlace(double[] scores, Facts facts) {
        double best = Double.NEGATIVE_INFINITY;
        for (int cause = 0; cause < scores.length; cause++) {
            if (allowedFirst.get(cause).holds(facts)) {
                best = Math.max(best, scores[cause]);
            }
        }
        for (int cause = 0; cause < scores.length; cause++) {
            if (!allowedFirst.get(cause).holds(facts)) {
                scores[cause] = Math.min(scores[cause], Math.nextDown(best));
            }
        }
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
