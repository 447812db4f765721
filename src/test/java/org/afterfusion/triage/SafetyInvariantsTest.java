package org.afterfusion.triage;

import static org.afterfusion.triage.ReportEdits.answer;
import static org.afterfusion.triage.ReportEdits.choice;
import static org.afterfusion.triage.ReportEdits.onDay;
import static org.afterfusion.triage.ReportEdits.value;
import static org.afterfusion.triage.ReportEdits.with;
import static org.afterfusion.triage.ReportEdits.withCourse;
import static org.afterfusion.triage.ReportEdits.withFindings;
import static org.afterfusion.triage.ReportEdits.withStart;
import static org.afterfusion.triage.ReportEdits.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.testing.Reports;
import org.afterfusion.triage.SymptomReport.Course;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.SymptomReport.Reporter;
import org.afterfusion.triage.Triage.Origin;
import org.afterfusion.triage.Triage.Trigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * What must hold of every report (S1 to S9), checked over the shipped knowledge: exhaustively where that is possible, else over
 * reports drawn by number, so that every run checks the same ones.
 *
 * <p>Where only the level counts, it comes from {@link Scores#level}, which leaves out the ranking and its reasons.
 */
class SafetyInvariantsTest {

    private static final KnowledgeBase KNOWLEDGE = load();
    private static final TriageEngine ENGINE = new TriageEngine(KNOWLEDGE);
    private static final Vocabulary VOCABULARY = new Vocabulary(KNOWLEDGE.findings());
    private static final RuleBook RULES = new RuleBook(KNOWLEDGE.redFlags(), VOCABULARY);
    private static final Map<String, RuleBook> ALONE = KNOWLEDGE.redFlags().stream()
            .collect(Collectors.toMap(RedFlag::id, flag -> new RuleBook(List.of(flag), VOCABULARY)));
    private static final Scores SCORES = new Scores(KNOWLEDGE);
    private static final ReassuringReport REASSURING = new ReassuringReport(KNOWLEDGE.findings());

    /** The findings that can only be bad news: those of {@link RuleBook#concerning()} that are answered yes or no. */
    private static final List<String> CONCERNING = RULES.concerning().stream()
            .mapToObj(VOCABULARY::finding)
            .filter(finding -> finding.type() == Finding.Type.PRESENCE)
            .map(Finding::id)
            .toList();

    private static final int LAST_DAY = 3650;
    private static final List<Integer> BOUNDARY_DAYS =
            List.of(0, 1, 3, 4, 7, 8, 14, 15, 30, 42, 43, 84, 85, 90, 365, 366, LAST_DAY);
    private static final int FAILURES_SHRUNK = 24;
    private static final int FAILURES_SHOWN = 5;

    private final AtomicLong triages = new AtomicLong();
    private final AtomicLongArray levels = new AtomicLongArray(Urgency.values().length);
    private final Map<Long, Failure> failures = new ConcurrentSkipListMap<>();
    private final AtomicLong failureCount = new AtomicLong();
    private long startedAt;

    /** A report as one of several that differ in one thing. */
    private record Version(String words, UnaryOperator<SymptomReport> edit) {
        static Version answered(ReportedFinding answer) {
            return new Version(SmallestReport.describe(answer), report -> with(report, answer));
        }

        static Version notAsked(String id) {
            return new Version(id + ": not asked", report -> without(report, id));
        }
    }

    /** @param broken whether another report fails in the same way */
    private record Failure(
            SymptomReport report,
            String kind,
            Predicate<SymptomReport> broken,
            Function<SymptomReport, String> words) {}

    private static KnowledgeBase load() {
        return KnowledgeLoader.load(Path.of("src/main/resources/knowledge"));
    }

    @BeforeEach
    void start() {
        startedAt = System.nanoTime();
    }

    @AfterEach
    void printWhatWasChecked(TestInfo test) {
        var counts = new EnumMap<Urgency, Long>(Urgency.class);
        for (var level : Urgency.values()) {
            counts.put(level, levels.get(level.ordinal()));
        }
        System.out.printf(
                "%s: %,d triages in %.1f s %s%n",
                test.getDisplayName(), triages.get(), (System.nanoTime() - startedAt) / 1e9, counts);
    }

    /** Most tests below look at levels only and take them from there. */
    @Test
    void theShortcutToTheLevelAgreesWithTheEngine() {
        always(
                14,
                5_000,
                "the shortcut gives another level",
                (random, report) -> other -> triage(other).urgency() == SCORES.level(other));
    }

    // --- S1: one more worrying finding never lowers the level
    // -------------------------------------------------------------

    /**
     * All subsets of the emergency screen at once would be 2^34. What can make a level fall is one floor of one rule that stops
     * holding, and a floor looks only at the findings it names. So every rule is taken with <em>all</em> screen items that it
     * names, in {@code when} or in {@code unless}, filled up to {@link #GROUP} items from the rules it shares most with; every
     * subset of these is compared with every subset one larger. Whatever combination of screen items could switch a rule off is
     * thus a subset of that rule's group. Likely causes and open questions do not split this way: the random reports of the next
     * test are for them.
     *
     * <p>All others are absent; once with, and once without, what rules accept as reassurance (that the team knows, say).
     */
    @Test
    void s1EverySubsetOfTheEmergencyScreen() {
        for (var group : screenGroups()) {
            for (int day : new int[] {0, 2, 10, 60, 400}) {
                for (boolean reassured : new boolean[] {false, true}) {
                    var base = reassured ? reassured(day) : REASSURING.onDay(day);
                    checkSubsets(base, group);
                }
            }
        }
        report();
    }

    private static final int GROUP = 10;

    private void checkSubsets(SymptomReport base, List<ReportedFinding> items) {
        var levelBySubset = new Urgency[1 << items.size()];
        IntStream.range(0, levelBySubset.length)
                .parallel()
                .forEach(subset -> levelBySubset[subset] = level(withSubset(base, items, subset)));
        for (int subset = 0; subset < levelBySubset.length; subset++) {
            for (int item = 0; item < items.size(); item++) {
                int larger = subset | 1 << item;
                if (levelBySubset[subset].isHigherThan(levelBySubset[larger])) {
                    var added = items.get(item);
                    addFailure(
                            failureCount.getAndIncrement(),
                            withSubset(base, items, subset),
                            new Version("without " + added.id(), report -> report),
                            Version.answered(added));
                }
            }
        }
    }

    private static SymptomReport withSubset(SymptomReport base, List<ReportedFinding> items, int subset) {
        var report = new TreeMap<String, ReportedFinding>();
        base.findings().forEach(answer -> report.put(answer.id(), answer));
        for (int item = 0; item < items.size(); item++) {
            if ((subset & 1 << item) != 0) {
                report.put(items.get(item).id(), items.get(item));
            }
        }
        return withFindings(base, List.copyOf(report.values()));
    }

    private static Set<List<ReportedFinding>> screenGroups() {
        var itemsByRule = KNOWLEDGE.redFlags().stream()
                .map(SafetyInvariantsTest::screenItems)
                .filter(items -> !items.isEmpty())
                .toList();
        var groups = new LinkedHashSet<List<ReportedFinding>>();
        for (var items : itemsByRule) {
            var group = new TreeSet<>(items);
            itemsByRule.stream()
                    .sorted(Comparator.comparingLong((Set<String> other) ->
                            -other.stream().filter(items::contains).count()))
                    .flatMap(Set::stream)
                    .forEach(item -> {
                        if (group.size() < GROUP) {
                            group.add(item);
                        }
                    });
            groups.add(group.stream().map(SafetyInvariantsTest::worst).toList());
        }
        return groups;
    }

    /** Not only the {@linkplain #CONCERNING concerning}: a rule that took a screen item as reassurance would drop it there. */
    private static Set<String> screenItems(RedFlag flag) {
        var askedFor = KNOWLEDGE.redFlags().stream()
                .flatMap(other -> other.floors().stream())
                .flatMap(floor -> floor.when().findings())
                .collect(Collectors.toSet());
        return flag.floors().stream()
                .flatMap(floor -> Stream.concat(
                        floor.when().findings(),
                        floor.unless() == null ? Stream.empty() : floor.unless().findings()))
                .filter(id -> VOCABULARY.finding(VOCABULARY.indexOf(id)).tier() == 1)
                .filter(askedFor::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ReportedFinding worst(String id) {
        var finding = VOCABULARY.finding(VOCABULARY.indexOf(id));
        return switch (finding.type()) {
            case PRESENCE -> answer(id, Presence.PRESENT);
            case VALUE -> value(id, finding.worstValue());
            case CHOICE ->
                choice(id, finding.choices().get(finding.choices().size() - 1).id());
        };
    }

    /** With every finding present that some rule takes as reassurance. */
    private static SymptomReport reassured(int day) {
        var report = REASSURING.onDay(day);
        for (var flag : KNOWLEDGE.redFlags()) {
            for (var floor : flag.floors()) {
                if (floor.unless() != null) {
                    for (var id : floor.unless().findingsWanted().toList()) {
                        report = with(report, answer(id, Presence.PRESENT));
                    }
                }
            }
        }
        return report;
    }

    @Test
    void s1OneMoreWorryingFindingInRandomReports() {
        neverFalls(1, 200_000, (random, report) -> {
            var id = RandomReports.pick(random, CONCERNING);
            var present = answer(id, Presence.PRESENT);
            return switch (random.nextInt(3)) {
                case 0 ->
                    List.of(Version.answered(answer(id, Presence.ABSENT)), Version.answered(anyKind(random, present)));
                case 1 ->
                    List.of(
                            Version.answered(answer(id, Presence.UNSURE)),
                            Version.answered(freshOrWorse(random, present)));
                default -> List.of(Version.notAsked(id), Version.answered(freshOrWorse(random, present)));
            };
        });
    }

    /** Also long-standing or improving: that is still more than "no". */
    private static ReportedFinding anyKind(SplittableRandom random, ReportedFinding answer) {
        var dated =
                switch (random.nextInt(3)) {
                    case 0 -> withStart(answer, random.nextInt(500), null);
                    case 1 -> withStart(answer, null, random.nextBoolean());
                    default -> answer;
                };
        return random.nextBoolean() ? dated : withCourse(dated, RandomReports.pick(random, Course.values()));
    }

    /** Without anything reassuring, which a question not answered or a doubt does not have either. */
    private static ReportedFinding freshOrWorse(SplittableRandom random, ReportedFinding answer) {
        return switch (random.nextInt(4)) {
            case 0 -> withCourse(answer, Course.WORSE);
            case 1 -> withCourse(answer, Course.SAME);
            default -> answer;
        };
    }

    // --- S2: yes, not sure, no
    // ---------------------------------------------------------------------------------------------

    @Test
    void s2PresentUnsureAbsent() {
        neverFalls(2, 100_000, (random, report) -> {
            var id = RandomReports.pick(random, CONCERNING);
            return List.of(
                    Version.answered(answer(id, Presence.ABSENT)),
                    Version.answered(answer(id, Presence.UNSURE)),
                    Version.answered(answer(id, Presence.PRESENT)));
        });
    }

    /**
     * Every way to answer the screen items that one rule names, split as for S1: each item "no", "not sure" or "yes", compared with
     * the same answers but one step more worrying. Rules that share items are looked at together by the random reports. Where a rule
     * names more than {@link #WHOLE} items, what the rules give is compared instead of the whole level; the random reports weigh the
     * causes too.
     */
    @Test
    void s2EveryAnswerToTheEmergencyScreen() {
        for (var items : screenItemsByRule()) {
            checkAnswers(REASSURING.onDay(A_DAY), items);
            checkAnswers(reassured(A_DAY), items);
        }
        report();
    }

    /** Early enough for the rules of the first two weeks, late enough for those from day 4 on. */
    private static final int A_DAY = 10;

    private static final int WHOLE = 9;

    private static final List<Presence> RISING = List.of(Presence.ABSENT, Presence.UNSURE, Presence.PRESENT);

    private static Set<List<String>> screenItemsByRule() {
        return KNOWLEDGE.redFlags().stream()
                .map(flag ->
                        screenItems(flag).stream().filter(CONCERNING::contains).toList())
                .filter(items -> !items.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void checkAnswers(SymptomReport base, List<String> items) {
        int ways = (int) Math.pow(RISING.size(), items.size());
        var levelByWay = new Urgency[ways];
        IntStream.range(0, ways).parallel().forEach(way -> {
            var report = answered(base, items, way);
            levelByWay[way] =
                    items.size() > WHOLE ? counted(RULES.level(new Facts(VOCABULARY, report))) : level(report);
        });
        for (int way = 0; way < ways; way++) {
            for (int item = 0, step = 1; item < items.size(); item++, step *= RISING.size()) {
                int answer = way / step % RISING.size();
                if (answer + 1 < RISING.size() && levelByWay[way].isHigherThan(levelByWay[way + step])) {
                    addFailure(
                            failureCount.getAndIncrement(),
                            answered(base, items, way),
                            Version.answered(answer(items.get(item), RISING.get(answer))),
                            Version.answered(answer(items.get(item), RISING.get(answer + 1))));
                }
            }
        }
    }

    /** @param way the answers as digits to the base three, the first item's lowest */
    private static SymptomReport answered(SymptomReport base, List<String> items, int way) {
        var answers = new ArrayList<ReportedFinding>();
        int rest = way;
        for (var item : items) {
            answers.add(answer(item, RISING.get(rest % RISING.size())));
            rest /= RISING.size();
        }
        base.findings().stream().filter(given -> !items.contains(given.id())).forEach(answers::add);
        return withFindings(base, answers);
    }

    @Test
    void s2NotAskedIsNotAbsent() {
        neverFalls(2, 100_000, (random, report) -> {
            var id = RandomReports.pick(random, CONCERNING);
            return List.of(Version.answered(answer(id, Presence.ABSENT)), Version.notAsked(id));
        });
    }

    /** The same start and course are given for "yes" and for "not sure". */
    @Test
    void s2PresentUnsureAbsentDatedAlike() {
        neverFalls(3, 30_000, (random, report) -> {
            var id = RandomReports.pick(random, CONCERNING);
            Boolean before = random.nextInt(3) == 0 ? null : random.nextBoolean();
            Course course = random.nextInt(3) == 0 ? null : RandomReports.pick(random, Course.values());
            return List.of(
                    Version.answered(answer(id, Presence.ABSENT)),
                    Version.answered(withCourse(withStart(answer(id, Presence.UNSURE), null, before), course)),
                    Version.answered(withCourse(withStart(answer(id, Presence.PRESENT), null, before), course)));
        });
    }

    // --- S3: worse never lowers
    // --------------------------------------------------------------------------------------------

    @Test
    void s3WorseCourse() {
        neverFalls(4, 30_000, (random, report) -> {
            var reported = report.findings().stream()
                    .filter(answer -> answer.presence() != Presence.ABSENT)
                    .toList();
            if (reported.isEmpty()) {
                return List.of();
            }
            var id = RandomReports.pick(random, reported).id();
            return random.nextBoolean()
                    ? List.of(going(id, Course.BETTER), going(id, Course.SAME), going(id, Course.WORSE))
                    : List.of(going(id, Course.BETTER), going(id, null), going(id, Course.WORSE));
        });
    }

    private static Version going(String id, Course course) {
        return new Version(
                id + (course == null ? ": course not said" : ": " + Words.of(course)),
                report -> withFindings(
                        report,
                        report.findings().stream()
                                .map(answer -> answer.id().equals(id) ? withCourse(answer, course) : answer)
                                .toList()));
    }

    @Test
    void s3HigherPainScore() {
        neverFalls(5, 10_000, (random, report) -> values("pain-score", 0, 1, 3, 4, 5, 7, 8, 10));
    }

    /** From 36.0 up: a lower temperature is a warning by itself. */
    @Test
    void s3HigherTemperature() {
        neverFalls(6, 10_000, (random, report) -> values("temperature", 36, 37.2, 37.9, 38, 38.4, 38.5, 39.5, 42));
    }

    @Test
    void s3HigherOtherMeasures() {
        neverFalls(
                7,
                10_000,
                (random, report) -> random.nextBoolean()
                        ? values("last-passed-urine-hours", 0, 4, 7.9, 8, 24, 168)
                        : values("calf-size-difference", 0, 1, 2.9, 3, 5, 20));
    }

    private static List<Version> values(String id, double... rising) {
        return Arrays.stream(rising)
                .mapToObj(value -> Version.answered(value(id, value)))
                .toList();
    }

    @Test
    void s3WorsePainTrend() {
        neverFalls(8, 20_000, (random, report) -> Stream.of("better", "same", "slowly-worse", "quickly-worse")
                .map(trend -> Version.answered(choice("pain-trend", trend)))
                .toList());
    }

    // --- S4 and S6: order, reporter, determinism
    // ---------------------------------------------------------------------------

    @Test
    void s4OrderAndReporterChangeNothing() {
        always(9, 3_000, "order or reporter matter", (random, report) -> {
            var shuffled = new ArrayList<>(report.findings());
            Collections.shuffle(shuffled, new Random(random.nextLong()));
            var reporter = random.nextInt(4) == 0 ? null : RandomReports.pick(random, Reporter.values());
            return other -> {
                var findings =
                        shuffled.stream().filter(other.findings()::contains).toList();
                var told = new SymptomReport(
                        other.patient(), other.surgery(), other.symptomsStartedDaysAgo(), findings, reporter);
                return triage(told).equals(triage(other));
            };
        });
    }

    @Test
    void s6SameReportSameAnswer() {
        var loadedAgain = new TriageEngine(load());
        always(10, 2_000, "two answers", (random, report) -> other -> {
            var triage = triage(other);
            return triage.equals(triage(other)) && triage.equals(loadedAgain.triage(other));
        });
    }

    // --- S5: each red flag alone
    // -------------------------------------------------------------------------------------------

    /** Otherwise a red flag alone would prove nothing. */
    @Test
    void s5TheReassuringReportIsRoutineOnEveryDay() {
        for (int day = 0; day <= LAST_DAY; day++) {
            var triage = triage(REASSURING.onDay(day));
            assertThat(triage.urgency())
                    .as("day %d, set by %s", day, triage.setBy())
                    .isEqualTo(Urgency.ROUTINE);
            assertThat(triage.status()).isEqualTo(Triage.Status.FINAL);
        }
    }

    /**
     * Every way of fulfilling every floor of every rule, on an otherwise reassuring report: the shortest on all days, the others
     * on {@link #BOUNDARY_DAYS}. Where the reassurance is just what lowers the floor, those questions are left unanswered.
     */
    @Test
    void s5EachRedFlagAloneForcesItsLevel() {
        var days = IntStream.rangeClosed(0, LAST_DAY).boxed().toList();
        var reached = new ConcurrentSkipListMap<String, Integer>();
        var cases = new ArrayList<Runnable>();
        for (var flag : KNOWLEDGE.redFlags()) {
            for (int floor = 0; floor < flag.floors().size(); floor++) {
                var one = flag.floors().get(floor);
                var name = flag.id() + " floor " + (floor + 1);
                reached.put(name, 0);
                var examples = Example.of(one.when()).stream()
                        .sorted(Example.shortestFirst())
                        .toList();
                for (var example : examples) {
                    boolean shortest = example.equals(examples.get(0));
                    cases.add(() -> reached.merge(
                            name, checkAlone(flag, one, example, shortest ? days : BOUNDARY_DAYS), Integer::sum));
                }
            }
        }
        cases.parallelStream().forEach(Runnable::run);
        System.out.printf(
                "S5: %d rules, %d floors, %d ways to fulfil them%n",
                KNOWLEDGE.redFlags().size(), reached.size(), cases.size());
        assertThat(reached)
                .allSatisfy((floor, times) -> assertThat(times).as(floor).isPositive());
        report();
    }

    private int checkAlone(RedFlag flag, RedFlag.Floor floor, Example example, List<Integer> days) {
        var when = floor.when().compile(VOCABULARY);
        var unless = floor.unless() == null ? null : floor.unless().compile(VOCABULARY);
        Predicate<SymptomReport> holds = report -> {
            var facts = new Facts(VOCABULARY, report);
            return when.holds(facts) && (unless == null || !unless.holds(facts));
        };
        int checked = 0;
        for (int day : days) {
            for (Integer onset : new Integer[] {null, 0}) {
                if (onset == null || days.equals(BOUNDARY_DAYS)) {
                    var alone = alone(floor, example, day, onset, holds);
                    if (alone.isPresent()) {
                        checked++;
                        check(flag, floor, alone.get(), holds);
                    }
                }
            }
        }
        return checked;
    }

    private static Optional<SymptomReport> alone(
            RedFlag.Floor floor, Example example, int day, Integer onset, Predicate<SymptomReport> holds) {
        var screened = example.on(REASSURING.onDay(day), onset);
        if (screened.isEmpty() || holds.test(screened.get())) {
            return screened;
        }
        assertThat(floor.unless()).as("%s does not make it hold", example).isNotNull();
        return example.on(withoutReassurance(floor, day), onset).filter(holds);
    }

    /** Without the answers that could lower this floor. */
    private static SymptomReport withoutReassurance(RedFlag.Floor floor, int day) {
        var report = REASSURING.onDay(day);
        if (floor.unless() != null) {
            for (var id : floor.unless().findings().toList()) {
                report = without(report, id);
            }
        }
        return report;
    }

    private void check(RedFlag flag, RedFlag.Floor floor, SymptomReport report, Predicate<SymptomReport> holds) {
        Predicate<SymptomReport> broken =
                other -> holds.test(other) && floor.level().isHigherThan(level(other));
        if (floor.level().isHigherThan(level(report))) {
            failures.put(
                    failureCount.getAndIncrement(),
                    new Failure(report, flag.id(), broken, other -> "%s wants %s, given %s"
                            .formatted(flag.id(), floor.level(), setBy(other))));
        }
    }

    /** Returns the level a rule by itself asks for. */
    private static Urgency firedLevel(RedFlag flag, SymptomReport report) {
        return Objects.requireNonNull(ALONE.get(flag.id())).level(new Facts(VOCABULARY, report));
    }

    // --- S7: nothing is out of reach
    // ---------------------------------------------------------------------------------------

    /** Every level of every rule is given by it on some day, also the lower ones that reassurance leads to. */
    @Test
    void s7EveryRuleCanFireAtEachOfItsLevels() {
        var outOfReach = new TreeSet<String>();
        for (var flag : KNOWLEDGE.redFlags()) {
            for (var floor : flag.floors()) {
                var examples = Stream.concat(Example.of(floor.when()).stream(), Example.decidedBy(flag, floor).stream())
                        .toList();
                if (BOUNDARY_DAYS.stream().noneMatch(day -> examples.stream()
                        .flatMap(example -> Stream.of(REASSURING.onDay(day), withoutReassurance(floor, day))
                                .map(base -> example.on(base, null)))
                        .flatMap(Optional::stream)
                        .anyMatch(report -> firedLevel(flag, report) == floor.level()))) {
                    outOfReach.add(flag.id() + " at " + floor.level());
                }
            }
        }
        assertThat(outOfReach).isEmpty();
    }

    /**
     * On the day that suits the cause best, its own most telling answers are given one after the other until it is the likeliest
     * of all, the unexplained included.
     */
    @Test
    void s7EveryCauseCanBeRankedFirst() {
        var answersNeeded = new LinkedHashMap<String, Integer>();
        var never = new ArrayList<String>();
        for (var cause : KNOWLEDGE.causes()) {
            var first = mostTelling(cause)
                    .filter(report -> triage(report).causes().stream()
                            .anyMatch(one -> one.rank() == 1 && one.cause().equals(cause)))
                    .min(Comparator.comparingInt(report -> report.findings().size()));
            first.ifPresentOrElse(
                    report -> answersNeeded.put(cause.id(), report.findings().size()), () -> never.add(cause.id()));
        }
        System.out.println("S7: answers until first: " + answersNeeded);
        assertThat(never).isEmpty();
    }

    private static final int TELLING_ANSWERS = 6;

    private static Stream<SymptomReport> mostTelling(Cause cause) {
        return KNOWLEDGE.method().windows().stream().flatMap(window -> {
            var report = suitable(cause, (int) window.middle());
            var reports = new ArrayList<SymptomReport>(List.of(report));
            var answers = supporting(cause);
            for (int count = 0; count < TELLING_ANSWERS; count++) {
                var sofar = reports.get(reports.size() - 1);
                answers.stream()
                        .filter(answer -> sofar.findings().stream()
                                .noneMatch(given -> given.id().equals(answer.id())))
                        .map(answer -> with(sofar, answer))
                        .max(Comparator.comparingDouble(next -> SCORES.share(next, cause)))
                        .ifPresent(reports::add);
            }
            return reports.stream();
        });
    }

    /** With all context that makes the cause more likely, as far as it goes together, and what it needs to be first. */
    private static SymptomReport suitable(Cause cause, int day) {
        var context = cause.firstOnlyIf() == null
                ? Example.of(new Condition.All(List.of())).get(0)
                : Example.of(cause.firstOnlyIf()).get(0);
        var base = onDay(withFindings(REASSURING.onDay(0), List.of()), day);
        for (var multiplier : cause.multipliers()) {
            if (multiplier.times() > 1) {
                var sofar = context;
                context = Example.of(multiplier.when()).stream()
                        .map(sofar::and)
                        .flatMap(Optional::stream)
                        .filter(both -> both.on(base, null).isPresent())
                        .findFirst()
                        .orElse(sofar);
            }
        }
        return context.on(base, null).orElseThrow();
    }

    private static List<ReportedFinding> supporting(Cause cause) {
        var answers = new ArrayList<ReportedFinding>();
        for (var finding : KNOWLEDGE.findings()) {
            for (var evidence : finding.evidence()) {
                var frequency = evidence.causes().get(cause.id());
                if (frequency != null && (finding.type() == Finding.Type.PRESENCE || frequency > evidence.baseRate())) {
                    answers.add(stated(finding, evidence, frequency > evidence.baseRate()));
                }
            }
        }
        return answers;
    }

    private static ReportedFinding stated(Finding finding, Evidence evidence, boolean holds) {
        return switch (finding.type()) {
            case PRESENCE -> answer(finding.id(), holds ? Presence.PRESENT : Presence.ABSENT);
            case CHOICE -> choice(finding.id(), Objects.requireNonNull(evidence.choice()));
            case VALUE -> value(finding.id(), Objects.requireNonNullElse(evidence.atLeast(), evidence.atMost()));
        };
    }

    /** A question whose answer changes nothing in any report would waste the time of someone in pain. */
    @Test
    void s7EveryFindingMatters() {
        var reports = new RandomReports(KNOWLEDGE.findings(), Set.copyOf(CONCERNING), 11);
        var idle = KNOWLEDGE.findings().stream()
                .filter(finding -> finding.recordedBecause() == null)
                .filter(finding -> IntStream.range(0, 2_000).parallel().noneMatch(number -> {
                    var report = reports.next(reports.random(number));
                    return answers(finding)
                                    .map(answer -> triage(with(report, answer)))
                                    .distinct()
                                    .count()
                            > 1;
                }))
                .map(Finding::id)
                .toList();
        assertThat(idle).isEmpty();
    }

    private static Stream<ReportedFinding> answers(Finding finding) {
        return switch (finding.type()) {
            case PRESENCE ->
                Stream.of(Presence.ABSENT, Presence.PRESENT).map(presence -> answer(finding.id(), presence));
            case VALUE ->
                Stream.of(ReassuringReport.VALUES.get(finding.id()), finding.worstValue())
                        .map(number -> value(finding.id(), number));
            case CHOICE -> finding.choices().stream().map(option -> choice(finding.id(), option.id()));
        };
    }

    // --- S8: boundaries of time
    // --------------------------------------------------------------------------------------------

    private static final int[] TIME_BOUNDARIES = {0, 1, 3, 4, 14, 15, 42, 43, 84, 85, 90, 365, 366, 36500};

    /**
     * The same answers on one boundary day after the other. Where the level falls, what set it must have stopped to hold, and a
     * red flag that stopped must speak of time in the very floor that held. Limits of scope do not depend on time.
     */
    @Test
    void s8ALevelFallsOverTimeOnlyWhereARuleSaysSo() {
        var drops = new ConcurrentSkipListMap<String, Integer>();
        var reports = new RandomReports(KNOWLEDGE.findings(), Set.copyOf(CONCERNING), 12);
        IntStream.range(0, 10_000).parallel().forEach(number -> {
            var report = reports.next(reports.random(number));
            var last = level(onDay(report, TIME_BOUNDARIES[0]));
            for (int i = 1; i < TIME_BOUNDARIES.length; i++) {
                int from = TIME_BOUNDARIES[i - 1];
                int to = TIME_BOUNDARIES[i];
                var level = level(onDay(report, to));
                if (last.isHigherThan(level) && isUnexplainedDrop(report, from, to, drops)) {
                    failures.put(
                            (long) number,
                            new Failure(
                                    report,
                                    from + "-" + to,
                                    other -> isUnexplainedDrop(other, from, to, new HashMap<>()),
                                    other -> "day %d: %s%n  day %d: %s"
                                            .formatted(from, setBy(onDay(other, from)), to, setBy(onDay(other, to)))));
                }
                last = level;
            }
        });
        System.out.println("S8: drops by what had set the level: " + drops);
        report();
    }

    private boolean isUnexplainedDrop(SymptomReport report, int from, int to, Map<String, Integer> drops) {
        var before = triage(onDay(report, from));
        var after = triage(onDay(report, to));
        if (!before.urgency().isHigherThan(after.urgency())) {
            return false;
        }
        before.setBy().forEach(trigger -> drops.merge(trigger.origin() + " " + trigger.id(), 1, Integer::sum));
        return before.setBy().stream().anyMatch(trigger -> !speaksOfTime(trigger));
    }

    private static boolean speaksOfTime(Trigger trigger) {
        return switch (trigger.origin()) {
            case SCOPE -> false;
            case LIKELY_CAUSE, NO_CLEAR_CAUSE, OPEN_QUESTIONS -> true;
            case RED_FLAG ->
                Objects.requireNonNull(KNOWLEDGE.findRedFlag(trigger.id())).floors().stream()
                        .filter(floor -> floor.level() == trigger.level())
                        .anyMatch(floor ->
                                speaksOfTime(floor.when()) || floor.unless() != null && speaksOfTime(floor.unless()));
        };
    }

    private static boolean speaksOfTime(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().anyMatch(SafetyInvariantsTest::speaksOfTime);
        }
        if (condition instanceof Condition.AtLeast some) {
            return some.parts().stream().anyMatch(SafetyInvariantsTest::speaksOfTime);
        }
        return condition instanceof Condition.Recent
                || condition instanceof Condition.Within within
                        && (within.measure() == Condition.Measure.DAYS_SINCE_SURGERY
                                || within.measure() == Condition.Measure.ONSET_DAY);
    }

    // --- S9: evidence points one way
    // ---------------------------------------------------------------------------------------

    /** One more answer, compared with the question not asked, in every report for every cause that the answer touches. */
    @Test
    void s9SupportNeverLowersAScoreAndContradictionNeverRaisesIt() {
        var reports = new RandomReports(KNOWLEDGE.findings(), Set.copyOf(CONCERNING), 13);
        var telling = KNOWLEDGE.findings().stream()
                .filter(finding -> !finding.evidence().isEmpty())
                .toList();
        IntStream.range(0, 60_000).parallel().forEach(number -> {
            var random = reports.random(number);
            var report = random.nextBoolean() ? reports.next(random) : withCombination(random, reports.next(random));
            var finding = RandomReports.pick(random, telling);
            var answer = RandomReports.pick(random, answers(finding).toList());
            for (int cause : SCORES.movedTheWrongWay(report, answer)) {
                failures.put(
                        number * 100L + cause,
                        new Failure(
                                report,
                                SmallestReport.describe(answer) + " / " + SCORES.causeId(cause),
                                other -> SCORES.movedTheWrongWay(other, answer).contains(cause),
                                other -> SCORES.describe(other, answer, cause)));
            }
            triages.addAndGet(2);
        });
        report();
    }

    /** Combinations take the place of single answers, and rarely come about by chance. */
    private static SymptomReport withCombination(SplittableRandom random, SymptomReport report) {
        var combined = report;
        for (var id : RandomReports.pick(random, KNOWLEDGE.combinations()).all()) {
            combined = with(combined, answer(id, Presence.PRESENT));
        }
        return combined;
    }

    // --- How all of them are checked and told
    // --------------------------------------------------------------------------------

    /** Draws reports, and for each the versions of it that may only rise in level. */
    private void neverFalls(
            long seed, int count, BiFunction<SplittableRandom, SymptomReport, List<Version>> risingVersions) {
        var reports = new RandomReports(KNOWLEDGE.findings(), Set.copyOf(CONCERNING), seed);
        IntStream.range(0, count).parallel().forEach(number -> {
            var random = reports.random(number);
            var report = reports.next(random);
            Version last = null;
            Urgency lastLevel = null;
            for (var version : risingVersions.apply(random, report)) {
                var level = level(version.edit().apply(report));
                if (last != null && lastLevel.isHigherThan(level)) {
                    addFailure(number, report, last, version);
                }
                last = version;
                lastLevel = level;
            }
        });
        report();
    }

    private void addFailure(long number, SymptomReport report, Version lower, Version higher) {
        failures.put(
                number,
                new Failure(
                        report,
                        lower.words() + " / " + higher.words(),
                        other -> level(lower.edit().apply(other))
                                .isHigherThan(level(higher.edit().apply(other))),
                        other -> "%s gives %s%n  %s gives %s"
                                .formatted(
                                        lower.words(),
                                        setBy(lower.edit().apply(other)),
                                        higher.words(),
                                        setBy(higher.edit().apply(other)))));
    }

    /** Draws reports, and for each a test that must hold of it. */
    private void always(
            long seed,
            int count,
            String failure,
            BiFunction<SplittableRandom, SymptomReport, Predicate<SymptomReport>> tests) {
        var reports = new RandomReports(KNOWLEDGE.findings(), Set.copyOf(CONCERNING), seed);
        IntStream.range(0, count).parallel().forEach(number -> {
            var random = reports.random(number);
            var report = reports.next(random);
            var test = tests.apply(random, report);
            if (!test.test(report)) {
                failures.put((long) number, new Failure(report, failure, test.negate(), other -> failure));
            }
        });
        report();
    }

    private Triage triage(SymptomReport report) {
        var triage = ENGINE.triage(report);
        counted(triage.urgency());
        return triage;
    }

    private Urgency level(SymptomReport report) {
        return counted(SCORES.level(report));
    }

    private Urgency counted(Urgency level) {
        triages.incrementAndGet();
        levels.incrementAndGet(level.ordinal());
        return level;
    }

    private String setBy(SymptomReport report) {
        var triage = triage(report);
        return triage.urgency() + " by "
                + triage.setBy().stream()
                        .map(trigger -> trigger.origin() == Origin.RED_FLAG
                                ? trigger.id()
                                : trigger.origin() + " " + trigger.id())
                        .toList();
    }

    /** Fails with the smallest report found of each kind of failure, the shortest first. */
    private void report() {
        if (failures.isEmpty()) {
            return;
        }
        var smallestByKind = new TreeMap<String, String>();
        failures.values().stream().limit(FAILURES_SHRUNK).forEach(failure -> {
            var report = SmallestReport.of(failure.report(), failure.broken());
            var text = "  %s%n%s".formatted(failure.words().apply(report), Reports.write(report));
            smallestByKind.merge(failure.kind(), text, (a, b) -> length(a) <= length(b) ? a : b);
        });
        var shown = smallestByKind.values().stream()
                .sorted(Comparator.comparingLong(SafetyInvariantsTest::length))
                .limit(FAILURES_SHOWN)
                .collect(Collectors.joining("\n\n"));
        fail(
                "%d failures; of the first %d, %d kinds, the smallest reports:%n%s",
                failures.size(), FAILURES_SHRUNK, smallestByKind.size(), shown);
    }

    private static long length(String text) {
        return text.lines().count();
    }
}
