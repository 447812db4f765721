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

    private void add(int cause, int cluster, double ratio, boolean isNo) {
        sums.in(cluster);
        sums.add(Impact.of(cause, ratio, isNo, true, false, METHOD));
    }

    private double sum(int cause) {
        return sums.byCause(Reading.RANKING)[cause];
    }

    @Test
    void nothingSaidWeighsNothing() {
        assertThat(sum(0)).isZero();
    }

    @Test
    void onlyTheStrongestOfAClusterCountsInFull() {
        add(0, 0, 0.5, false);
        add(0, 0, 1, false);
        add(0, 0, 0.25, false);

        assertThat(sum(0)).isEqualTo(1 + (0.5 + 0.25) / 2, ROUNDING);
    }

    @Test
    void clustersAddUp() {
        add(0, 0, 1, false);
        add(0, 2, 2, false);

        assertThat(sum(0)).isEqualTo(3, ROUNDING);
    }

    @Test
    void supportAndOppositionAreKeptApart() {
        add(0, 1, 1, false);
        add(0, 1, -2, false);
        add(0, 1, -1, false);

        assertThat(sum(0)).isEqualTo(1 - 2 - 0.5, ROUNDING);
    }

    @Test
    void causesAreKeptApart() {
        add(0, 2, 1, false);
        add(1, 0, 3, false);

        assertThat(sum(0)).isEqualTo(1, ROUNDING);
        assertThat(sum(1)).isEqualTo(3, ROUNDING);
    }

    @Test
    void aNoCountsLess() {
        add(0, 0, -2, true);

        assertThat(sum(0)).isEqualTo(-0.5, ROUNDING);
    }

    @Test
    void aNoThatSupportsCountsLessTooAndIsKeptApart() {
        add(0, 0, 2, true);
        add(0, 0, 0.5, false);

        assertThat(sum(0)).isEqualTo(0.5 + 0.5, ROUNDING);
    }

    @Test
    void allNoThatSupportAreLimitedTogetherToo() {
        add(0, 0, 4, true);
        add(0, 1, 4, true);
        add(0, 2, 4, true);

        assertThat(sum(0)).isEqualTo(Math.log(4), ROUNDING);
    }

    @Test
    void allNoTogetherAreLimited() {
        add(0, 0, -4, true);
        add(0, 1, -4, true);
        add(0, 2, -1, false);

        assertThat(sum(0)).isEqualTo(-Math.log(4) - 1, ROUNDING);
    }

    @Test
    void everythingTogetherIsLimitedBothWays() {
        add(0, 0, 7, false);
        add(1, 0, -7, false);

        assertThat(sum(0)).isEqualTo(Math.log(1000), ROUNDING);
        assertThat(sum(1)).isEqualTo(-Math.log(1000), ROUNDING);
    }

    @Test
    void aReadingHasOnlyWhatCountsInIt() {
        add(0, 0, 1, false);

        assertThat(sums.byCause(Reading.SUSPECT)[0]).isEqualTo(1, ROUNDING);
        assertThat(sums.byCause(Reading.ALTERNATIVE)[0]).isZero();
    }
}
