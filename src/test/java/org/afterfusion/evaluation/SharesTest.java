package org.afterfusion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The intervals against the textbook formulas, written out here. */
class SharesTest {

    private static final double Z = 1.959963984540054;
    private static final double ROUNDING = 0.00006;

    @ParameterizedTest
    @CsvSource({"22, 22", "0, 22", "41, 59", "44, 59", "1, 59", "58, 59", "1, 2", "0, 1", "5, 5"})
    void theIntervalIsWilsons(int count, int of) {
        var figure = Shares.share("any", count, of);

        double share = (double) count / of;
        double center = (share + Z * Z / (2 * of)) / (1 + Z * Z / of);
        double reach = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
        assertThat(figure.low()).isCloseTo(Math.max(0, center - reach), within(ROUNDING));
        assertThat(figure.high()).isCloseTo(Math.min(1, center + reach), within(ROUNDING));
        assertThat(figure.share()).isCloseTo(share, within(ROUNDING));
        assertThat(figure.atMost()).isNull();
    }

    @Test
    void allOfTwentyTwoLeavesRoomBelow() {
        var figure = Shares.share("any", 22, 22);

        assertThat(figure.low()).isEqualTo(0.8513); // 22 / (22 + z squared)
        assertThat(figure.high()).isEqualTo(1);
    }

    /** With no miss the exact limit has a closed form: the rate at which seeing none has the error rate's chance. */
    @ParameterizedTest
    @CsvSource({"1", "22", "59", "299", "2500"})
    void noMissStillAllowsARate(int of) {
        assertThat(Shares.misses("any", 0, of).atMost()).isCloseTo(1 - Math.pow(0.05, 1.0 / of), within(ROUNDING));
    }

    @ParameterizedTest
    @CsvSource({"1, 22", "2, 59", "3, 11", "58, 59"})
    void theLimitIsTheRateAtWhichSoFewAreJustUnlikely(int count, int of) {
        double limit = Shares.misses("any", count, of).atMost();

        assertThat(chanceOfAtMost(count, of, limit)).isCloseTo(0.05, within(0.002));
    }

    @Test
    void allMissedAllowsEveryRate() {
        assertThat(Shares.misses("any", 4, 4).atMost()).isEqualTo(1);
    }

    @Test
    void aShareOfNothingIsNone() {
        var figure = Shares.misses("any", 0, 0);

        assertThat(figure.share()).isNull();
        assertThat(figure.low()).isNull();
        assertThat(figure.high()).isNull();
        assertThat(figure.atMost()).isNull();
    }

    private static double chanceOfAtMost(int count, int of, double rate) {
        double chance = 0;
        double ways = 1;
        for (int successes = 0; successes <= count; successes++) {
            chance += ways * Math.pow(rate, successes) * Math.pow(1 - rate, of - successes);
            ways = ways * (of - successes) / (successes + 1);
        }
        return chance;
    }
}
