package org.afterfusion.triage;

import static org.afterfusion.triage.Made.METHOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** With a cluster exponent of 1/2, an exponent for "no" of 1/4, a limit of 4 on all "no" and of 1000 on everything. */
class ClusteredSumsTest {

    private static final Offset<Double> ROUNDING = within(1e-12);

    private final ClusteredSums sums = new ClusteredSums(2, METHOD);

    @Test
    void nothingSaidWeighsNothing() {
        assertThat(sums.byCause()[0]).isZero();
    }

    @Test
    void onlyTheStrongestOfAClusterCountsInFull() {
        sums.add(0, 0, 0.5, false);
        sums.add(0, 0, 1, false);
        sums.add(0, 0, 0.25, false);

        assertThat(sums.byCause()[0]).isEqualTo(1 + (0.5 + 0.25) / 2, ROUNDING);
    }

    @Test
    void clustersAddUp() {
        sums.add(0, 0, 1, false);
        sums.add(0, 2, 2, false);

        assertThat(sums.byCause()[0]).isEqualTo(3, ROUNDING);
    }

    @Test
    void supportAndOppositionAreKeptApart() {
        sums.add(0, 1, 1, false);
        sums.add(0, 1, -2, false);
        sums.add(0, 1, -1, false);

        assertThat(sums.byCause()[0]).isEqualTo(1 - 2 - 0.5, ROUNDING);
    }

    @Test
    void causesAreKeptApart() {
        sums.add(0, 2, 1, false);
        sums.add(1, 0, 3, false);

        assertThat(sums.byCause()[0]).isEqualTo(1, ROUNDING);
        assertThat(sums.byCause()[1]).isEqualTo(3, ROUNDING);
    }

    @Test
    void aNoCountsLess() {
        sums.add(0, 0, -2, true);

        assertThat(sums.byCause()[0]).isEqualTo(-0.5, ROUNDING);
    }

    @Test
    void aNoThatSupportsCountsLessTooAndIsKeptApart() {
        sums.add(0, 0, 2, true);
        sums.add(0, 0, 0.5, false);

        assertThat(sums.byCause()[0]).isEqualTo(0.5 + 0.5, ROUNDING);
    }

    @Test
    void allNoThatSupportAreLimitedTogetherToo() {
        sums.add(0, 0, 4, true);
        sums.add(0, 1, 4, true);
        sums.add(0, 2, 4, true);

        assertThat(sums.byCause()[0]).isEqualTo(Math.log(4), ROUNDING);
    }

    @Test
    void allNoTogetherAreLimited() {
        sums.add(0, 0, -4, true);
        sums.add(0, 1, -4, true);
        sums.add(0, 2, -1, false);

        assertThat(sums.byCause()[0]).isEqualTo(-Math.log(4) - 1, ROUNDING);
    }

    @Test
    void everythingTogetherIsLimitedBothWays() {
        sums.add(0, 0, 7, false);
        sums.add(1, 0, -7, false);

        assertThat(sums.byCause()[0]).isEqualTo(Math.log(1000), ROUNDING);
        assertThat(sums.byCause()[1]).isEqualTo(-Math.log(1000), ROUNDING);
    }
}
