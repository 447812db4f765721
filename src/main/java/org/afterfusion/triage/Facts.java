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
 * One report in the engine's own form: bits, numbers and options by finding index. What is not known is {@code NaN}, -1 or
 * {@code null}, and no comparison with it holds.
 */
final class Facts {

    private static final int NOT_GIVEN = -1;

    private final SymptomReport report;
    private final BitSet present;
    private final BitSet fresh;
    private final BitSet possible;
    private final BitSet possiblyFresh;
    private final BitSet absent;
    private final BitSet reported;
    private final BitSet cleared;
    private final double[] values;
    private final int[] options;
    private final int[] startedDaysAgo;
    private final @Nullable Course[] courses;
    private @Nullable Course overallCourse;

    Facts(Vocabulary vocabulary, SymptomReport report) {
        this.report = report;
        int size = vocabulary.size();
        present = new BitSet(size);
        fresh = new BitSet(size);
        possible = new BitSet(size);
        possiblyFresh = new BitSet(size);
        absent = new BitSet(size);
        reported = new BitSet(size);
        cleared = new BitSet(size);
        values = new double[size];
        options = new int[size];
        startedDaysAgo = new int[size];
        courses = new Course[size];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(options, NOT_GIVEN);
        Arrays.fill(startedDaysAgo, NOT_GIVEN);
        for (var answer : report.findings()) {
            record(vocabulary, vocabulary.indexOf(answer.id()), answer);
        }
    }

    private void record(Vocabulary vocabulary, int index, ReportedFinding answer) {
        boolean isNew = beganAfterSurgery(answer) || answer.course() == Course.WORSE;
        if (answer.presence() == Presence.ABSENT) {
            absent.set(index);
        } else if (answer.presence() != null) {
            possible.set(index);
            reported.set(index);
            possiblyFresh.set(index, isNew);
            boolean certain = answer.presence() == Presence.PRESENT;
            present.set(index, certain);
            fresh.set(index, certain && isNew);
        }
        if (answer.value() != null) {
            supposeValue(index, answer.value());
        }
        if (answer.choice() != null) {
            choose(vocabulary, index, vocabulary.optionOf(answer.id(), answer.choice()));
        }
        if (answer.presence() != Presence.UNSURE) {
            cleared.set(index);
        }
        courses[index] = answer.course();
        if (answer.startedDaysAgo() != null) {
            startedDaysAgo[index] = answer.startedDaysAgo();
        }
    }

    private boolean beganAfterSurgery(ReportedFinding answer) {
        boolean datedBefore = answer.startedDaysAgo() != null
                && answer.startedDaysAgo() > report.surgery().daysAgo();
        return !datedBefore && !Boolean.TRUE.equals(answer.sinceBeforeSurgery());
    }

    private void choose(Vocabulary vocabulary, int index, int option) {
        options[index] = option;
        reported.set(index);
        var course = vocabulary.finding(index).choices().get(option).course();
        if (course != null) {
            overallCourse = course;
        }
    }

    /** What cannot be supposed is shared. */
    private Facts(Facts original) {
        report = original.report;
        present = (BitSet) original.present.clone();
        fresh = (BitSet) original.fresh.clone();
        possible = (BitSet) original.possible.clone();
        possiblyFresh = (BitSet) original.possiblyFresh.clone();
        absent = (BitSet) original.absent.clone();
        reported = (BitSet) original.reported.clone();
        cleared = original.cleared;
        values = original.values.clone();
        options = original.options.clone();
        startedDaysAgo = original.startedDaysAgo;
        courses = original.courses;
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
        boolean couldBeNew = !possible.get(finding) || possiblyFresh.get(finding);
        absent.clear(finding);
        present.set(finding);
        possible.set(finding);
        reported.set(finding);
        fresh.set(finding, couldBeNew);
        possiblyFresh.set(finding, couldBeNew);
    }

    void supposeValue(int finding, double value) {
        values[finding] = value;
        reported.set(finding);
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
        present.set(finding, original.present.get(finding));
        fresh.set(finding, original.fresh.get(finding));
        possible.set(finding, original.possible.get(finding));
        possiblyFresh.set(finding, original.possiblyFresh.get(finding));
        absent.set(finding, original.absent.get(finding));
        reported.set(finding, original.reported.get(finding));
        values[finding] = original.values[finding];
        options[finding] = original.options[finding];
        overallCourse = original.overallCourse;
    }

    BitSet present() {
        return present;
    }

    BitSet fresh() {
        return fresh;
    }

    BitSet possible() {
        return possible;
    }

    BitSet possiblyFresh() {
        return possiblyFresh;
    }

    BitSet absent() {
        return absent;
    }

    /** The findings answered with something else than "not sure". */
    BitSet cleared() {
        return cleared;
    }

    double value(int finding) {
        return values[finding];
    }

    /** Returns the index of the chosen option, or -1. */
    int option(int finding) {
        return options[finding];
    }

    boolean allAbsent(BitSet mask) {
        for (int i = mask.nextSetBit(0); i >= 0; i = mask.nextSetBit(i + 1)) {
            if (!absent.get(i)) {
                return false;
            }
        }
        return true;
    }

    boolean improving(BitSet mask) {
        boolean any = false;
        for (int i = mask.nextSetBit(0); i >= 0; i = mask.nextSetBit(i + 1)) {
            if (isReported(i)) {
                if (courses[i] != Course.BETTER) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    boolean worsening(BitSet mask) {
        if (overallCourse == Course.WORSE) {
            return true;
        }
        for (int i = mask.nextSetBit(0); i >= 0; i = mask.nextSetBit(i + 1)) {
            if (isReported(i) && courses[i] == Course.WORSE) {
                return true;
            }
        }
        return false;
    }

    boolean lasting(BitSet mask, int days) {
        for (int i = mask.nextSetBit(0); i >= 0; i = mask.nextSetBit(i + 1)) {
            if (isReported(i) && !(daysOf(i) >= days)) {
                return false;
            }
        }
        return true;
    }

    /** What began after the operation cannot have lasted longer than the days since, so an unknown start may still be recent. */
    boolean recent(BitSet mask, int days) {
        for (int i = mask.nextSetBit(0); i >= 0; i = mask.nextSetBit(i + 1)) {
            if (fresh.get(i) && (daysOf(i) <= days || daysSinceSurgery() <= days)) {
                return true;
            }
        }
        return false;
    }

    /** Returns for how many days a finding has been there, failing that the whole problem, or NaN. */
    private double daysOf(int finding) {
        return startedDaysAgo[finding] == NOT_GIVEN ? symptomDays() : startedDaysAgo[finding];
    }

    /** Returns whether the finding was answered in any way. */
    boolean isAnswered(int finding) {
        return absent.get(finding) || isReported(finding);
    }

    /** The findings answered with anything but "no", "not sure" included. */
    BitSet reported() {
        return reported;
    }

    private boolean isReported(int i) {
        return reported.get(i);
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
