package org.afterfusion.browser;

import java.util.List;
import java.util.Map;

/** What happened to somebody, and how they answer. What a story leaves out is answered with "no" or a harmless number. */
enum Story {
    USUAL_RECOVERY(
            14,
            13,
            Map.of("shooting-electric", "present", "leg-pain", "present", "pain-score", "3", "pain-trend", "better"),
            List.of("routine", "soon")),
    WOUND_INFECTION(
            12,
            2,
            Map.of("wound-red-hot", "present", "fever", "present", "temperature", "38.6", "wound-drainage", "cloudy"),
            List.of("same-day", "emergency", "emergency-ambulance")),
    CAUDA_EQUINA(
            5,
            1,
            Map.of("saddle-numbness", "present", "cannot-pass-urine", "present"),
            List.of("emergency", "emergency-ambulance")),
    DEEP_VEIN_THROMBOSIS(
            10,
            2,
            Map.of(
                    "calf", "present",
                    "one-leg-swollen", "present",
                    "calf-tender-deep", "present",
                    "calf-size-difference", "4",
                    "pain-score", "5"),
            List.of("same-day", "emergency", "emergency-ambulance"));

    private static final Map<String, String> HARMLESS = Map.of("temperature", "36.8", "last-passed-urine-hours", "3");

    final int daysAgo;
    final int startedDaysAgo;
    final List<String> levels;
    private final Map<String, String> answers;

    Story(int daysAgo, int startedDaysAgo, Map<String, String> answers, List<String> levels) {
        this.daysAgo = daysAgo;
        this.startedDaysAgo = startedDaysAgo;
        this.answers = answers;
        this.levels = levels;
    }

    boolean has(String finding) {
        return "present".equals(answers.get(finding));
    }

    String number(String finding) {
        return answers.getOrDefault(finding, HARMLESS.getOrDefault(finding, "0"));
    }

    /** The choice of the story, or the first one: the least worrying comes first. */
    String oneOf(String finding, List<String> choices) {
        var least = choices.contains("absent") ? "absent" : choices.get(0);
        return answers.getOrDefault(finding, least);
    }
}
