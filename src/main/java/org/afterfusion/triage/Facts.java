package org.afterfusion.triage;

import java.util.Arrays;
import java.util.BitSet;
import org.afterfusion.triage.Condition.Context.Fact;
import org.afterfusion.triage.Condition.Measure;
import org.afterfusion.triage.Condition.Operation.Detail;
import org.afterfusion.triage.SymptomReport.Course;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.jspecify.annotations.Nullable;

/**
 * One report in the engine's own form: states, numbers and options by finding index. What is not known is {@code NaN}, -1 or
 * {@code null}, and no comparison with it holds.
 */
final class Facts {

    /** How a finding may stand in a report; several hold at once. */
    enum State {
        PRESENT(1),
        /** Present, and new or worse since the operation. */
        FRESH(2),
        /** Present or "not sure". */
        POSSIBLE(4),
        /** Possible, and not known to be from before the operation. */
        POSSIBLY_FRESH(8),
        ABSENT(16),
        /** Answered with anything but "no", "not sure" included. */
        REPORTED(32),
        /** Answered with something else than "not sure". */
        CLEARED(64);

        private final int bit;

        State(int bit) {
            this.bit = bit;
        }
    }

    private static final int NOT_GIVEN = -1;
    private static final int YES = State.PRESENT.bit | State.POSSIBLE.bit | State.REPORTED.bit;
    private static final int NEW = State.FRESH.bit | State.POSSIBLY_FRESH.bit;

    private final SymptomReport report;
    private final byte[] states;
    private final double[] values;
    private final int[] options;
    private final @Nullable ReportedFinding[] answers;
    private @Nullable Course overallCourse;

    Facts(Vocabulary vocabulary, SymptomReport report) {
        this.report = report;
        int size = vocabulary.size();
        states = new byte[size];
        values = new double[size];
        options = new int[size];
        answers = new ReportedFinding[size];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(options, NOT_GIVEN);
        for (var answer : report.findings()) {
            record(vocabulary, vocabulary.indexOf(answer.id()), answer);
        }
    }

    private void record(Vocabulary vocabulary, int index, ReportedFinding answer) {
        answers[index] = answer;
        if (answer.presence() != null) {
            states[index] = (byte) stateOf(answer, answer.presence());
        }
        if (answer.presence() != Presence.UNSURE) {
            set(index, State.CLEARED.bit);
        }
        if (answer.value() != null) {
            supposeValue(index, answer.value());
        }
        if (answer.choice() != null) {
            choose(vocabulary, index, vocabulary.optionOf(index, answer.choice()));
        }
    }

    private int stateOf(ReportedFinding answer, Presence presence) {
        boolean isNew = beganAfterSurgery(answer) || answer.course() == Course.WORSE;
        return switch (presence) {
            case PRESENT -> isNew ? YES | NEW : YES;
            case UNSURE -> State.POSSIBLE.bit | State.REPORTED.bit | (isNew ? State.POSSIBLY_FRESH.bit : 0);
            case ABSENT -> State.ABSENT.bit;
        };
    }

    private boolean beganAfterSurgery(ReportedFinding answer) {
        boolean datedBefore = answer.startedDaysAgo() != null
                && answer.startedDaysAgo() > report.surgery().daysAgo();
        return !datedBefore && !Boolean.TRUE.equals(answer.sinceBeforeSurgery());
    }

    private void set(int finding, int bits) {
        states[finding] |= (byte) bits;
    }

    private void choose(Vocabulary vocabulary, int index, int option) {
        options[index] = option;
        set(index, State.REPORTED.bit);
        var course = vocabulary.finding(index).choices().get(option).course();
        if (course != null) {
            overallCourse = course;
        }
    }

    /** What cannot be supposed is shared. */
    private Facts(Facts original) {
        report = original.report;
        states = original.states.clone();
        values = original.values.clone();
        options = original.options.clone();
        answers = original.answers;
        overallCourse = original.overallCourse;
    }

    /** Returns these facts with the most worrying answer to each of the open findings. */
    Facts withWorst(Vocabulary vocabulary, BitSet open) {
        var worst = copy();
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            worst.supposeWorst(vocabulary, i);
        }
        return worst;
    }

    void supposeWorst(Vocabulary vocabulary, int index) {
        var finding = vocabulary.finding(index);
        switch (finding.type()) {
            case PRESENCE -> supposePresent(index);
            case VALUE -> supposeValue(index, finding.worstValue());
            case CHOICE -> supposeOption(vocabulary, index, finding.choices().size() - 1);
        }
    }

    /** Returns facts of their own, in which answers can be supposed and {@linkplain #takeBack taken back}. */
    Facts copy() {
        return new Facts(this);
    }

    void supposePresent(int finding) {
        // Not sure of something that is from before the operation: a yes would not make it new.
        boolean couldBeNew = !is(State.POSSIBLE, finding) || is(State.POSSIBLY_FRESH, finding);
        states[finding] = (byte) ((states[finding] & State.CLEARED.bit) | YES | (couldBeNew ? NEW : 0));
    }

    void supposeValue(int finding, double value) {
        values[finding] = value;
        set(finding, State.REPORTED.bit);
    }

    void supposeOption(Vocabulary vocabulary, int finding, int option) {
        int before = options[finding];
        if (before != NOT_GIVEN
                && vocabulary.finding(finding).choices().get(before).course() != null) {
            overallCourse = null;
        }
        choose(vocabulary, finding, option);
    }

    /** Makes what was supposed of a finding again what it was in the facts copied. */
    void takeBack(int finding, Facts original) {
        states[finding] = original.states[finding];
        values[finding] = original.values[finding];
        options[finding] = original.options[finding];
        overallCourse = original.overallCourse;
    }

    boolean is(State state, int finding) {
        return (states[finding] & state.bit) != 0;
    }

    boolean isAny(State state, int[] findings) {
        for (int finding : findings) {
            if (is(state, finding)) {
                return true;
            }
        }
        return false;
    }

    boolean areAll(State state, int[] findings) {
        for (int finding : findings) {
            if (!is(state, finding)) {
                return false;
            }
        }
        return true;
    }

    double value(int finding) {
        return values[finding];
    }

    /** Returns the index of the chosen option, or -1. */
    int option(int finding) {
        return options[finding];
    }

    boolean improving(int[] findings) {
        boolean any = false;
        for (int finding : findings) {
            if (is(State.REPORTED, finding)) {
                if (courseOf(finding) != Course.BETTER) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    boolean worsening(int[] findings) {
        if (overallCourse == Course.WORSE) {
            return true;
        }
        for (int finding : findings) {
            if (is(State.REPORTED, finding) && courseOf(finding) == Course.WORSE) {
                return true;
            }
        }
        return false;
    }

    boolean lasting(int[] findings, int days) {
        for (int finding : findings) {
            if (is(State.REPORTED, finding) && !(daysOf(finding) >= days)) {
                return false;
            }
        }
        return true;
    }

    /** What began after the operation cannot have lasted longer than the days since, so an unknown start may still be recent. */
    boolean recent(int[] findings, int days) {
        for (int finding : findings) {
            if (is(State.FRESH, finding) && (daysOf(finding) <= days || daysSinceSurgery() <= days)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Course courseOf(int finding) {
        var answer = answers[finding];
        return answer == null ? null : answer.course();
    }

    /** Returns for how many days a finding has been there, failing that the whole problem, or NaN. */
    private double daysOf(int finding) {
        var answer = answers[finding];
        return answer == null || answer.startedDaysAgo() == null ? symptomDays() : answer.startedDaysAgo();
    }

    /** Returns whether the finding was answered in any way. */
    boolean isAnswered(int finding) {
        return (states[finding] & (State.ABSENT.bit | State.REPORTED.bit)) != 0;
    }

    /** Returns whether the problem as a whole is known to get better. */
    boolean isImproving() {
        return overallCourse == Course.BETTER;
    }

    int daysSinceSurgery() {
        return report.surgery().daysAgo();
    }

    /** Returns for how many days the present problem has been there, or NaN. */
    double symptomDays() {
        return orNaN(report.symptomsStartedDaysAgo());
    }

    /** Returns the day after surgery on which the present problem began, 0 when it was there before, or NaN. */
    double onsetDay() {
        return Math.max(0, daysSinceSurgery() - symptomDays());
    }

    double measure(Measure measure) {
        return switch (measure) {
            case DAYS_SINCE_SURGERY -> daysSinceSurgery();
            case ONSET_DAY -> onsetDay();
            case SYMPTOM_DAYS -> symptomDays();
            case AGE_YEARS -> orNaN(report.patient().ageYears());
            case BMI -> orNaN(report.patient().bmi());
            case LEVELS_FUSED -> orNaN(report.surgery().levelsFused());
        };
    }

    @Nullable
    Enum<?> word(Fact fact) {
        return switch (fact) {
            case APPROACH -> report.surgery().approach();
            case PROCEDURE -> report.surgery().procedure();
            case SEX -> report.patient().sex();
        };
    }

    @Nullable
    Boolean operation(Detail detail) {
        var surgery = report.surgery();
        return switch (detail) {
            case FUSED_TO_SACRUM -> surgery.fusedToSacrum();
            case INTERBODY_CAGE -> surgery.interbodyCage();
            case OWN_HIP_BONE -> surgery.ownHipBone();
            case BMP -> surgery.bmp();
            case REVISION -> surgery.revision();
            case DURAL_TEAR -> surgery.duralTear();
        };
    }

    private static double orNaN(@Nullable Number number) {
        return number == null ? Double.NaN : number.doubleValue();
    }
}
