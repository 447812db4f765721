package org.afterfusion.triage;

import static org.afterfusion.triage.Made.answered;
import static org.afterfusion.triage.Made.bits;
import static org.afterfusion.triage.Made.evidence;
import static org.afterfusion.triage.Made.finding;
import static org.afterfusion.triage.Made.floor;
import static org.afterfusion.triage.Made.number;
import static org.afterfusion.triage.Made.option;
import static org.afterfusion.triage.Made.options;
import static org.afterfusion.triage.Made.redFlag;
import static org.afterfusion.triage.Made.report;
import static org.afterfusion.triage.ReportEdits.answer;
import static org.afterfusion.triage.ReportEdits.choice;
import static org.afterfusion.triage.ReportEdits.value;
import static org.afterfusion.triage.ReportEdits.withStart;
import static org.afterfusion.triage.Urgency.EMERGENCY;
import static org.afterfusion.triage.Urgency.EMERGENCY_AMBULANCE;
import static org.afterfusion.triage.Urgency.SAME_DAY;
import static org.afterfusion.triage.Urgency.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.afterfusion.triage.Condition.All;
import org.afterfusion.triage.Condition.Answer;
import org.afterfusion.triage.Condition.AtLeast;
import org.afterfusion.triage.Condition.Chosen;
import org.afterfusion.triage.Condition.Going;
import org.afterfusion.triage.Condition.Trend;
import org.afterfusion.triage.Condition.Value;
import org.afterfusion.triage.SymptomReport.Course;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.Triage.Change;
import org.afterfusion.triage.Triage.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What would raise the level, with rules made by hand. There is one cause with all of the share, so an answer is as likely as
 * people with that cause give it; what has no evidence is as likely as the rarest.
 */
class CounterfactualsPartsTest {

    private static final List<Finding> FINDINGS = List.of(
            finding("z", 1),
            finding("d", 1),
            finding("c", 1),
            finding("b", 1),
            finding("a", 1),
            number("n", 1, 9),
            options("option", 1, List.of(option("no", null), option("mild", null), option("bad", null)), null),
            options("trend", 1, List.of(option("better", Course.BETTER), option("worse", Course.WORSE)), null));

    private static final Condition A = Made.present("a");
    private static final Condition B = Made.present("b");
    private static final Condition C = Made.present("c");
    private static final Condition D = Made.present("d");
    private static final Condition Z = Made.present("z");
    private static final ReportedFinding YES_A = answer("a", Presence.PRESENT);

    private static List<Change> raising(List<RedFlag.Floor> floors, ReportedFinding... answers) {
        return raising(FINDINGS, floors, answers);
    }

    private static List<Change> raising(
            List<Finding> findings, List<RedFlag.Floor> floors, ReportedFinding... answers) {
        var vocabulary = new Vocabulary(findings);
        var level = new RuleBook(flags(floors), vocabulary).level(new Facts(vocabulary, report(10, answers)));
        return raising(level, findings, floors, answers);
    }

    private static List<Change> raising(
            Urgency level, List<Finding> findings, List<RedFlag.Floor> floors, ReportedFinding... answers) {
        var vocabulary = new Vocabulary(findings);
        var evidence = new EvidenceBook(List.of(), Map.of("x", 0), vocabulary, bits(vocabulary));
        return new Counterfactuals(flags(floors), vocabulary, evidence)
                .raising(new Facts(vocabulary, report(10, answers)), level, new Outlook(evidence, new double[] {1}));
    }

    private static List<RedFlag> flags(List<RedFlag.Floor> floors) {
        return floors.stream().map(floor -> redFlag("rule", floor)).toList();
    }

    private static RedFlag.Floor unless(Urgency level, Condition when, Condition unless) {
        return new RedFlag.Floor(level, when, unless);
    }

    private static Condition all(Condition... parts) {
        return new All(List.of(parts));
    }

    private static Condition from(double bound) {
        return new Value("n", bound, null);
    }

    private static Condition under(double bound) {
        return new Value("n", null, bound);
    }

    private static Change change(Urgency to, Fact... facts) {
        return new Change(List.of(facts), to);
    }

    private static Fact yes(String finding) {
        return new Fact(finding, null, null, null);
    }

    private static Fact risingTo(double bound) {
        return new Fact("n", bound, null, null);
    }

    private static Fact fallingUnder(double bound) {
        return new Fact("n", null, bound, null);
    }

    private static Fact chosen(String finding, String option) {
        return new Fact(finding, null, null, option);
    }

    // Levels

    @Test
    void aFactIsToldWithTheHighestLevelItBrings() {
        assertThat(raising(List.of(floor(SOON, A), floor(EMERGENCY, A), floor(SAME_DAY, A))))
                .containsExactly(change(EMERGENCY, yes("a")));
    }

    @Test
    void onlyWhatRaisesTheLevel() {
        var floors = List.of(floor(SOON, A), floor(SAME_DAY, B), floor(EMERGENCY, C), floor(SAME_DAY, all(A, D)));

        assertThat(raising(floors, answer("b", Presence.PRESENT))).containsExactly(change(EMERGENCY, yes("c")));
        assertThat(raising(floors, answer("c", Presence.PRESENT))).isEmpty();
    }

    /** A likely cause may have raised the level above what the rules ask for. */
    @Test
    void theLevelMayBeHigherThanTheRulesAskFor() {
        var floors = List.of(floor(SOON, A), floor(SAME_DAY, B), floor(EMERGENCY, all(A, B)));

        assertThat(raising(SOON, FINDINGS, floors)).containsExactly(change(SAME_DAY, yes("b")));
        assertThat(raising(SAME_DAY, FINDINGS, floors)).containsExactly(change(EMERGENCY, yes("a"), yes("b")));
    }

    @Test
    void nothingIsToldFromAnEmergencyOn() {
        var floors = List.of(floor(EMERGENCY_AMBULANCE, A));

        assertThat(raising(SAME_DAY, FINDINGS, floors)).containsExactly(change(EMERGENCY_AMBULANCE, yes("a")));
        assertThat(raising(EMERGENCY, FINDINGS, floors)).isEmpty();
        assertThat(raising(EMERGENCY_AMBULANCE, FINDINGS, floors)).isEmpty();
    }

    // One fact, or two

    @Test
    void twoFactsOfWhichNeitherIsEnough() {
        assertThat(raising(List.of(floor(EMERGENCY, all(B, A)))))
                .containsExactly(change(EMERGENCY, yes("a"), yes("b")));
        assertThat(raising(List.of(floor(EMERGENCY, all(B, A))), YES_A)).containsExactly(change(EMERGENCY, yes("b")));
    }

    @Test
    void notThreeFacts() {
        assertThat(raising(List.of(floor(EMERGENCY, all(A, B, C))))).isEmpty();
    }

    @Test
    void singleFactsBeforePairsAndNoPairWithOne() {
        var floors = List.of(floor(EMERGENCY, all(A, B)), floor(EMERGENCY, all(C, D)), floor(SOON, Z), floor(SOON, D));

        assertThat(raising(floors))
                .containsExactly(change(SOON, yes("d")), change(SOON, yes("z")), change(EMERGENCY, yes("a"), yes("b")));
    }

    /** What was tried before does not count when the next is tried. */
    @Test
    void eachIsTriedOnItsOwn() {
        assertThat(raising(List.of(floor(SOON, A), floor(SOON, B), floor(EMERGENCY, all(A, B)))))
                .containsExactly(change(SOON, yes("a")), change(SOON, yes("b")));
        assertThat(raising(List.of(floor(SOON, all(A, B)), floor(SOON, all(C, D)), floor(EMERGENCY, all(A, B, C, D)))))
                .containsExactly(change(SOON, yes("a"), yes("b")), change(SOON, yes("c"), yes("d")));
        assertThat(raising(List.of(floor(SOON, all(A, B)), floor(SOON, all(A, C)), floor(EMERGENCY, all(A, B, C)))))
                .containsExactly(change(SOON, yes("a"), yes("b")), change(SOON, yes("a"), yes("c")));
    }

    @Test
    void someOfAGroup() {
        var floors = List.of(floor(SAME_DAY, new AtLeast(2, List.of(A, B, C))));

        assertThat(raising(floors))
                .containsExactly(
                        change(SAME_DAY, yes("a"), yes("b")),
                        change(SAME_DAY, yes("a"), yes("c")),
                        change(SAME_DAY, yes("b"), yes("c")));
        assertThat(raising(floors, answer("b", Presence.PRESENT)))
                .containsExactly(change(SAME_DAY, yes("a")), change(SAME_DAY, yes("c")));
    }

    @Test
    void aFactThatTwoPartsLookAt() {
        var floors = List.of(floor(SAME_DAY, all(Made.present("a", "b"), Made.present("b", "c"))));

        assertThat(raising(floors)).containsExactly(change(SAME_DAY, yes("b")), change(SAME_DAY, yes("a"), yes("c")));
    }

    // What is new

    @Test
    void whatIsPresentIsNotNewEvenWhenItIsOld() {
        var floors = List.of(floor(SAME_DAY, answered(Answer.NEW, "a", "b")));

        assertThat(raising(floors, withStart(YES_A, null, true))).containsExactly(change(SAME_DAY, yes("b")));
    }

    @Test
    void anOldDoubtDoesNotBecomeNew() {
        var oldDoubt = withStart(answer("a", Presence.UNSURE), null, true);

        assertThat(raising(List.of(floor(SAME_DAY, answered(Answer.NEW, "a"))), oldDoubt))
                .isEmpty();
        assertThat(raising(List.of(floor(SAME_DAY, A)), oldDoubt)).containsExactly(change(SAME_DAY, yes("a")));
    }

    // Numbers

    @Test
    void theLeastNumberThatDoesIt() {
        var floors = List.of(floor(SOON, from(3)), floor(SAME_DAY, from(5)));

        assertThat(raising(floors)).containsExactly(change(SOON, risingTo(3)));
        assertThat(raising(floors, value("n", 2.9))).containsExactly(change(SOON, risingTo(3)));
        assertThat(raising(floors, value("n", 3))).containsExactly(change(SAME_DAY, risingTo(5)));
        assertThat(raising(floors, value("n", 5))).isEmpty();
    }

    @Test
    void theGreatestNumberToFallUnder() {
        var floors = List.of(floor(SOON, under(5)), floor(SAME_DAY, under(3)));

        assertThat(raising(floors)).containsExactly(change(SOON, fallingUnder(5)));
        assertThat(raising(floors, value("n", 5))).containsExactly(change(SOON, fallingUnder(5)));
        assertThat(raising(floors, value("n", 4.9))).containsExactly(change(SAME_DAY, fallingUnder(3)));
        assertThat(raising(floors, value("n", 2.9))).isEmpty();
    }

    @Test
    void theLeastNumberInAPair() {
        for (var other : List.of("a", "z")) {
            var present = Made.present(other);
            var up = List.of(floor(SOON, all(present, from(3))), floor(SAME_DAY, all(present, from(5))));
            var down = List.of(floor(SOON, all(present, under(5))), floor(SAME_DAY, all(present, under(3))));

            assertThat(raising(up)).containsExactly(pair(SOON, yes(other), risingTo(3)));
            assertThat(raising(up, value("n", 4))).containsExactly(change(SOON, yes(other)));
            assertThat(raising(down)).containsExactly(pair(SOON, yes(other), fallingUnder(5)));
        }
    }

    private static Change pair(Urgency to, Fact one, Fact other) {
        return one.finding().compareTo(other.finding()) < 0 ? change(to, one, other) : change(to, other, one);
    }

    /** A lower number alone, or in a pair, would be a lesser fact only if it were new. */
    @Test
    void aNumberPassedAlreadyIsNotTried() {
        var between = new Value("n", 3.0, 5.0);

        assertThat(raising(List.of(floor(EMERGENCY, between), floor(SAME_DAY, from(8))), value("n", 7)))
                .containsExactly(change(SAME_DAY, risingTo(8)), change(EMERGENCY, fallingUnder(5)));
        for (var other : List.of("a", "z")) {
            var present = Made.present(other);
            var floors = List.of(floor(EMERGENCY, all(between, present)), floor(SAME_DAY, all(from(8), present)));

            assertThat(raising(floors, value("n", 7)))
                    .containsExactly(
                            pair(SAME_DAY, yes(other), risingTo(8)), pair(EMERGENCY, yes(other), fallingUnder(5)));
        }
    }

    @Test
    void aLesserNumberThatIsNotEnoughIsNotTold() {
        var tooMuch = floor(EMERGENCY, all(C, D, from(3)));
        assertThat(raising(List.of(tooMuch, floor(SOON, from(5))))).containsExactly(change(SOON, risingTo(5)));
        for (var other : List.of("a", "z")) {
            assertThat(raising(List.of(tooMuch, floor(SOON, all(from(5), Made.present(other))))))
                    .containsExactly(pair(SOON, yes(other), risingTo(5)));
        }
    }

    @Test
    void onlyTheBoundThatIsNotCrossedYet() {
        var between = List.of(floor(SAME_DAY, new Value("n", 3.0, 5.0)));

        assertThat(raising(between, value("n", 2))).containsExactly(change(SAME_DAY, risingTo(3)));
        assertThat(raising(between, value("n", 6))).containsExactly(change(SAME_DAY, fallingUnder(5)));
    }

    /** Not even as a part of a pair with the lesser number: that alone is enough. */
    @Test
    void aNumberOfWhichALesserIsEnoughIsInNoPair() {
        for (var other : List.of("a", "z")) {
            assertThat(raising(List.of(floor(SOON, from(3)), floor(EMERGENCY, all(from(5), Made.present(other))))))
                    .containsExactly(change(SOON, risingTo(3)));
        }
    }

    // Options

    @Test
    void everyOptionOfMoreConcern() {
        var floors = List.of(
                floor(SOON, new Chosen("option", List.of("mild", "bad"))),
                floor(SAME_DAY, new Chosen("option", List.of("bad"))));

        assertThat(raising(floors))
                .containsExactly(change(SOON, chosen("option", "mild")), change(SAME_DAY, chosen("option", "bad")));
        assertThat(raising(floors, choice("option", "no"))).hasSize(2);
        assertThat(raising(floors, choice("option", "mild")))
                .containsExactly(change(SAME_DAY, chosen("option", "bad")));
        assertThat(raising(floors, choice("option", "bad"))).isEmpty();
    }

    @Test
    void noOptionOfLessConcern() {
        var floors = List.of(floor(SOON, new Chosen("option", List.of("no", "mild"))));

        assertThat(raising(floors, choice("option", "bad"))).isEmpty();
        assertThat(raising(floors))
                .containsExactly(change(SOON, chosen("option", "no")), change(SOON, chosen("option", "mild")));
    }

    @Test
    void anOptionInAPair() {
        var floors = List.of(floor(SOON, all(new Chosen("option", List.of("bad")), A)));

        assertThat(raising(floors)).containsExactly(change(SOON, yes("a"), chosen("option", "bad")));
        assertThat(raising(floors, choice("option", "bad"))).containsExactly(change(SOON, yes("a")));
    }

    /** Whether a symptom gets worse, the way the whole problem goes says as well. */
    @Test
    void howTheProblemGoesCountsWhereACourseIsAskedFor() {
        var worse = chosen("trend", "worse");

        assertThat(raising(List.of(floor(SAME_DAY, new Going(Trend.WORSE, List.of("a"))))))
                .containsExactly(change(SAME_DAY, worse));
        assertThat(raising(List.of(floor(SAME_DAY, all(A, new Going(Trend.WORSE, List.of("a")))))))
                .containsExactly(change(SAME_DAY, yes("a"), worse));
        assertThat(raising(List.of(unless(SAME_DAY, A, new Going(Trend.NOT_WORSE, List.of("a")))), YES_A))
                .containsExactly(change(SAME_DAY, worse));
    }

    // What ends a reassurance

    @Test
    void aNumberThatNoLongerReassures() {
        assertThat(raising(List.of(unless(SAME_DAY, A, from(5))), YES_A, value("n", 6)))
                .containsExactly(change(SAME_DAY, fallingUnder(5)));
        assertThat(raising(List.of(unless(SAME_DAY, A, under(5))), YES_A, value("n", 4)))
                .containsExactly(change(SAME_DAY, risingTo(5)));
        assertThat(raising(List.of(unless(SAME_DAY, A, all(under(5), B))), YES_A, value("n", 4)))
                .isEmpty();
        assertThat(raising(
                        List.of(unless(SAME_DAY, A, all(under(5), B))),
                        YES_A,
                        value("n", 4),
                        answer("b", Presence.PRESENT)))
                .containsExactly(change(SAME_DAY, risingTo(5)));
        assertThat(raising(List.of(unless(SAME_DAY, A, new AtLeast(1, List.of(under(5), B)))), YES_A, value("n", 4)))
                .containsExactly(change(SAME_DAY, risingTo(5)));
    }

    @Test
    void aYesInPlaceOfTheNoThatReassured() {
        var floors = List.of(unless(SAME_DAY, A, answered(Answer.ABSENT, "b")));
        var noB = answer("b", Presence.ABSENT);

        assertThat(raising(floors, YES_A, noB)).containsExactly(change(SAME_DAY, yes("b")));
        assertThat(raising(floors, noB)).containsExactly(change(SAME_DAY, yes("a"), yes("b")));
        assertThat(raising(floors)).containsExactly(change(SAME_DAY, yes("a")));
    }

    /** "a" brings the floor nothing while it reassures; it takes a third fact. */
    @Test
    void aReassuranceKeepsAFloorFromHolding() {
        var floors = List.of(unless(SAME_DAY, all(A, C), all(B, from(5))));

        assertThat(raising(floors, answer("b", Presence.PRESENT), value("n", 6)))
                .isEmpty();
        assertThat(raising(floors, answer("b", Presence.PRESENT), value("n", 6), YES_A))
                .containsExactly(change(SAME_DAY, yes("c"), fallingUnder(5)));
    }

    // Order

    private static Finding likely(String id, double frequency) {
        return finding(id, 1, evidence(0.01, Map.of("x", frequency)));
    }

    private static List<RedFlag.Floor> anyOf(String... findings) {
        return Stream.of(findings).map(id -> floor(SOON, Made.present(id))).toList();
    }

    private static List<String> named(List<Change> changes) {
        return changes.stream()
                .map(change -> String.join(
                        "+",
                        change.facts().stream()
                                .map(CounterfactualsPartsTest::name)
                                .toList()))
                .toList();
    }

    private static String name(Fact fact) {
        if (fact.choice() != null) {
            return fact.finding() + "=" + fact.choice();
        }
        if (fact.atLeast() != null) {
            return fact.finding() + ">=" + fact.atLeast();
        }
        return fact.below() != null ? fact.finding() + "<" + fact.below() : fact.finding();
    }

    @Test
    void theLikeliestFirst() {
        var findings = List.of(likely("a", 0.1), likely("b", 0.3), likely("c", 0.2));

        assertThat(named(raising(findings, anyOf("a", "b", "c")))).containsExactly("b", "c", "a");
    }

    @Test
    void equallyLikelyOnesByTheirIds() {
        assertThat(named(raising(anyOf("c", "a", "z", "b")))).containsExactly("a", "b", "c", "z");
    }

    @Test
    void whatWasDeniedComesLastAndADoubtIsStillOpen() {
        var findings = List.of(likely("a", 0.9), likely("b", 0.1), likely("c", 0.95));

        assertThat(named(raising(
                        findings, anyOf("a", "b", "c"), answer("a", Presence.UNSURE), answer("c", Presence.ABSENT))))
                .containsExactly("a", "b", "c");
    }

    @Test
    void noMoreThanFive() {
        var findings = List.of(
                likely("a", 0.1),
                likely("b", 0.7),
                likely("c", 0.2),
                likely("d", 0.6),
                likely("e", 0.3),
                likely("f", 0.5),
                likely("g", 0.4),
                likely("z", 0.9));
        var pairs = floor(EMERGENCY, all(Z, new AtLeast(1, List.of(A, C))));

        assertThat(named(raising(findings, anyOf("a", "b", "c", "d", "e", "f", "g"))))
                .containsExactly("b", "d", "f", "g", "e");
        assertThat(named(raising(findings, with(pairs, anyOf("b", "d", "e", "f", "g")))))
                .containsExactly("b", "d", "f", "g", "e");
        assertThat(named(raising(findings, with(pairs, anyOf("b", "d", "e", "g")))))
                .containsExactly("b", "d", "g", "e", "c+z");
    }

    private static List<RedFlag.Floor> with(RedFlag.Floor floor, List<RedFlag.Floor> others) {
        return Stream.concat(Stream.of(floor), others.stream()).toList();
    }

    /** 0.5·0.5, 0.9·0.1 and 0.4·0.4; each "no" puts a pair behind those with fewer. */
    @Test
    void pairsByTheLikelihoodOfBoth() {
        var findings = List.of(
                likely("a", 0.5),
                likely("b", 0.5),
                likely("c", 0.9),
                likely("d", 0.1),
                likely("e", 0.4),
                likely("f", 0.4));
        var pairs = List.of(
                floor(SOON, all(A, B)), floor(SOON, all(C, D)), floor(SOON, all(Made.present("e"), Made.present("f"))));
        var noA = answer("a", Presence.ABSENT);
        var noB = answer("b", Presence.ABSENT);
        var noC = answer("c", Presence.ABSENT);

        assertThat(named(raising(findings, pairs))).containsExactly("a+b", "e+f", "c+d");
        assertThat(named(raising(findings, pairs, noA))).containsExactly("e+f", "c+d", "a+b");
        assertThat(named(raising(findings, pairs, noB))).containsExactly("e+f", "c+d", "a+b");
        assertThat(named(raising(findings, pairs, noA, noB, noC))).containsExactly("e+f", "c+d", "a+b");
    }

    // How likely a number or option is

    private static final Finding AS_LIKELY_AS_NOT = likely("a", 0.5);

    private static Evidence ofNumber(@Nullable Double atLeast, @Nullable Double atMost, double baseRate, double withX) {
        return evidence(null, atLeast, atMost, baseRate, Map.of("x", withX));
    }

    private static List<String> order(Finding finding, Condition when) {
        return named(raising(List.of(AS_LIKELY_AS_NOT, finding), List.of(floor(SOON, A), floor(SOON, when))));
    }

    /** A number is looked up as its most worrying one, with the most special evidence that covers it. */
    @Test
    void theMostSpecialEvidenceOfAHighNumber() {
        var common = ofNumber(3.0, null, 0.5, 0.9);
        var special = ofNumber(7.0, null, 0.2, 0.4);
        var later =
                evidence(null, 7.0, null, new DayRange(11, null), null, List.of(), null, null, 0.2, Map.of("x", 0.4));

        assertThat(order(number("n", 1, 9, common), from(5))).containsExactly("n>=5.0", "a");
        assertThat(order(number("n", 1, 9, common, special), from(5))).containsExactly("a", "n>=5.0");
        assertThat(order(number("n", 1, 7, special, common), from(5))).containsExactly("a", "n>=5.0");
        assertThat(order(number("n", 1, 9, common, later), from(5))).containsExactly("n>=5.0", "a");
        assertThat(order(number("n", 1, 6, common, special), from(5))).containsExactly("n>=5.0", "a");
        assertThat(order(number("n", 1, 6, common, special), from(8))).containsExactly("a", "n>=8.0");
        assertThat(order(number("n", 1, 9, ofNumber(null, 9.0, 0.2, 0.9)), from(5)))
                .containsExactly("a", "n>=5.0");
    }

    @Test
    void evidenceOfALowNumber() {
        assertThat(order(number("n", 1, 0, ofNumber(null, 2.0, 0.1, 0.9)), under(3)))
                .containsExactly("n<3.0", "a");
        assertThat(order(number("n", 1, 0, ofNumber(null, 3.0, 0.1, 0.9)), under(3)))
                .containsExactly("a", "n<3.0");
        assertThat(order(number("n", 1, 0, ofNumber(0.0, null, 0.1, 0.9)), under(3)))
                .containsExactly("a", "n<3.0");
    }

    @Test
    void evidenceOfTheOption() {
        var finding = options(
                "option",
                1,
                List.of(option("no", null), option("mild", null), option("bad", null)),
                null,
                evidence("bad", null, null, 0.1, Map.of("x", 0.3)),
                evidence("mild", null, null, 0.2, Map.of("x", 0.9)));

        assertThat(order(finding, new Chosen("option", List.of("mild", "bad"))))
                .containsExactly("option=mild", "a", "option=bad");
    }

    @Test
    void whatHasNoEvidenceIsAsLikelyAsTheRarest() {
        assertThat(named(
                        raising(List.of(finding("a", 1), likely("b", 0.005), likely("c", 0.02)), anyOf("a", "b", "c"))))
                .containsExactly("c", "a", "b");
    }
}
