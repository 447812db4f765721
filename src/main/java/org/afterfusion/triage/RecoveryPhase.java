package org.afterfusion.triage;

import java.util.List;

/**
 * A stretch of time after surgery, with what many people feel in it and what is not usual then.
 *
 * @param days since surgery; phases follow one another without a gap from day 0 on, and only the last is open
 * @param usual never what a red flag would raise at that time
 * @param tellTeam what is not usual at that time, and whom to tell
 * @param basis what the phase rests on, for clinicians
 */
public record RecoveryPhase(
        String id, DayRange days, Text title, List<Text> usual, List<Text> tellTeam, Text basis, List<String> sources) {

    public RecoveryPhase {
        usual = List.copyOf(usual);
        tellTeam = List.copyOf(tellTeam);
        sources = List.copyOf(sources);
    }
}
