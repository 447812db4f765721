package org.afterfusion.interview;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.afterfusion.interview.Interview.Because;
import org.afterfusion.interview.Interview.Next;
import org.afterfusion.interview.Interview.Progress;
import org.afterfusion.interview.Interview.Question;
import org.afterfusion.triage.InterviewPlan;
import org.afterfusion.triage.InterviewPlan.Screen;
import org.afterfusion.triage.Prospects;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.Urgency;
import org.jspecify.annotations.Nullable;

/** One report seen screen by screen. */
final class Situation {

    private final InterviewPlan plan;
    private final Prospects prospects;
    private final int answered;
    private final Map<Screen, Double> worth = new HashMap<>();
    private final Map<String, Double> worthOfFinding = new HashMap<>();

    Situation(InterviewPlan plan, Prospects prospects, SymptomReport report) {
        this.plan = plan;
        this.prospects = prospects;
        answered = report.findings().size();
    }

    Urgency level() {
        return prospects.triage().urgency();
    }

    /** Returns the first screen of the plan with something to ask that fits, or null. */
    @Nullable
    Screen first(Predicate<String> wanted) {
        return screens(wanted).findFirst().orElse(null);
    }

    /** Returns the screen of most worth with something to ask that fits, the first of several, or null. */
    @Nullable
    Screen best(Predicate<String> wanted) {
        return screens(wanted)
                .reduce((one, other) -> worth(other) > worth(one) ? other : one)
                .orElse(null);
    }

    private Stream<Screen> screens(Predicate<String> wanted) {
        return plan.screens().stream().filter(screen -> askable(screen).anyMatch(wanted));
    }

    private Stream<String> askable(Screen screen) {
        return screen.findings().stream().filter(prospects::isAskable);
    }

    /** Returns what to ask at once: what is wanted, then what tells most, in the order of the screen. */
    private List<String> atOnce(Screen screen, Predicate<String> wanted) {
        return askable(screen)
                .sorted(Comparator.comparing((String finding) -> !wanted.test(finding))
                        .thenComparing(Comparator.comparingDouble((String finding) -> worth(finding))
                                .reversed()))
                .limit(InterviewPlan.MOST_QUESTIONS)
                .sorted(Comparator.comparing(screen.findings()::indexOf))
                .toList();
    }

    boolean couldRaise(String finding) {
        return prospects.couldRaiseTo(finding) != null;
    }

    boolean couldBringEmergency(String finding) {
        var to = prospects.couldRaiseTo(finding);
        return to != null && !Urgency.EMERGENCY.isHigherThan(to);
    }

    boolean couldLower(String finding) {
        return prospects.couldLower(finding);
    }

    /** Returns how far the answers are expected to move the shares, and with them the level. */
    double worth(Screen screen) {
        return worth.computeIfAbsent(screen, one -> atOnce(one, finding -> true).stream()
                .mapToDouble(this::worth)
                .sum());
    }

    private double worth(String finding) {
        return worthOfFinding.computeIfAbsent(finding, this::reckonWorth);
    }

    private double reckonWorth(String finding) {
        var to = prospects.couldRaiseTo(finding);
        int levels = to == null ? 0 : to.rank() - level().rank();
        return prospects.changeExpectedFrom(finding)
                + plan.method().raisingCounts() * levels * prospects.likelihood(finding);
    }

    /** See {@link Prospects#hangsOnAHarmlessCause}. */
    boolean hangsOnAHarmlessCause() {
        return prospects.hangsOnAHarmlessCause();
    }

    /** Returns how many screens it takes at least to ask what is answered. */
    int screensSeen() {
        return plan.screens().stream()
                .mapToInt(screen -> screensFor(
                        screen.findings().stream().filter(prospects::isAnswered).count()))
                .sum();
    }

    private static int screensFor(long questions) {
        return Math.toIntExact((questions + InterviewPlan.MOST_QUESTIONS - 1) / InterviewPlan.MOST_QUESTIONS);
    }

    Interview on(Screen screen, Predicate<String> wanted, Because because) {
        var questions = atOnce(screen, wanted).stream()
                .map(finding -> new Question(finding, prospects.couldRaiseTo(finding)))
                .toList();
        return new Interview(new Next(screen, questions), because, progress(), prospects.triage());
    }

    /** Counts only what may still come: past the limit, no screen that could not change the level. */
    private Progress progress() {
        int spare = Math.max(0, plan.method().mostBeforeReassuring() - screensSeen());
        int screens = 0;
        int questions = 0;
        for (var screen : plan.screens()) {
            long toAsk = askable(screen).count();
            boolean needed = askable(screen).anyMatch(prospects::couldMatterToALevel);
            int most = needed ? screensFor(toAsk) : Math.min(spare, screensFor(toAsk));
            spare -= needed ? 0 : most;
            screens += most;
            questions += (int) Math.min(toAsk, (long) most * InterviewPlan.MOST_QUESTIONS);
        }
        return new Progress(answered, questions, screens);
    }

    Interview done(Because because) {
        return new Interview(null, because, new Progress(answered, 0, 0), prospects.triage());
    }
}
