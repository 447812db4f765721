package org.afterfusion.knowledge;

import static org.afterfusion.testing.Reports.choice;
import static org.afterfusion.testing.Reports.present;
import static org.afterfusion.testing.Reports.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.afterfusion.testing.Reports;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Method;
import org.afterfusion.triage.RecoveryPhase;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.Triage;
import org.afterfusion.triage.Triage.Origin;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the recovery timeline against the founding article and against the rules. */
class RecoveryTimelineTest {

    private static final KnowledgeBase KNOWLEDGE = KnowledgeLoader.load(Path.of("src/main/resources/knowledge"));
    private static final TriageEngine ENGINE = new TriageEngine(KNOWLEDGE);
    private static final int YEARS = 2000;

    @Test
    void thePhasesAreTheWindowsOfTheMethod() {
        assertThat(KNOWLEDGE.recovery().phases())
                .extracting(RecoveryPhase::days)
                .isEqualTo(KNOWLEDGE.method().windows().stream()
                        .map(Method.Window::days)
                        .toList());
    }

    @Test
    void everyPhaseRestsOnTheFoundingArticle() {
        assertThat(KNOWLEDGE.recovery().phases())
                .allSatisfy(phase -> assertThat(phase.sources()).contains("seed"));
    }

    @ParameterizedTest
    @CsvSource({
        "first-days, wakes up",
        "weeks-3-to-6, Small nerve fibers can get better within six weeks",
        "months-2-and-3, Large nerve fibers",
        "months-4-to-12, up to a year to heal",
        "months-4-to-12, bone was taken from your hip",
        "months-4-to-12, fused part of your back does not bend",
        "months-4-to-12, joint between spine and pelvis",
        "months-4-to-12, loose screw",
        "months-4-to-12, bones that have not joined"
    })
    void theTimeCourseOfTheFoundingArticle(String phase, String words) {
        assertThat(english(phase(phase))).contains(words);
    }

    /** All that a phase calls usual, at once, since the surgery, on its first and its last day. */
    @ParameterizedTest
    @CsvSource({
        "first-days, 6, slowly-worse, shooting-electric pins-and-needles leg-numbness burning-skin same-as-before-surgery"
                + " comes-in-waves spasm-beside-spine low-back-pain buttock-pain back-of-thigh graft-side-rim outer-thigh-patch",
        "first-two-weeks, 6, same, shooting-electric pins-and-needles leg-numbness burning-skin same-as-before-surgery"
                + " comes-in-waves spasm-beside-spine low-back-pain buttock-pain back-of-thigh graft-side-rim",
        "weeks-3-to-6, 4, same, shooting-electric pins-and-needles leg-numbness comes-in-waves spasm-beside-spine"
                + " low-back-pain graft-side-rim",
        "months-2-and-3, 4, same, pins-and-needles leg-numbness several-joints-or-limp",
        "months-4-to-12, 4, same, leg-numbness graft-side-rim several-joints-or-limp",
        "after-the-first-year, 4, same, leg-pain graft-side-rim several-joints-or-limp"
    })
    void noRedFlagRaisesWhatIsCalledUsual(String id, double pain, String trend, String findings) {
        var days = phase(id).days();
        for (int day : new int[] {Objects.requireNonNull(days.from()), Objects.requireNonNullElse(days.to(), YEARS)}) {
            var answers = new ArrayList<ReportedFinding>();
            answers.add(value("pain-score", pain));
            answers.add(choice("pain-trend", trend));
            Stream.of(findings.split(" ")).map(Reports::present).forEach(answers::add);

            assertThat(raisedByRedFlags(sinceSurgery(day, answers)))
                    .as(id + " on day " + day)
                    .isEmpty();
        }
    }

    /** Each thing that a phase tells people to act on, alone: the red flags ask for something, and for no more than the words. */
    @ParameterizedTest
    @CsvSource({
        "first-days, SAME_DAY, headache wound-red-hot numbness-spreading calf",
        "first-two-weeks, SAME_DAY, fever chills-or-sweats headache wound-red-hot wound-open wound-smell calf",
        "weeks-3-to-6, SAME_DAY, fever chills-or-sweats wound-red-hot wound-open wound-smell calf fall-or-injury cannot-bear-weight",
        "weeks-3-to-6, SOON, good-spell-first",
        "months-2-and-3, SAME_DAY, fever wound-red-hot fall-or-injury cannot-bear-weight",
        "months-4-to-12, SAME_DAY, fever wound-red-hot cannot-bear-weight",
        "months-4-to-12, SOON, good-spell-first",
        "after-the-first-year, SAME_DAY, fever cannot-bear-weight new-stoop-or-hump",
        "after-the-first-year, SOON, leg-numbness good-spell-first"
    })
    void theWordsAskForNoLessThanTheRules(String id, Urgency asked, String findings) {
        var days = phase(id).days();
        for (int day : new int[] {Objects.requireNonNull(days.from()), Objects.requireNonNullElse(days.to(), YEARS)}) {
            for (var finding : findings.split(" ")) {
                var triage = ENGINE.triage(sinceSurgery(day, List.of(present(finding))));

                assertThat(triage.setBy())
                        .as(finding + " on day " + day)
                        .anyMatch(trigger -> trigger.origin() == Origin.RED_FLAG)
                        .noneMatch(trigger -> trigger.level().isHigherThan(asked));
            }
        }
    }

    private static List<String> raisedByRedFlags(SymptomReport report) {
        return ENGINE.triage(report).setBy().stream()
                .filter(trigger -> trigger.origin() == Origin.RED_FLAG)
                .filter(trigger -> trigger.level().isHigherThan(Urgency.ROUTINE))
                .map(Triage.Trigger::id)
                .toList();
    }

    private static SymptomReport sinceSurgery(int day, List<ReportedFinding> answers) {
        var report = Reports.reassuring(KNOWLEDGE, day, answers);
        return new SymptomReport(report.patient(), report.surgery(), day, report.findings(), report.reportedBy());
    }

    private static RecoveryPhase phase(String id) {
        return KNOWLEDGE.recovery().phases().stream()
                .filter(phase -> phase.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String english(RecoveryPhase phase) {
        return Stream.concat(phase.usual().stream(), phase.tellTeam().stream())
                .map(text -> text.in("en"))
                .reduce("", (all, text) -> all + text + "\n");
    }
}
