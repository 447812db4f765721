package org.afterfusion.interview;

import java.util.HashMap;
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
        return worth.computeIfAbsent(
                screen, one -> askable(one).mapToDouble(this::worth).sum());
    }

    private double worth(String finding) {
        var to = prospects.couldRaiseTo(finding);
        int levels = to == null ? 0 : to.rank() - level().rank();
        return prospects.changeExpectedFrom(finding)
                + plan.method().raisingCounts() * levels * prospects.likelihood(finding);
    }

    /** See {@link Prospects#isBarelyExplained}. */
    boolean isBarelyExplained() {
        return prospects.isBarelyExplained();
    }

    /** Returns of how many screens something was answered. */
    long screensSeen() {
        return plan.screens().stream()
                .filter(screen -> screen.findings().stream().anyMatch(prospects::isAnswered))
                .count();
    }

    Interview on(Screen screen, Because because) {
        var questions = askable(screen)
                .map(finding -> new Question(finding, prospects.couldRaiseTo(finding)))
                .toList();
        return new Interview(new Next(screen, questions), because, progress(), prospects.triage());
    }

    /** Counts only what may still come: past the limit, no screen that could not change the level. */
    private Progress progress() {
        long spare = Math.max(0, plan.method().mostBeforeReassuring() - screensSeen());
        int screens = 0;
        int questions = 0;
        for (var screen : plan.screens()) {
            long toAsk = askable(screen).count();
            boolean needed = askable(screen).anyMatch(prospects::couldMatterToALevel);
            if (toAsk > 0 && (needed || spare-- > 0)) {
                screens++;
                questions += (int) toAsk;
            }
        }
        return new Progress(answered, questions, screens);
    }

    Interview done(Because because) {
        return new Interview(null, because, new Progress(answered, 0, 0), prospects.triage());
    }
}
