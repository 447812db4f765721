package org.afterfusion.evaluation;

import static org.apache.commons.statistics.interval.BinomialConfidenceInterval.CLOPPER_PEARSON;
import static org.apache.commons.statistics.interval.BinomialConfidenceInterval.WILSON_SCORE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.afterfusion.evaluation.Evaluation.Figure;

/** Makes figures: shares with their intervals, rounded to {@value #DECIMALS} decimals. */
final class Shares {

    static final double CONFIDENCE = 0.95;

    private static final double ERROR = 1 - CONFIDENCE;
    private static final int DECIMALS = 4;

    private Shares() {}

    /** Returns a share with the two-sided interval of Wilson. */
    static Figure share(String id, long count, long of) {
        return figure(id, count, of, false);
    }

    /** Returns a share that should be small, with the exact one-sided upper limit besides. */
    static Figure misses(String id, long count, long of) {
        return figure(id, count, of, true);
    }

    private static Figure figure(String id, long count, long of, boolean withLimit) {
        if (of == 0) {
            return new Figure(id, 0, 0, null, null, null, null);
        }
        var interval = WILSON_SCORE.fromErrorRate((int) of, (int) count, ERROR);
        return new Figure(
                id,
                (int) count,
                (int) of,
                rounded((double) count / of),
                rounded(interval.getLowerBound()),
                rounded(interval.getUpperBound()),
                withLimit ? atMost((int) count, (int) of) : null);
    }

    /** Returns the exact upper limit; a two-sided interval of twice the error rate leaves the error rate above. */
    private static Double atMost(int count, int of) {
        return rounded(CLOPPER_PEARSON.fromErrorRate(of, count, 2 * ERROR).getUpperBound());
    }

    static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
