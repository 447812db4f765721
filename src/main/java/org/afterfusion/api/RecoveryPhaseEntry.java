package org.afterfusion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.afterfusion.triage.DayRange;
import org.afterfusion.triage.RecoveryPhase;
import org.afterfusion.triage.RecoveryTimeline;
import org.afterfusion.triage.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A phase of the recovery on the wire. */
@Schema(
        name = "RecoveryPhase",
        description =
                "What many people feel in a stretch of time after a fusion, and what is not usual then. General words: they know "
                        + "nothing of the person, and never lower what a triage answers.")
record RecoveryPhaseEntry(
        @Schema(description = "Its id.", examples = "first-days")
        String id,

        @Schema(ref = "RecoveryDays", description = "The days it is about.")
        Days days,

        @Schema(description = "Its name, for the person.", examples = "The first days")
        String title,

        @Schema(description = "What many people feel at this time, for the person. Never show it without tellTeam.")
        List<String> usual,

        @Schema(
                description =
                        "What is not usual and whom to tell, for the person: first what is an emergency at any time, then what "
                                + "belongs to this one.")
        List<String> tellTeam,

        @Schema(ref = "SourceRef", description = "What it rests on.")
        List<String> sources) {

    @Schema(name = "RecoveryDays", description = "Days since surgery, both ends included.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Days(
            @Schema(description = "The first day; 0 is the day of surgery.", minimum = "0")
            int from,

            @Schema(description = "The last day. Left out for the last phase, which has no end.", minimum = "0")
            @Nullable
            Integer to) {

        private static Days of(DayRange days) {
            return new Days(Objects.requireNonNullElse(days.from(), 0), days.to());
        }
    }

    static List<RecoveryPhaseEntry> listOf(RecoveryTimeline timeline, String language) {
        return timeline.phases().stream()
                .map(phase -> of(phase, timeline.anyTime(), language))
                .toList();
    }

    private static RecoveryPhaseEntry of(RecoveryPhase phase, List<Text> anyTime, String language) {
        return new RecoveryPhaseEntry(
                phase.id(),
                Days.of(phase.days()),
                phase.title().in(language),
                Text.in(language, phase.usual()),
                Stream.concat(anyTime.stream(), phase.tellTeam().stream())
                        .map(text -> text.in(language))
                        .toList(),
                phase.sources());
    }
}
