package org.afterfusion.triage;

import static org.afterfusion.triage.ReportEdits.answer;
import static org.afterfusion.triage.ReportEdits.choice;
import static org.afterfusion.triage.ReportEdits.value;
import static org.afterfusion.triage.ReportEdits.withFindings;
import static org.afterfusion.triage.ReportEdits.withStart;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.testing.Reports;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.Triage.Change;
import org.afterfusion.triage.Triage.Fact;
import org.afterfusion.triage.Triage.OpenQuestion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What would raise the level, over the shipped knowledge and reports drawn by number; and the order of open questions. */
class CounterfactualsTest {

    private static final KnowledgeBase KNOWLEDGE = KnowledgeLoader.load(Path.of("src/main/resources/knowledge"));
    private static final TriageEngine ENGINE = new TriageEngine(KNOWLEDGE);
    private static final Vocabulary VOCABULARY = new Vocabulary(KNOWLEDGE.findings());
    private static final RuleBook RULES = new RuleBook(KNOWLEDGE.redFlags(), VOCABULARY);
    private static final EvidenceBook EVIDENCE = evidence();
    private static final Scores SCORES = new Scores(KNOWLEDGE);
    private static final List<Cause> ALL_CAUSES = Stream.concat(
                    KNOWLEDGE.causes().stream(), Stream.of(KNOWLEDGE.unexplained()))
            .toList();
    private static final Weigher WEIGHER =
            new Weigher(KNOWLEDGE.method(), ALL_CAUSES, EVIDENCE, VOCABULARY, RULES.concerning());
    private static final Ranker RANKER = new Ranker(
            KNOWLEDGE.method(), ALL_CAUSES, new Explainer(KNOWLEDGE.method(), EVIDENCE, VOCABULARY), VOCABULARY);
    private static final Counterfactuals COUNTERFACTUALS =
            new Counterfactuals(KNOWLEDGE.redFlags(), VOCABULARY, EVIDENCE);
    private static final int CAUSES = ALL_CAUSES.size();
    private static final RandomReports REPORTS =
            new RandomReports(KNOWLEDGE.findings(), Set.copyOf(ENGINE.worryingFindings()), 21);
    private static final int COUNT = 20_000;
    private static final int OF_WHICH_TRIAGED = 2_000;
    private static final int SEARCHED_THROUGH = 300;
    private static final int SEARCHED_THROUGH_A_RULE = 20;

    private static EvidenceBook evidence() {
        var indexes = new HashMap<String, Integer>();
        KNOWLEDGE.causes().forEach(cause -> indexes.put(cause.id(), indexes.size()));
        indexes.put(KNOWLEDGE.unexplained().id(), indexes.size());
        return new EvidenceBook(KNOWLEDGE.combinations(), indexes, VOCABULARY, RULES.concerning());
    }

    private static SymptomReport report(int number) {
        return REPORTS.next(REPORTS.random(number));
    }

    // In any report

    @Test
    void theFactsRaiseTheLevelAndFewerDoNot() {
        var changed = new EnumMap<Urgency, AtomicInteger>(Urgency.class);
        Arrays.stream(Urgency.values()).forEach(level -> changed.put(level, new AtomicInteger()));
        IntStream.range(0, COUNT).parallel().forEach(number -> {
            var report = report(number);
            var level = SCORES.level(report);
            var changes = raising(report, level);
            assertThat(changes).hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
            if (level.isHigherThan(Urgency.SAME_DAY)) {
                assertThat(changes).isEmpty();
            }
            for (var change : changes) {
                changed.get(level).incrementAndGet();
                assertRaises(change, report, level, RULES, "report " + number);
            }
        });

        assertThat(changed.get(Urgency.ROUTINE)).hasPositiveValue();
        assertThat(changed.get(Urgency.SOON)).hasPositiveValue();
        assertThat(changed.get(Urgency.SAME_DAY)).hasPositiveValue();
    }

    /** What the search finds is what a triage tells, and a triage with the new facts asks for that level at least. */
    @Test
    void aTriageTellsThem() {
        IntStream.range(0, OF_WHICH_TRIAGED).parallel().forEach(number -> {
            var report = report(number);
            var triage = ENGINE.triage(report);
            assertThat(triage.urgency()).as("report %s", number).isEqualTo(SCORES.level(report));
            assertThat(triage.wouldRaise()).as("report %s", number).isEqualTo(raising(report, triage.urgency()));
            for (var change : triage.wouldRaise()) {
                assertThat(change.to())
                        .as("report %s, with %s", number, change)
                        .isLessThanOrEqualTo(SCORES.level(with(report, change.facts())));
            }
        });
    }

    private static List<Change> raising(SymptomReport report, Urgency level) {
        var facts = new Facts(VOCABULARY, report);
        return COUNTERFACTUALS.raising(facts, level, new Outlook(EVIDENCE, shares(facts)));
    }

    /** All that one finding more could do, tried one by one with every number and option there is. */
    @Test
    void noSingleFactIsMissed() {
        var tried = new AtomicInteger();
        IntStream.range(0, SEARCHED_THROUGH).parallel().forEach(number -> {
            var report = report(number);
            var level = SCORES.level(report);
            if (!level.isHigherThan(Urgency.SAME_DAY)) {
                var raising = everyFact(report).stream()
                        .filter(fact -> level(report, List.of(fact), RULES).isHigherThan(level))
                        .map(Fact::finding)
                        .collect(Collectors.toSet());
                var listed = raising(report, level).stream()
                        .filter(change -> change.facts().size() == 1)
                        .toList();
                assertThat(listed)
                        .as("report %s, which these would raise: %s", number, raising)
                        .hasSizeGreaterThanOrEqualTo(Math.min(5, raising.size()))
                        .allMatch(
                                change -> raising.contains(change.facts().get(0).finding()));
                tried.incrementAndGet();
            }
        });

        assertThat(tried).hasValueGreaterThan(100);
    }

    /** With all red flags together there is nearly always a single fact, so pairs are looked for with one rule at a time. */
    @Test
    void withOneRuleNeitherASingleFactNorAPairIsMissed() {
        var pairs = new AtomicInteger();
        KNOWLEDGE.redFlags().parallelStream().forEach(flag -> {
            var rule = new RuleBook(List.of(flag), VOCABULARY);
            var counterfactuals = new Counterfactuals(List.of(flag), VOCABULARY, EVIDENCE);
            var named = flag.floors().stream()
                    .flatMap(floor -> Stream.concat(
                            floor.when().findings(),
                            Stream.ofNullable(floor.unless()).flatMap(Condition::findings)))
                    .collect(Collectors.toCollection(HashSet::new));
            named.add("pain-trend");
            for (int number = 0; number < SEARCHED_THROUGH_A_RULE; number++) {
                var report = report(number);
                var facts = new Facts(VOCABULARY, report);
                var level = rule.level(facts);
                if (level.isHigherThan(Urgency.SAME_DAY)) {
                    continue;
                }
                var name = flag.id() + ", report " + number;
                var changes = counterfactuals.raising(facts, level, new Outlook(EVIDENCE, evenShares()));
                changes.forEach(change -> assertRaises(change, report, level, rule, name));

                var candidates = everyFact(report).stream()
                        .filter(fact -> named.contains(fact.finding()))
                        .toList();
                var alone = candidates.stream()
                        .filter(fact -> level(report, List.of(fact), rule).isHigherThan(level))
                        .toList();
                var together = pairs(candidates.stream()
                                .filter(fact -> !alone.contains(fact))
                                .toList())
                        .filter(pair -> level(report, pair, rule).isHigherThan(level))
                        .map(pair -> pair.stream().map(Fact::finding).collect(Collectors.toSet()))
                        .collect(Collectors.toSet());
                pairs.addAndGet(together.size());
                long findings = alone.stream().map(Fact::finding).distinct().count();
                assertThat(changes)
                        .as("%s: alone %s, together %s", name, alone, together)
                        .hasSizeGreaterThanOrEqualTo((int) Math.min(5, findings + together.size()));
            }
        });

        assertThat(pairs).hasValueGreaterThan(1_000);
    }

    @Test
    void theOrderOfTheAnswersChangesNothing() {
        for (int number = 0; number < 500; number++) {
            var report = report(number);
            var shuffled = new ArrayList<>(report.findings());
            Collections.shuffle(shuffled, new Random(number));
            var triage = ENGINE.triage(report);

            assertThat(ENGINE.triage(withFindings(report, shuffled)).wouldRaise())
                    .isEqualTo(triage.wouldRaise())
                    .isEqualTo(ENGINE.triage(report).wouldRaise());
            assertThat(ENGINE.triage(withFindings(report, shuffled)).openQuestions())
                    .isEqualTo(triage.openQuestions());
        }
    }

    private static void assertRaises(Change change, SymptomReport report, Urgency level, RuleBook rules, String name) {
        assertThat(change.facts()).as(name).hasSizeBetween(1, 2);
        assertThat(level(report, change.facts(), rules))
                .as("%s, with %s", name, change)
                .isEqualTo(change.to())
                .isGreaterThan(level);
        if (change.facts().size() == 2) {
            for (var fact : change.facts()) {
                assertThat(level(report, List.of(fact), rules))
                        .as("%s, with %s alone", name, fact)
                        .isLessThanOrEqualTo(level);
            }
        }
    }

    private static Urgency level(SymptomReport report, List<Fact> added, RuleBook rules) {
        return rules.level(new Facts(VOCABULARY, with(report, added)));
    }

    private static SymptomReport with(SymptomReport report, List<Fact> added) {
        var changed = report;
        for (var fact : added) {
            changed = ReportEdits.with(changed, asAnswer(fact, find(report, fact.finding())));
        }
        return changed;
    }

    private static @Nullable ReportedFinding find(SymptomReport report, String finding) {
        return report.findings().stream()
                .filter(answer -> answer.id().equals(finding))
                .findFirst()
                .orElse(null);
    }

    /** What else was said of the finding stays as it is. */
    private static ReportedFinding asAnswer(Fact fact, @Nullable ReportedFinding before) {
        Double number = fact.atLeast() != null
                ? fact.atLeast()
                : fact.below() == null ? null : Double.valueOf(fact.below() - 0.01);
        return new ReportedFinding(
                fact.finding(),
                number == null && fact.choice() == null ? Presence.PRESENT : null,
                number,
                fact.choice(),
                before == null ? null : before.startedDaysAgo(),
                before == null ? null : before.sinceBeforeSurgery(),
                before == null ? null : before.course());
    }

    /** Every yes not given yet, every half step of a number away from the one given, every option of more concern. */
    private static List<Fact> everyFact(SymptomReport report) {
        return KNOWLEDGE.findings().stream()
                .flatMap(finding -> everyFact(finding, find(report, finding.id())))
                .toList();
    }

    private static Stream<Fact> everyFact(Finding finding, @Nullable ReportedFinding given) {
        return switch (finding.type()) {
            case PRESENCE ->
                given != null && given.presence() == Presence.PRESENT
                        ? Stream.empty()
                        : Stream.of(new Fact(finding.id(), null, null, null));
            case VALUE -> {
                var range = Objects.requireNonNull(finding.range());
                yield Stream.iterate(range.minimum(), number -> number <= range.maximum(), number -> number + 0.5)
                        .filter(number -> given == null || number > Objects.requireNonNull(given.value()))
                        .map(number -> new Fact(finding.id(), number, null, null));
            }
            case CHOICE -> {
                var ids = finding.choices().stream().map(Finding.Choice::id).toList();
                yield ids.stream()
                        .skip(given == null ? 0 : ids.indexOf(given.choice()) + 1)
                        .map(id -> new Fact(finding.id(), null, null, id));
            }
        };
    }

    private static Stream<List<Fact>> pairs(List<Fact> facts) {
        return facts.stream().flatMap(one -> facts.stream()
                .filter(other -> one.finding().compareTo(other.finding()) < 0)
                .map(other -> List.of(one, other)));
    }

    private static double[] evenShares() {
        var shares = new double[CAUSES];
        Arrays.fill(shares, 1.0 / CAUSES);
        return shares;
    }

    // In reports one can picture

    @Test
    void plainLegPainOnDayTen() {
        var bare = withFindings(
                Reports.reassuring(KNOWLEDGE, 10, List.of()), List.of(Reports.present("shooting-electric")));
        var triage = ENGINE.triage(bare);

        assertThat(triage.urgency()).isEqualTo(Urgency.SOON);
        assertThat(triage.wouldRaise())
                .hasSize(5)
                .contains(
                        change(Urgency.EMERGENCY, present("both-legs")),
                        change(Urgency.SAME_DAY, new Fact("pain-score", 8.0, null, null)));
    }

    @Test
    void whatWasDeniedComesAfterWhatWasNotAsked() {
        var screened = Reports.reassuring(KNOWLEDGE, 10, List.of(Reports.present("shooting-electric")));
        var denied = screened.findings().stream().map(ReportedFinding::id).collect(Collectors.toSet());

        assertThat(ENGINE.triage(screened).wouldRaise())
                .hasSize(5)
                .allMatch(change -> !denied.contains(change.facts().get(0).finding()));

        var all = new ReassuringReport(KNOWLEDGE.findings()).onDay(10);
        assertThat(ENGINE.triage(all).wouldRaise()).hasSize(5);
    }

    @Test
    void theLeastNumberThatDoesItIsNamed() {
        var red = ReportEdits.with(
                new ReassuringReport(KNOWLEDGE.findings()).onDay(10), answer("wound-red-hot", Presence.PRESENT));
        var flag = Objects.requireNonNull(KNOWLEDGE.findRedFlag("rf-17"));
        var changes = new Counterfactuals(List.of(flag), VOCABULARY, EVIDENCE)
                .raising(new Facts(VOCABULARY, red), Urgency.SOON, new Outlook(EVIDENCE, evenShares()));

        assertThat(changes)
                .containsExactlyInAnyOrder(
                        change(Urgency.SAME_DAY, new Fact("temperature", 38.0, null, null)),
                        change(Urgency.SAME_DAY, present("fever")),
                        change(Urgency.SAME_DAY, present("chills-or-sweats")));
        var hot = ReportEdits.with(red, value("temperature", 38.0));
        assertThat(new Counterfactuals(List.of(flag), VOCABULARY, EVIDENCE)
                        .raising(new Facts(VOCABULARY, hot), Urgency.SAME_DAY, new Outlook(EVIDENCE, evenShares())))
                .containsExactly(change(Urgency.EMERGENCY, present("very-ill-confused")));
    }

    @Test
    void twoFactsWhereOneIsNotEnough() {
        var flag = Objects.requireNonNull(KNOWLEDGE.findRedFlag("rf-17"));
        var calm = new ReassuringReport(KNOWLEDGE.findings()).onDay(10);
        var changes = new Counterfactuals(List.of(flag), VOCABULARY, EVIDENCE)
                .raising(new Facts(VOCABULARY, calm), Urgency.ROUTINE, new Outlook(EVIDENCE, evenShares()));

        assertThat(changes)
                .hasSize(5)
                .allMatch(change -> change.facts().size() == 2 && change.to() == Urgency.SAME_DAY)
                .contains(
                        change(Urgency.SAME_DAY, new Fact("temperature", 38.0, null, null), present("wound-red-hot")));
    }

    /** Not sure of something from before the operation: a yes would not make it new. */
    @Test
    void anOldDoubtRaisesNothing() {
        var flag = Objects.requireNonNull(KNOWLEDGE.findRedFlag("rf-02"));
        var calm = new ReassuringReport(KNOWLEDGE.findings()).onDay(10);
        var doubt = ReportEdits.with(calm, answer("saddle-numbness", Presence.UNSURE));
        var oldDoubt = ReportEdits.with(calm, withStart(answer("saddle-numbness", Presence.UNSURE), null, true));

        assertThat(raising(flag, doubt)).startsWith(change(Urgency.EMERGENCY, present("saddle-numbness")));
        assertThat(raising(flag, oldDoubt))
                .isNotEmpty()
                .doesNotContain(change(Urgency.EMERGENCY, present("saddle-numbness")));
    }

    /** That a known bulge gets better, without fever, is what keeps the level low: a fact may also undo that. */
    @Test
    void aFactMayEndWhatLowersALevel() {
        var flag = Objects.requireNonNull(KNOWLEDGE.findRedFlag("rf-18"));
        var spotting = ReportEdits.with(
                new ReassuringReport(KNOWLEDGE.findings()).onDay(3),
                ReportEdits.withCourse(choice("wound-drainage", "bloody"), SymptomReport.Course.BETTER));

        assertThat(raising(flag, spotting))
                .contains(
                        change(Urgency.SAME_DAY, present("wound-red-hot")),
                        change(Urgency.SAME_DAY, new Fact("wound-drainage", null, null, "cloudy")));
    }

    private static List<Change> raising(RedFlag flag, SymptomReport report) {
        return new Counterfactuals(List.of(flag), VOCABULARY, EVIDENCE)
                .raising(new Facts(VOCABULARY, report), Urgency.ROUTINE, new Outlook(EVIDENCE, evenShares()));
    }

    private static Fact present(String finding) {
        return new Fact(finding, null, null, null);
    }

    private static Change change(Urgency to, Fact... facts) {
        return new Change(List.of(facts), to);
    }

    // The order of open questions

    @Test
    void questionsComeByLevelThenByWhatTheAnswerWouldTell() {
        int compared = 0;
        for (int number = 0; number < 1_000; number++) {
            var report = report(number);
            var facts = new Facts(VOCABULARY, report);
            var shares = shares(facts);
            var outlook = new Outlook(EVIDENCE, shares);
            var questions = new SafetyScreen(VOCABULARY, RULES)
                    .questions(facts, ENGINE.triage(report).urgency(), outlook);

            assertThat(questions)
                    .isEqualTo(ENGINE.triage(report).openQuestions())
                    .isSortedAccordingTo(Comparator.comparing(OpenQuestion::couldRaiseTo)
                            .reversed()
                            .thenComparing(question -> -told(question, facts, shares))
                            .thenComparing(OpenQuestion::finding));
            compared += questions.size();
        }

        assertThat(compared).isGreaterThan(1_000);
    }

    /** The distance between the shares before and after each answer, by Bayes' rule, rounded as sums of doubles differ. */
    private static double told(OpenQuestion question, Facts facts, double[] shares) {
        double most = 0;
        for (var statement : EVIDENCE.statementsOf(VOCABULARY.indexOf(question.finding()))) {
            if (statement.applies().test(facts)) {
                double told = 0;
                for (boolean yes : new boolean[] {true, false}) {
                    var joint = new double[shares.length];
                    for (int cause = 0; cause < shares.length; cause++) {
                        var effect = statement.effectOn(cause);
                        double frequency = effect == null ? statement.baseRate() : effect.frequency();
                        joint[cause] = shares[cause] * (yes ? frequency : 1 - frequency);
                    }
                    double likelihood = Arrays.stream(joint).sum();
                    double distance = 0;
                    for (int cause = 0; cause < shares.length; cause++) {
                        distance += Math.abs(joint[cause] / likelihood - shares[cause]) / 2;
                    }
                    told += likelihood * distance;
                }
                most = Math.max(most, told);
            }
        }
        return Math.round(most * 1e9) / 1e9;
    }

    private static double[] shares(Facts facts) {
        var testimony = EVIDENCE.heardIn(facts);
        return RANKER.rank(facts, testimony, WEIGHER.weigh(facts, testimony)).shares();
    }
}
