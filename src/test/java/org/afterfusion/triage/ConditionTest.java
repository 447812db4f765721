package org.afterfusion.triage;

import static org.afterfusion.triage.Made.answered;
import static org.afterfusion.triage.Made.finding;
import static org.afterfusion.triage.Made.number;
import static org.afterfusion.triage.Made.option;
import static org.afterfusion.triage.Made.options;
import static org.afterfusion.triage.Made.present;
import static org.afterfusion.triage.Made.report;
import static org.afterfusion.triage.ReportEdits.answer;
import static org.afterfusion.triage.ReportEdits.choice;
import static org.afterfusion.triage.ReportEdits.value;
import static org.afterfusion.triage.ReportEdits.withCourse;
import static org.afterfusion.triage.ReportEdits.withOnset;
import static org.afterfusion.triage.ReportEdits.withStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.afterfusion.triage.Condition.All;
import org.afterfusion.triage.Condition.Answer;
import org.afterfusion.triage.Condition.AtLeast;
import org.afterfusion.triage.Condition.Chosen;
import org.afterfusion.triage.Condition.Context;
import org.afterfusion.triage.Condition.Context.Fact;
import org.afterfusion.triage.Condition.Going;
import org.afterfusion.triage.Condition.Lasting;
import org.afterfusion.triage.Condition.Measure;
import org.afterfusion.triage.Condition.Operation;
import org.afterfusion.triage.Condition.Operation.Detail;
import org.afterfusion.triage.Condition.Recent;
import org.afterfusion.triage.Condition.Trend;
import org.afterfusion.triage.Condition.Value;
import org.afterfusion.triage.Condition.Within;
import org.afterfusion.triage.SymptomReport.Approach;
import org.afterfusion.triage.SymptomReport.Course;
import org.afterfusion.triage.SymptomReport.Patient;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.Procedure;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.SymptomReport.Sex;
import org.afterfusion.triage.SymptomReport.Surgery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(
            finding("a", 1),
            finding("b", 1),
            number("n", 1, 10),
            options(
                    "c",
                    1,
                    List.of(option("better", Course.BETTER), option("same", null), option("worse", Course.WORSE)),
                    null)));

    private static final ReportedFinding YES = answer("a", Presence.PRESENT);
    private static final ReportedFinding NO = answer("a", Presence.ABSENT);
    private static final ReportedFinding UNSURE = answer("a", Presence.UNSURE);

    private static boolean holds(Condition condition, SymptomReport report) {
        return condition.compile(VOCABULARY).holds(new Facts(VOCABULARY, report));
    }

    private static boolean holds(Condition condition, ReportedFinding... answers) {
        return holds(condition, report(10, answers));
    }

    // Answers

    @Test
    void oneIsPresent() {
        var condition = present("a", "b");

        assertThat(holds(condition, YES)).isTrue();
        assertThat(holds(condition, answer("b", Presence.PRESENT))).isTrue();
        assertThat(holds(condition, NO)).isFalse();
        assertThat(holds(condition, UNSURE)).isFalse();
        assertThat(holds(condition)).isFalse();
    }

    @Test
    void newSinceTheOperation() {
        var condition = answered(Answer.NEW, "a");

        assertThat(holds(condition, YES)).isTrue();
        assertThat(holds(condition, UNSURE)).isFalse();
        assertThat(holds(condition, withStart(YES, 10, null))).isTrue();
        assertThat(holds(condition, withStart(YES, 11, null))).isFalse();
        assertThat(holds(condition, withStart(YES, null, false))).isTrue();
        assertThat(holds(condition, withStart(YES, null, true))).isFalse();
        assertThat(holds(condition, withCourse(withStart(YES, null, true), Course.WORSE)))
                .isTrue();
        assertThat(holds(condition, withCourse(withStart(YES, null, true), Course.SAME)))
                .isFalse();
    }

    @Test
    void possible() {
        var condition = answered(Answer.POSSIBLE, "a");

        assertThat(holds(condition, YES)).isTrue();
        assertThat(holds(condition, UNSURE)).isTrue();
        assertThat(holds(condition, withStart(UNSURE, null, true))).isTrue();
        assertThat(holds(condition, NO)).isFalse();
        assertThat(holds(condition)).isFalse();
    }

    @Test
    void possiblyNew() {
        var condition = answered(Answer.POSSIBLY_NEW, "a");

        assertThat(holds(condition, YES)).isTrue();
        assertThat(holds(condition, UNSURE)).isTrue();
        assertThat(holds(condition, withStart(UNSURE, null, true))).isFalse();
        assertThat(holds(condition, NO)).isFalse();
    }

    @Test
    void absentMeansThatEachWasDenied() {
        var condition = answered(Answer.ABSENT, "a", "b");

        assertThat(holds(condition, NO, answer("b", Presence.ABSENT))).isTrue();
        assertThat(holds(condition, NO)).isFalse();
        assertThat(holds(condition, NO, answer("b", Presence.UNSURE))).isFalse();
        assertThat(holds(condition, NO, answer("b", Presence.PRESENT))).isFalse();
    }

    @Test
    void aNumberWithinBounds() {
        var condition = new Value("n", 5.0, 8.0);

        assertThat(holds(condition, value("n", 5))).isTrue();
        assertThat(holds(condition, value("n", 7.9))).isTrue();
        assertThat(holds(condition, value("n", 8))).isFalse();
        assertThat(holds(condition, value("n", 4.9))).isFalse();
        assertThat(holds(condition)).isFalse();
        assertThat(holds(new Value("n", 5.0, null), value("n", 1e9))).isTrue();
        assertThat(holds(new Value("n", null, 8.0), value("n", -1e9))).isTrue();
    }

    @Test
    void chosen() {
        var condition = new Chosen("c", List.of("better", "worse"));

        assertThat(holds(condition, choice("c", "better"))).isTrue();
        assertThat(holds(condition, choice("c", "worse"))).isTrue();
        assertThat(holds(condition, choice("c", "same"))).isFalse();
        assertThat(holds(condition)).isFalse();
    }

    @Test
    void unknownIdsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> present("z").compile(VOCABULARY))
                .withMessage("no finding z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chosen("c", List.of("z")).compile(VOCABULARY))
                .withMessage("no choice z of c");
    }

    // Course and time

    private static ReportedFinding going(String id, Course course) {
        return withCourse(answer(id, Presence.PRESENT), course);
    }

    @Test
    void improving() {
        var condition = new Going(Trend.IMPROVING, List.of("a", "b", "n", "c"));

        assertThat(holds(condition, going("a", Course.BETTER))).isTrue();
        assertThat(holds(condition, going("a", Course.BETTER), going("b", Course.SAME)))
                .isFalse();
        assertThat(holds(condition, going("a", Course.BETTER), answer("b", Presence.ABSENT)))
                .isTrue();
        assertThat(holds(condition, going("a", Course.BETTER), value("n", 3))).isFalse();
        assertThat(holds(condition, going("a", Course.BETTER), choice("c", "better")))
                .isFalse();
        assertThat(holds(condition, withCourse(value("n", 3), Course.BETTER))).isTrue();
        assertThat(holds(condition, YES)).isFalse();
        assertThat(holds(condition)).isFalse();
    }

    @Test
    void worse() {
        var worse = new Going(Trend.WORSE, List.of("a", "n"));
        var notWorse = new Going(Trend.NOT_WORSE, List.of("a", "n"));

        for (var report : List.of(
                report(10, going("a", Course.WORSE)),
                report(10, choice("c", "worse")),
                report(10, YES, withCourse(value("n", 3), Course.WORSE)))) {
            assertThat(holds(worse, report)).isTrue();
            assertThat(holds(notWorse, report)).isFalse();
        }
        for (var report : List.of(
                report(10),
                report(10, YES),
                report(10, going("b", Course.WORSE)),
                report(10, withCourse(NO, Course.WORSE)),
                report(10, choice("c", "same")),
                report(10, choice("c", "better")))) {
            assertThat(holds(worse, report)).isFalse();
            assertThat(holds(notWorse, report)).isTrue();
        }
    }

    @Test
    void lasting() {
        var condition = new Lasting(5, List.of("a", "b"));

        assertThat(holds(condition, withStart(YES, 5, null))).isTrue();
        assertThat(holds(condition, withStart(YES, 4, null))).isFalse();
        assertThat(holds(condition, withStart(YES, 5, null), withStart(answer("b", Presence.PRESENT), 4, null)))
                .isFalse();
        assertThat(holds(condition, YES)).isFalse();
        assertThat(holds(condition, withOnset(report(10, YES), 5))).isTrue();
        assertThat(holds(condition, withOnset(report(10, YES), 4))).isFalse();
        assertThat(holds(condition, NO)).isTrue();
    }

    @Test
    void recent() {
        var condition = new Recent(3, List.of("a"));

        assertThat(holds(condition, withStart(YES, 3, null))).isTrue();
        assertThat(holds(condition, withStart(YES, 4, null))).isFalse();
        assertThat(holds(condition, YES)).isFalse();
        assertThat(holds(condition, withOnset(report(10, YES), 3))).isTrue();
        assertThat(holds(condition, withOnset(report(10, YES), 4))).isFalse();
        assertThat(holds(condition, report(3, YES))).isTrue();
        assertThat(holds(condition, report(4, YES))).isFalse();
        assertThat(holds(condition, report(3, withStart(YES, null, true)))).isFalse();
        assertThat(holds(condition, report(3, NO))).isFalse();
    }

    // Person and operation

    private static SymptomReport of(Patient patient, Surgery surgery) {
        return new SymptomReport(patient, surgery, 4, List.of(), null);
    }

    private static final SymptomReport KNOWN = of(
            new Patient(50, Sex.FEMALE, 28.5),
            new Surgery(10, Procedure.FUSION, Approach.LATERAL, 2, true, false, true, false, true, false));

    private static final SymptomReport UNKNOWN = report(10);

    @ParameterizedTest
    @EnumSource
    void boundsAreIncluded(Measure measure) {
        double number =
                switch (measure) {
                    case DAYS_SINCE_SURGERY -> 10;
                    case ONSET_DAY -> 6;
                    case SYMPTOM_DAYS -> 4;
                    case AGE_YEARS -> 50;
                    case BMI -> 28.5;
                    case LEVELS_FUSED -> 2;
                };

        assertThat(holds(new Within(measure, number, number), KNOWN)).isTrue();
        assertThat(holds(new Within(measure, number, null), KNOWN)).isTrue();
        assertThat(holds(new Within(measure, null, number), KNOWN)).isTrue();
        assertThat(holds(new Within(measure, number + 0.1, null), KNOWN)).isFalse();
        assertThat(holds(new Within(measure, null, number - 0.1), KNOWN)).isFalse();
        assertThat(holds(new Within(measure, null, null), UNKNOWN)).isEqualTo(measure == Measure.DAYS_SINCE_SURGERY);
    }

    @Test
    void aProblemFromBeforeTheOperationBeganOnDayZero() {
        assertThat(holds(new Within(Measure.ONSET_DAY, 0.0, 0.0), withOnset(report(10), 30)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void words(Fact fact) {
        var word =
                switch (fact) {
                    case APPROACH -> "lateral";
                    case PROCEDURE -> "fusion";
                    case SEX -> "female";
                };

        assertThat(fact.words()).contains(word);
        assertThat(holds(new Context(fact, List.of("male", "other-spine-surgery", word)), KNOWN))
                .isTrue();
        assertThat(holds(new Context(fact, List.of("male", "unknown")), KNOWN)).isFalse();
        assertThat(holds(new Context(fact, List.of(word)), UNKNOWN)).isEqualTo(fact == Fact.PROCEDURE);
    }

    @ParameterizedTest
    @EnumSource
    void details(Detail detail) {
        boolean value =
                switch (detail) {
                    case FUSED_TO_SACRUM, OWN_HIP_BONE, REVISION -> true;
                    case INTERBODY_CAGE, BMP, DURAL_TEAR -> false;
                };

        assertThat(holds(new Operation(detail, value), KNOWN)).isTrue();
        assertThat(holds(new Operation(detail, !value), KNOWN)).isFalse();
        assertThat(holds(new Operation(detail, value), UNKNOWN)).isFalse();
        assertThat(holds(new Operation(detail, !value), UNKNOWN)).isFalse();
    }

    /** Details are not mixed up: each is set alone. */
    @ParameterizedTest
    @EnumSource
    void oneDetailAlone(Detail alone) {
        var report = of(
                new Patient(null, null, null),
                new Surgery(
                        1,
                        Procedure.FUSION,
                        null,
                        null,
                        alone == Detail.FUSED_TO_SACRUM,
                        alone == Detail.INTERBODY_CAGE,
                        alone == Detail.OWN_HIP_BONE,
                        alone == Detail.BMP,
                        alone == Detail.REVISION,
                        alone == Detail.DURAL_TEAR));

        for (var detail : Detail.values()) {
            assertThat(holds(new Operation(detail, true), report))
                    .as(detail.name())
                    .isEqualTo(detail == alone);
        }
    }

    // Several

    private static final Condition B = present("b");
    private static final ReportedFinding YES_B = answer("b", Presence.PRESENT);

    @Test
    void all() {
        var condition = new All(List.of(present("a"), B));

        assertThat(holds(condition, YES, YES_B)).isTrue();
        assertThat(holds(condition, YES)).isFalse();
        assertThat(holds(condition, YES_B)).isFalse();
        assertThat(holds(new All(List.of()))).isTrue();
    }

    @Test
    void atLeast() {
        var parts = List.of(present("a"), B, new Value("n", 5.0, null));

        assertThat(holds(new AtLeast(2, parts), YES, YES_B)).isTrue();
        assertThat(holds(new AtLeast(2, parts), YES, value("n", 5))).isTrue();
        assertThat(holds(new AtLeast(2, parts), YES_B)).isFalse();
        assertThat(holds(new AtLeast(1, parts), value("n", 5))).isTrue();
        assertThat(holds(new AtLeast(1, parts))).isFalse();
    }

    @Test
    void theReasonsAreTheFindingsThatMakeItHold() {
        var condition = new All(List.of(
                new AtLeast(1, List.of(present("a", "b"), new Value("n", 5.0, null))),
                new Within(Measure.DAYS_SINCE_SURGERY, null, 20.0)));
        var facts = new Facts(VOCABULARY, report(10, NO, YES_B, value("n", 5)));
        var findings = new BitSet();

        condition.compile(VOCABULARY).collect(facts, findings);

        assertThat(findings).isEqualTo(VOCABULARY.mask(List.of("b", "n")));
    }

    @Test
    void whatDoesNotHoldIsNoReason() {
        var condition = new AtLeast(1, List.of(B, new Value("n", 5.0, null)));
        var findings = new BitSet();

        condition.compile(VOCABULARY).collect(new Facts(VOCABULARY, report(10, YES_B, value("n", 4))), findings);

        assertThat(findings).isEqualTo(VOCABULARY.mask(List.of("b")));
    }

    // What it says of itself

    @Test
    void reassuring() {
        for (var condition : List.of(
                answered(Answer.ABSENT, "a"),
                new Going(Trend.IMPROVING, List.of("a")),
                new Going(Trend.NOT_WORSE, List.of("a")),
                new Lasting(5, List.of("a")))) {
            assertThat(condition.reassures()).as(condition.toString()).isTrue();
            assertThat(new All(List.of(B, condition)).reassures()).isTrue();
            assertThat(new AtLeast(1, List.of(B, condition)).reassures()).isTrue();
        }
        for (var condition : List.of(
                answered(Answer.PRESENT, "a"),
                answered(Answer.NEW, "a"),
                answered(Answer.POSSIBLE, "a"),
                answered(Answer.POSSIBLY_NEW, "a"),
                new Going(Trend.WORSE, List.of("a")),
                new Recent(5, List.of("a")),
                new Value("n", 1.0, null),
                new Chosen("c", List.of("worse")),
                new Within(Measure.BMI, null, 3.0),
                new Context(Fact.SEX, List.of("male")),
                new Operation(Detail.BMP, true))) {
            assertThat(condition.reassures()).as(condition.toString()).isFalse();
            assertThat(new All(List.of(B, condition)).reassures()).isFalse();
            assertThat(new AtLeast(1, List.of(B, condition)).reassures()).isFalse();
        }
    }

    @Test
    void findingsNamedAndWanted() {
        for (var condition : List.of(present("a"), answered(Answer.POSSIBLY_NEW, "a"), new Recent(5, List.of("a")))) {
            assertThat(new All(List.of(B, condition)).findings()).containsExactly("b", "a");
            assertThat(new AtLeast(1, List.of(condition, B)).findings()).containsExactly("a", "b");
            assertThat(new All(List.of(B, condition)).findingsWanted()).containsExactly("b", "a");
            assertThat(new AtLeast(1, List.of(condition, B)).findingsWanted()).containsExactly("a", "b");
        }
        for (var condition : List.of(
                answered(Answer.ABSENT, "a"),
                new Going(Trend.IMPROVING, List.of("a")),
                new Lasting(5, List.of("a")),
                new Value("a", 1.0, null),
                new Chosen("a", List.of("x")))) {
            assertThat(condition.findings()).containsExactly("a");
            assertThat(condition.findingsWanted()).isEmpty();
        }
        assertThat(new Within(Measure.BMI, null, 3.0).findings()).isEmpty();
    }

    @Test
    void asData() {
        assertThat(new All(List.of(present("a"), B)).toData())
                .isEqualTo(Map.of("all", List.of(Map.of("present", List.of("a")), Map.of("present", List.of("b")))));
        assertThat(new AtLeast(1, List.of(B)).toData())
                .isEqualTo(Map.of("any", List.of(Map.of("present", List.of("b")))));
        assertThat(new AtLeast(2, List.of(B, B)).toData().keySet()).containsExactly("at-least", "of");
        assertThat(new AtLeast(2, List.of(B, B)).toData()).containsEntry("at-least", 2);
        assertThat(answered(Answer.POSSIBLY_NEW, "a").toData()).isEqualTo(Map.of("possibly-new", List.of("a")));
        assertThat(new Value("n", 5.0, null).toData())
                .isEqualTo(Map.of("value", Map.of("finding", "n", "at-least", 5.0)));
        assertThat(new Chosen("c", List.of("worse")).toData())
                .isEqualTo(Map.of("choice", Map.of("finding", "c", "is", List.of("worse"))));
        assertThat(new Going(Trend.NOT_WORSE, List.of("a")).toData()).isEqualTo(Map.of("not-worse", List.of("a")));
        assertThat(new Lasting(5, List.of("a")).toData())
                .isEqualTo(Map.of("lasting", Map.of("days", 5, "findings", List.of("a"))));
        assertThat(new Recent(5, List.of("a")).toData())
                .isEqualTo(Map.of("recent", Map.of("days", 5, "findings", List.of("a"))));
        assertThat(new Within(Measure.ONSET_DAY, null, 3.0).toData()).isEqualTo(Map.of("onset-day", Map.of("to", 3.0)));
        assertThat(new Context(Fact.SEX, List.of("male")).toData()).isEqualTo(Map.of("sex", List.of("male")));
        assertThat(new Operation(Detail.DURAL_TEAR, false).toData()).isEqualTo(Map.of("dural-tear", false));
    }
}
