package org.afterfusion.triage;

import java.util.BitSet;

/**
 * The scores of all causes for one report, by {@link Reading}, in natural log-odds and in the order of the causes.
 *
 * @param supported causes that some answer other than a "no" speaks for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Weighed(double[] ranking, double[] suspect, double[] alternative, BitSet supported) {

    double[] in(Reading reading) {
        return switch (reading) {
            case RANKING -> ranking;
            case SUSPECT -> suspect;
            case ALTERNATIVE -> alternative;
        };
    }
}
