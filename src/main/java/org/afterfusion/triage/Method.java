package org.afterfusion.triage;

import java.util.List;

/**
 * The numbers of the method itself, from the knowledge base.
 *
 * @param windows middles of the windows of days since surgery, rising
 * @param leastWeight stands for a weight of 0: rare is not impossible
 * @param priorExponent tempers weights and multipliers, which are guesses of a steepness findings could not outweigh
 * @param clusterExponent what each further finding of a cluster counts
 * @param absentExponent what a "no" counts
 * @param absentLimit how many times all "no" answers together may lower or raise a cause
 * @param evidenceLimit how many times all evidence together may raise or lower a cause
 * @param supportFrom a cause that no answer but a "no" makes at least so many times likelier does not come first while another is
 * @param longLastingFrom days of symptoms from which today's window counts beside that of the onset
 * @param longLastingTo days of symptoms from which only today's window counts
 * @param listed how many causes an answer lists at most
 * @param listedFrom least share of a listed cause
 * @param ownUrgencyFrom share from which a cause without a floor of its own brings in its usual urgency
 * @param mustExcludeFrom share from which a dangerous cause must be excluded
 * @param unclear when nothing benign explains the report well enough
 * @param expectedFrom a finding at least this frequent in a cause is missed when absent
 * @param bands least share of each band
 */
public record Method(
        List<Window> windows,
        double leastWeight,
        double priorExponent,
        double clusterExponent,
        double absentExponent,
        double absentLimit,
        double evidenceLimit,
        double supportFrom,
        int longLastingFrom,
        int longLastingTo,
        int listed,
        double listedFrom,
        double ownUrgencyFrom,
        double mustExcludeFrom,
        Unclear unclear,
        double expectedFrom,
        Bands bands,
        Text basis,
        List<String> sources) {

    /**
     * Days since surgery for which causes have one weight.
     *
     * @param middle the day at which the weight holds exactly
     */
    public record Window(DayRange days, double middle) {}

    /**
     * A problem that is not improving and that no benign cause explains is at least at a level.
     *
     * @param fromDay days since surgery from which this holds; before, leg pain of several possible causes is the rule
     * @param below share that every cause of the lowest urgency stays below
     */
    public record Unclear(int fromDay, double below, Urgency level) {}

    public record Bands(double veryLikely, double likely, double possible) {

        RankedCause.Band of(double share) {
            if (share >= veryLikely) {
                return RankedCause.Band.VERY_LIKELY;
            }
            if (share >= likely) {
                return RankedCause.Band.LIKELY;
            }
            return share >= possible ? RankedCause.Band.POSSIBLE : RankedCause.Band.UNLIKELY;
        }
    }
}
