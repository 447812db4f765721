package org.afterfusion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.Condition;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.RecoveryPhase;
import org.afterfusion.triage.RedFlag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads a small folder, and breaks it in one place at a time. */
class SmallKnowledgeTest {

    private static final String CLOT = "causes/clot.yaml";
    private static final String RULE = "red-flags/rf-clot.yaml";
    private static final String SYMPTOMS = "findings/1-symptoms.yaml";
    private static final String RECOVERY = "recovery.yaml";
    private static final String HISTORY = "findings/2-history.yaml";

    @TempDir
    Path folder;

    @BeforeEach
    void copySmallKnowledge() throws IOException {
        SmallKnowledge.copyTo(folder);
    }

    // What is read

    @Test
    void everythingIsThereInOrder() {
        var knowledge = KnowledgeLoader.load(folder);

        assertThat(knowledge.causes()).extracting(Cause::id).containsExactly("clot", "sore-nerve");
        assertThat(knowledge.unexplained().id()).isEqualTo("undetermined");
        assertThat(knowledge.findings())
                .extracting(Finding::id)
                .containsExactly("swollen-calf", "pain", "trend", "long-rest", "old-swelling", "shoe-size");
        assertThat(knowledge.combinations()).hasSize(1);
        assertThat(knowledge.redFlags()).extracting(RedFlag::id).containsExactly("rf-clot");
        assertThat(knowledge.education()).hasSize(2);
        assertThat(knowledge.sources()).hasSize(2);
        assertThat(knowledge.levels()).hasSize(5);
        assertThat(knowledge.scope()).isNotEmpty();
        assertThat(knowledge.recovery().phases()).extracting(RecoveryPhase::id).containsExactly("early", "late");
        assertThat(knowledge.contact("surgical-team").in("en")).isNotBlank();
        assertThat(knowledge.languages()).containsExactly("en", "es");
    }

    @Test
    void conditionsReadAsTheyWereWritten() {
        var floors = KnowledgeLoader.load(folder).redFlags().get(0).floors();

        assertThat(floors.get(0).when().toData())
                .hasToString("{all=[{new=[swollen-calf]}, {days-since-surgery={to=90.0}}]}");
        assertThat(floors.get(1).when())
                .isEqualTo(new Condition.AtLeast(
                        1,
                        List.of(
                                new Condition.Answered(Condition.Answer.POSSIBLY_NEW, List.of("swollen-calf")),
                                new Condition.AtLeast(
                                        2,
                                        List.of(
                                                new Condition.Value("pain", 9.0, null),
                                                new Condition.Chosen("trend", List.of("worse")),
                                                new Condition.Context(Condition.Context.Fact.SEX, List.of("male")))),
                                new Condition.All(List.of(
                                        new Condition.Recent(3, List.of("swollen-calf")),
                                        new Condition.Operation(Condition.Operation.Detail.DURAL_TEAR, true))))));
        assertThat(floors.get(1).unless())
                .isEqualTo(new Condition.All(List.of(
                        new Condition.Answered(Condition.Answer.ABSENT, List.of("long-rest")),
                        new Condition.Lasting(14, List.of("swollen-calf")),
                        new Condition.Going(Condition.Trend.IMPROVING, List.of("swollen-calf")))));
    }

    // Numbers that would lead to no number

    @ParameterizedTest
    @CsvSource({
        "leastWeight: 0.05, 0, leastWeight: is greater than 0",
        "leastWeight: 0.05, -1, leastWeight: is greater than 0",
        "leastWeight: 0.05, 1.0e+999, leastWeight: is greater than 0",
        "priorExponent: 0.6, 1.1, priorExponent: lies between 0 and 1",
        "priorExponent: 0.6, 0, priorExponent: lies between 0 and 1",
        "clusterExponent: 0.5, -0.5, clusterExponent: lies between 0 and 1",
        "absentExponent: 0.3, 2, absentExponent: lies between 0 and 1",
        "absentLimit: 3, 1, absentLimit: is greater than 1",
        "evidenceLimit: 300, 1.0e+999, evidenceLimit: is greater than 1",
        "supportFrom: 1.5, 1, supportFrom: is greater than 1",
        "longLastingTo: 91, 42, longLastingTo: comes after longLastingFrom",
        "listed: 5, 0, listed: is greater than 0",
        "listedFrom: 0.01, 2, listedFrom: lies between 0 and 1",
        "ownUrgencyFrom: 0.5, 0, ownUrgencyFrom: lies between 0 and 1",
        "mustExcludeFrom: 0.05, 1.5, mustExcludeFrom: lies between 0 and 1",
        "below: 0.2, 20, unclear.below: lies between 0 and 1",
        "expectedFrom: 0.5, 50, expectedFrom: lies between 0 and 1",
        "veryLikely: 0.6, 1.6, bands.veryLikely: lies between 0 and 1",
        "veryLikely: 0.6, 0.3, bands: fall",
        "possible: 0.08, 0.3, bands: fall",
        "possible: 0.08, 0, bands.possible: lies between 0 and 1"
    })
    void numbersOfTheMethod(String number, String broken, String issue) {
        edit("knowledge.yaml", number, number.replaceFirst(" .*", " " + broken));

        assertThat(issues()).containsExactly("knowledge.yaml: method." + issue);
    }

    @ParameterizedTest
    @ValueSource(strings = {"middle: 1.5", "middle: 1.0e+999", "middle: -9"})
    void middlesThatDoNotRise(String middle) {
        edit("knowledge.yaml", "middle: 9 ", middle + " ");

        assertThat(issues()).first().asString().startsWith("knowledge.yaml: method.windows: have middles that rise");
    }

    @Test
    void aFirstMiddleBeforeTheOperation() {
        edit("knowledge.yaml", "middle: 1.5", "middle: -0.5");

        assertThat(issues())
                .containsExactly("knowledge.yaml: method.windows: have middles that rise from 0 on, not -0.5");
    }

    @Test
    void noWindowsAtAll() {
        write(
                "knowledge.yaml",
                read("knowledge.yaml")
                        .replaceAll("    - \\{ days: \\{.*\\n", "")
                        .replace("windows:", "windows: []"));

        assertThat(issues()).contains("knowledge.yaml: method.windows: are missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "1.0e+999"})
    void multipliersThatAreNone(String times) {
        edit(CLOT, "times: 1.5", "times: " + times);

        assertThat(issues()).containsExactly(CLOT + ": multipliers[0].times: is greater than 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "-1"})
    void theWorstNumberLiesWithinTheRange(String worst) {
        edit(SYMPTOMS, "worst: 10", "worst: " + worst);

        assertThat(issues()).containsExactly(SYMPTOMS + ": pain.worst: lies within the range");
    }

    /** A rule with a bound that is no number would never fire. */
    @ParameterizedTest
    @ValueSource(strings = {"1.0e+999", "high"})
    void aBoundThatIsNoNumber(String bound) {
        edit(RULE, "at-least: 9", "at-least: " + bound);

        assertThat(issues()).contains(RULE + ": floors[1].when.any[1].at-least.of[0].value.at-least: is not a number");
    }

    // Identity

    @ParameterizedTest
    @ValueSource(strings = {CLOT, RULE})
    void aFileWithoutId(String file) {
        write(file, read(file).replaceFirst("id: .*\\n", ""));

        assertThat(issues()).contains(file + ": id: is missing");
    }

    @Test
    void aFindingWithoutId() {
        edit(SYMPTOMS, "  - id: pain\n    kind", "  - kind");

        assertThat(issues()).contains(SYMPTOMS + ": null.id: is missing");
    }

    @Test
    void theSameIdInTwoFamilies() {
        edit(HISTORY, "id: shoe-size", "id: pain");

        assertThat(issues()).contains(HISTORY + ": pain: is there twice");
    }

    @ParameterizedTest
    @CsvSource({
        "combinations.yaml, clot-pattern, clot-pattern",
        "education.yaml, after-surgery-en, after-surgery-es",
        "sources.yaml, Doe2020, expert-judgement"
    })
    void entriesThatAreThereTwice(String file, String id, String other) {
        var text = read(file);
        if (id.equals(other)) {
            var entry = text.substring(text.indexOf("  - id"));
            write(file, text + entry);
        } else {
            edit(file, "id: " + id, "id: " + other);
        }

        assertThat(issues()).contains(file + ": " + other + ": is there twice");
    }

    // What goes with what

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'    range: {minimum: 0, maximum: 10, unit: score}\\n'|''|pain.range: goes with a value, and only with one",
                "'    worst: 10\\n'|''|pain.worst: goes with a value, and only with one",
                "    absentChoice: better|    absentChoice: best|trend.absentChoice: unknown id best",
                "    tier: 2|    tier: 0|pain.tier: is 1, 2 or 3",
                "    tier: 2|    tier: 4|pain.tier: is 1, 2 or 3",
                "- choice: worse\\n        cluster|- cluster|trend.evidence: names no choice",
                "      - choice: worse|      - choice: worst|trend.evidence: unknown id worst",
                "        onlyIf: [swollen-calf]|        onlyIf: [cold-calf]|trend.evidence.onlyIf: unknown id cold-calf",
                "        onlyIf: [swollen-calf]|        atLeast: 3|trend.evidence: atLeast and atMost go with a value, and only with one",
                "        onlyIf: [swollen-calf]|        atMost: 3|trend.evidence: atLeast and atMost go with a value, and only with one",
                "- atLeast: 7\\n        atMost: 10\\n        label|- label|pain.evidence: atLeast and atMost go with a value, and only with one"
            })
    void findingsOfOneKind(String from, String to, String issue) {
        edit(SYMPTOMS, from.replace("\\n", "\n"), to);

        assertThat(issues()).containsExactly(SYMPTOMS + ": " + issue);
    }

    @Test
    void rangeWithoutAValue() {
        edit(SYMPTOMS, "    type: value", "    type: presence");

        assertThat(issues())
                .contains(
                        SYMPTOMS + ": pain.range: goes with a value, and only with one",
                        SYMPTOMS + ": pain.worst: goes with a value, and only with one");
    }

    @Test
    void choicesWithoutAChoice() {
        edit(SYMPTOMS, "    type: choice", "    type: presence");

        assertThat(issues()).contains(SYMPTOMS + ": trend.choices: go with a choice, and only with one");
    }

    @ParameterizedTest
    @CsvSource({
        "all: [swollen-calf, all: [cold-calf, clot-pattern: unknown id cold-calf",
        "none: [old-swelling], none: [cold-calf], clot-pattern: unknown id cold-calf",
        "replaces: [swollen-calf], replaces: [cold-calf], clot-pattern: unknown id cold-calf",
        "baseRate: 0.05, baseRate: 1, 'clot-pattern: a frequency lies between 0 and 1, not at 1.0'",
        "causes: {clot, causes: {lump, clot-pattern.causes: unknown id lump",
        "sources: [expert-judgement], sources: [hearsay], clot-pattern: unknown id hearsay",
        "sources: [expert-judgement], sources: [], clot-pattern: has no source"
    })
    void combinations(String from, String to, String issue) {
        edit("combinations.yaml", from, to);

        assertThat(issues()).containsExactly("combinations.yaml: " + issue);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contact: emergency-department|contact: nobody|contact: unknown id nobody",
                "share: 0.2,|share: 1.1,|floor.share: lies between 0 and 1",
                "es: una red}, sources: [expert-judgement]|es: una red}, sources: []|floor: has no source",
                "present: [long-rest]|present: [short-rest]|multipliers[1].when: unknown id short-rest",
                "times: 1.5, sources: [Doe2020]|times: 1.5, sources: [Roe]|multipliers[0]: unknown id Roe",
                "{possible: [swollen-calf]}|{possible: [cold-calf]}|firstOnlyIf: unknown id cold-calf",
                "sources: [Doe2020]\\nmultipliers|sources: []\\nmultipliers|weights: has no source"
            })
    void causes(String from, String to, String issue) {
        edit(CLOT, from.replace("\\n", "\n"), to.replace("\\n", "\n"));

        assertThat(issues()).containsExactly(CLOT + ": " + issue);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pointsTo: [clot]|pointsTo: [lump]|pointsTo: unknown id lump",
                "unless: {present: [old-swelling]}|unless: {present: [cold-calf]}|floors[0].unless: unknown id cold-calf",
                "finding: pain|finding: swollen-calf|floors[1].when: swollen-calf is not a number",
                "is: [worse]|is: [worst]|floors[1].when: unknown id worst",
                "at-least: 2|at-least: 0|floors[1].when.any[1].at-least: is a number from 1 to that of the conditions",
                "at-least: 2|at-least: 4|floors[1].when.any[1].at-least: is a number from 1 to that of the conditions",
                "sex: [male]|sex: [man]|floors[1].when.any[1].at-least.of[2].sex: unknown word man",
                "dural-tear: true|dural-tear: 1|floors[1].when.any[2].dural-tear: is true or false",
                "recent: {days: 3|recent: {days: few|floors[1].when.any[2].recent: days are missing",
                "recent: {days: 3|recent: {hours: 3, days: 3|floors[1].when.any[2].recent.hours: unknown key",
                "lasting: {days: 14|lasting: {hours: 3, days: 14|floors[1].unless.all[1].lasting.hours: unknown key",
                "{finding: trend, is|{finding: trend, was: 1, is|floors[1].when.any[1].at-least.of[1].choice.was: unknown key",
                "at-least: 9|at-least: 9, below: 9|floors[1].when.any[1].at-least.of[0].value: never holds",
                "at-least: 9|at-most: 9, below: 9|floors[1].when.any[1].at-least.of[0].value.at-most: unknown key",
                ", at-least: 9|''|floors[1].when.any[1].at-least.of[0].value: has no bound",
                "{to: 90}|{from: 91, to: 90}|floors[0].when.days-since-surgery: never holds",
                "{to: 90}|{}|floors[0].when.days-since-surgery: is empty",
                "improving: [|improving-a-lot: [|floors[1].unless.all[2].improving-a-lot: unknown condition"
            })
    void rules(String from, String to, String issue) {
        edit(RULE, from, to);

        assertThat(issues()).containsExactly(RULE + ": " + issue);
    }

    /** The bounds themselves are within. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at-least: 2|at-least: 1",
                "at-least: 2|at-least: 3",
                "{to: 90}|{from: 90, to: 90}",
                "at-least: 9|at-least: 9, below: 9.1"
            })
    void rulesThatCanJustHold(String from, String to) {
        edit(RULE, from, to);

        assertThat(KnowledgeLoader.load(folder).redFlags()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url: https://example.org/after-surgery|url: http://example.org|after-surgery-en: the link is not https",
                "language: en|language: fr|after-surgery-en.language: unknown id fr",
                "causes: [sore-nerve]|causes: [lump]|after-surgery-en.causes: unknown id lump",
                "seen: read|seen: unread|no general page that was read in en",
                "general: true|general: false|no general page that was read in en"
            })
    void links(String from, String to, String issue) {
        edit("education.yaml", from, to);

        assertThat(issues()).contains("education.yaml: " + issue);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ possible: [swollen-calf] }|{ possible: [swollen-calf, cold-calf] }|triggers[0].onlyIf: unknown id cold-calf",
                "{ sex: [female] }|{ present: [cold-calf] }|triggers[1].notIf: unknown id cold-calf",
                "{ sex: [female] }|{ choice: { finding: trend, is: [worst] } }|triggers[1].notIf: unknown id worst",
                "{ sex: [female] }|{ value: { finding: long-rest, at-least: 1 } }|triggers[1].notIf: long-rest is not a number",
                "sources: [expert-judgement]|sources: [hearsay]|method: unknown id hearsay"
            })
    void interviews(String from, String to, String issue) {
        edit("interview.yaml", from, to);

        assertThat(issues()).containsExactly("interview.yaml: " + issue);
    }

    @Test
    void scopeThatNamesNothing() {
        edit("knowledge.yaml", "notice: child", "notice: grown-up");

        assertThat(issues()).containsExactly("knowledge.yaml: scope.grown-up: unknown id grown-up");
    }

    @Test
    void levelsInTheWrongOrder() {
        edit("urgency-levels.yaml", "level: routine", "level: soon");

        assertThat(issues()).contains("urgency-levels.yaml: levels: must be all levels, lowest first");
    }

    @Test
    void aLevelWithoutAContactWeKnow() {
        edit("urgency-levels.yaml", "contact: surgical-team", "contact: nobody");

        assertThat(issues()).containsExactly("urgency-levels.yaml: contact: unknown id nobody");
    }

    // Use

    @Test
    void aCauseThatFindingsSpeakAgainstOnly() {
        edit(SYMPTOMS, "sore-nerve: 0.5", "sore-nerve: 0.3");

        assertThat(issues()).containsExactly("causes/sore-nerve.yaml: no finding speaks for this cause");
    }

    @ParameterizedTest
    @CsvSource({
        "causes/clot.yaml, '  - {when: {present: [long-rest]}, times: 2, sources: [Doe2020]}\n', ''",
        "red-flags/rf-clot.yaml, 'absent: [long-rest]', 'absent: [pain]'",
        "combinations.yaml, 'all: [swollen-calf, long-rest]', 'all: [swollen-calf]'"
    })
    void oneUseIsEnough(String file, String from, String to) {
        edit(file, from.replace("\\n", "\n"), to);

        assertThat(KnowledgeLoader.load(folder).findings()).hasSize(6);
    }

    // Recovery

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from: 15                | from: 16           | phases.late.days: start on day 15",
                "from: 15                | from: 14           | phases.late.days: start on day 15",
                "from: 0,                | from: 1,           | phases.early.days: start on day 0",
                "'{ from: 0, to: 14 }'   | '{ to: 14 }'       | phases.early.days: start on day 0",
                "from: 15                | from: 15, to: 90   | phases: end on day 90: the last one has no end",
                "', to: 14'              | ''                 | phases.late.days: come after a phase without an end",
                "id: late                | id: early          | phases.early: is there twice",
                "[Doe2020]               | [Doe2021]          | phases.early.sources: unknown id Doe2021",
                "[Doe2020]               | []                 | phases.early: has no source",
                "status: draft           | status: reviewed   | review: reviewed needs by and date, draft has neither",
                "'en: Early, es: Al principio' | en: Early    | phases[0].title: must be in [en, es]",
                "es: Inventado.          | es: ' '            | phases[0].basis: is blank",
            })
    void recoveryWithAFault(String from, String to, String issue) {
        edit(RECOVERY, from, to);

        assertThat(issues()).containsExactly("recovery.yaml: " + issue);
    }

    @Test
    void aPhaseThatEndsBeforeItStarts() {
        edit(RECOVERY, "from: 15", "from: 15, to: 3");

        assertThat(issues())
                .containsExactly(
                        "recovery.yaml: phases.late.days: end before they start",
                        "recovery.yaml: phases: end on day 3: the last one has no end");
    }

    @ParameterizedTest
    @CsvSource({
        "anyTime, 3, anyTime: has 1 to 3 entries",
        "usual, 4, phases.early.usual: has 2 to 5 entries",
        "tellTeam, 3, phases.early.tellTeam: has 1 to 3 entries"
    })
    void moreThanAPersonTakesIn(String list, int more, String issue) {
        edit(RECOVERY, list + ":\n", list + ":\n" + "      - { en: One more., es: Una más. }\n".repeat(more));
        if (list.equals("anyTime")) {
            edit(RECOVERY, "  - { en: Call for help", "      - { en: Call for help");
        }

        assertThat(issues()).containsExactly("recovery.yaml: " + issue);
    }

    @Test
    void recoveryWithoutAPhase() {
        write(RECOVERY, "review: {status: draft}\nanyTime: [{en: Call., es: Llame.}]\nphases: []\n");

        assertThat(issues()).containsExactly("recovery.yaml: phases: are missing");
    }

    @ParameterizedTest
    @CsvSource({
        "'    title:', '    titel:', phases[0].titel: unknown key",
        "'to: 14', 'until: 14', phases[0].days.until: unknown key",
        "'en: Early, ', '', phases[0].title: language en is missing",
    })
    void recoveryThatCannotBeRead(String from, String to, String issue) {
        edit(RECOVERY, from, to);

        assertThat(issues()).contains("recovery.yaml: " + issue);
    }

    /** Replaces the first occurrence. */
    private void edit(String file, String from, String to) {
        var text = read(file);
        int start = text.indexOf(from);
        assertThat(start).as(from).isNotNegative();
        write(file, text.substring(0, start) + to + text.substring(start + from.length()));
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> issues() {
        var failure = catchThrowableOfType(InvalidKnowledgeException.class, () -> KnowledgeLoader.load(folder));
        assertThat(failure).as("refusal to load").isNotNull();
        return failure.issues().stream().map(KnowledgeIssue::toString).toList();
    }
}
