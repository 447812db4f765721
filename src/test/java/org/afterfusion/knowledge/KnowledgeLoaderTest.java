package org.afterfusion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Breaks a copy of the shipped knowledge in one place at a time. */
class KnowledgeLoaderTest {

    private static final Path SHIPPED = Path.of("src/main/resources/knowledge");

    private static final String CLOT = "causes/deep-vein-thrombosis.yaml";
    private static final String WOUND_INFECTION = "causes/surgical-site-infection-superficial.yaml";
    private static final String CHEST = "findings/7-chest-and-general.yaml";
    private static final String HIP_RULE = "red-flags/rf-25.yaml";
    private static final String PAIN_RULE = "red-flags/rf-27.yaml";
    private static final String HAZARDS = "hazards.yaml";

    @TempDir
    Path knowledge;

    @BeforeEach
    void copyShippedKnowledge() throws IOException {
        try (var files = Files.walk(SHIPPED)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = knowledge.resolve(SHIPPED.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void theShippedKnowledgeLoads() {
        assertThat(KnowledgeLoader.load(knowledge).causes()).isNotEmpty();
    }

    // Form of a file

    @Test
    void unknownKeyInACause() {
        edit(CLOT, "dangerous: true", "dangerous: true\ncolor: red");

        assertThat(issues()).containsExactly(CLOT + ": color: unknown key");
    }

    @Test
    void unknownKeyInAFinding() {
        edit(CHEST, "    tier: 1", "    tier: 1\n    color: red");

        assertThat(issues()).containsExactly(CHEST + ": findings[0].color: unknown key");
    }

    @Test
    void unknownKeyInACondition() {
        edit(CLOT, "{bmi: {from: 30}}", "{bmi: {from: 30, till: 40}}");

        assertThat(issues()).containsExactly(CLOT + ": multipliers[1].when.any[0].bmi.till: unknown key");
    }

    @Test
    void duplicateKey() {
        edit(HIP_RULE, "id: rf-25", "id: rf-25\nid: rf-25");

        assertThat(issues())
                .singleElement()
                .asString()
                .startsWith(HIP_RULE + ": ")
                .contains("Duplicate field 'id'");
    }

    @Test
    void malformedYaml() {
        edit(HIP_RULE, "floors:", "floors: [");

        assertThat(issues()).singleElement().asString().startsWith(HIP_RULE + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# Nothing yet", "null", "[]", "rf-25"})
    void aFileThatHoldsNoMap(String content) throws IOException {
        Files.writeString(knowledge.resolve(HIP_RULE), content);

        assertThat(issues()).singleElement().asString().startsWith(HIP_RULE + ": ");
    }

    @Test
    void missingFile() throws IOException {
        Files.delete(knowledge.resolve("texts.yaml"));

        assertThat(issues()).singleElement().asString().startsWith("texts.yaml: cannot be read");
    }

    @Test
    void missingFolder() throws IOException {
        Files.move(knowledge.resolve("red-flags"), knowledge.resolve("redflags"));

        assertThat(issues()).anySatisfy(issue -> assertThat(issue).startsWith("red-flags: cannot be read"));
    }

    @Test
    void aFileThatWouldBePassedOver() throws IOException {
        Files.move(knowledge.resolve(HIP_RULE), knowledge.resolve("red-flags/rf-25.yml"));

        assertThat(issues()).contains("red-flags/rf-25.yml: is not a .yaml file");
    }

    @Test
    void aFileThatNobodyReads() throws IOException {
        Files.writeString(knowledge.resolve("cuases.yaml"), "id: rf-25");

        assertThat(issues()).containsExactly("cuases.yaml: has no place among the knowledge files");
    }

    @Test
    void fileNamedOtherThanItsId() {
        edit(HIP_RULE, "id: rf-25", "id: rf-52");

        assertThat(issues()).containsExactly(HIP_RULE + ": id: differs from the file name");
    }

    @Test
    void unknownWordForALevel() {
        edit(HIP_RULE, "level: emergency", "level: urgent");

        assertThat(issues()).containsExactly(HIP_RULE + ": floors[0].level: unknown word urgent");
    }

    /** Jackson would count from 0, so that 3 became rank 4. */
    @Test
    void numberForALevel() {
        edit(HIP_RULE, "level: emergency", "level: 3");

        assertThat(issues()).singleElement().asString().startsWith(HIP_RULE + ": floors[0].level: ");
    }

    @Test
    void textForANumber() {
        edit(CLOT, "times: 1.5", "times: often");

        assertThat(issues()).singleElement().asString().startsWith(CLOT + ": multipliers[0].times: ");
    }

    // Required keys

    @Test
    void missingContact() {
        edit(CLOT, "contact: emergency-department\n", "");

        assertThat(issues()).containsExactly(CLOT + ": contact: is missing");
    }

    @Test
    void missingReview() {
        edit(CLOT, "review: {status: draft}\n", "");

        assertThat(issues()).containsExactly(CLOT + ": review: is missing");
    }

    @Test
    void missingReviewOfAFamilyOfFindings() {
        edit(CHEST, "review: {status: draft}\n", "");

        assertThat(issues()).containsExactly(CHEST + ": review: is missing");
    }

    @Test
    void missingVersion() {
        edit("knowledge.yaml", "version: 2026.11.4\n", "");

        assertThat(issues()).containsExactly("knowledge.yaml: version: is missing");
    }

    @Test
    void missingBaseRate() {
        edit(CHEST, "baseRate: 0.02\n        causes", "causes");

        assertThat(issues()).singleElement().asString().startsWith(CHEST + ": findings[0].evidence[0].baseRate: ");
    }

    @Test
    void missingConditionOfARule() {
        edit(HIP_RULE, "    when: {new: [hip-out-of-place]}\n", "");

        assertThat(issues()).containsExactly(HIP_RULE + ": floors[0].when: is missing");
    }

    @Test
    void missingConditionOfAMultiplier() {
        edit(CLOT, "- when: {approach: [anterior]}\n    times", "- times");

        assertThat(issues()).containsExactly(CLOT + ": multipliers[0].when: is missing");
    }

    @Test
    void missingFrequencies() {
        edit(CHEST, "        causes: {pulmonary-embolism: 0.8}\n", "");

        assertThat(issues()).containsExactly(CHEST + ": sudden-breathless.evidence[0].causes: is missing");
    }

    @Test
    void missingLanguageOfALink() {
        edit("education.yaml", "    language: es\n", "");

        assertThat(issues())
                .containsExactly("education.yaml: medlineplus-spine-surgery-discharge-es.language: is missing");
    }

    @Test
    void missingCitation() {
        edit("sources.yaml", "    depth: page\n", "");

        assertThat(issues()).containsExactly("sources.yaml: seed.depth: is missing");
    }

    @Test
    void emptyEntryInAList() {
        edit(CLOT, "[10, 22, 20, 10, 4, 3]", "[10, null, 20, 10, 4, 3]");

        assertThat(issues()).singleElement().asString().startsWith(CLOT + ": weights.byWindow");
    }

    @Test
    void missingLevel() {
        cutFrom("urgency-levels.yaml", "  - level: emergency-ambulance");

        assertThat(issues()).containsExactly("urgency-levels.yaml: levels: must be all levels, lowest first");
    }

    @Test
    void missingNotice() {
        edit("texts.yaml", "  safety-net:", "  safetynet:");

        assertThat(issues()).containsExactly("texts.yaml: phrases: unknown id safety-net");
    }

    // Texts

    @Test
    void missingSpanish() {
        edit(HIP_RULE, "  es: La cadera o la pierna se ve fuera de lugar\n", "");

        assertThat(issues()).containsExactly(HIP_RULE + ": title: must be in [en, es]");
    }

    @Test
    void missingEnglish() {
        edit(HIP_RULE, "  en: Hip or leg looks out of place\n", "");

        assertThat(issues()).containsExactly(HIP_RULE + ": title: language en is missing");
    }

    @Test
    void missingSpanishSynonyms() {
        edit(CHEST, "      es: [falta de aire, no", "      fr: [falta de aire, no");

        assertThat(issues()).containsExactly(CHEST + ": sudden-breathless.synonyms: must be in [en, es]");
    }

    @Test
    void extraLanguage() {
        edit(HIP_RULE, "  es: La cadera", "  fr: La hanche\n  es: La cadera");

        assertThat(issues()).containsExactly(HIP_RULE + ": title: must be in [en, es]");
    }

    @Test
    void blankText() {
        edit(HIP_RULE, "en: Hip or leg looks out of place", "en: ' '");

        assertThat(issues()).containsExactly(HIP_RULE + ": title: is blank");
    }

    @Test
    void textOfNoLanguage() {
        edit(HIP_RULE, """
                title:
                  en: Hip or leg looks out of place
                  es: La cadera o la pierna se ve fuera de lugar
                """, "title: Hip or leg looks out of place\n");

        assertThat(issues()).singleElement().asString().startsWith(HIP_RULE + ": title: ");
    }

    @Test
    void noticeWithoutText() {
        edit("texts.yaml", "phrases:", "phrases:\n  not-written-yet:");

        assertThat(issues()).singleElement().asString().startsWith("texts.yaml: phrases.not-written-yet: ");
    }

    // References

    @Test
    void unknownFindingThatClearsAQuestion() {
        edit(CHEST, "    tier: 1", "    tier: 1\n    settledIf: {absent: [short-breath]}");

        assertThat(issues()).singleElement().asString().startsWith(CHEST + ": sudden-breathless.settledIf: ");
    }

    @Test
    void unknownFindingInARule() {
        edit(HIP_RULE, "[hip-out-of-place]", "[hip-out-of-joint]");

        assertThat(issues()).containsExactly(HIP_RULE + ": floors[0].when: unknown id hip-out-of-joint");
    }

    @Test
    void unknownCauseInEvidence() {
        edit(CHEST, "{pulmonary-embolism: 0.8}", "{lung-clot: 0.8}");

        assertThat(issues()).containsExactly(CHEST + ": sudden-breathless.evidence.causes: unknown id lung-clot");
    }

    @Test
    void unknownPageForACause() {
        edit(CLOT, "dangerous: true", "dangerous: true\neducation: [no-such-page]");

        assertThat(issues()).singleElement().asString().startsWith(CLOT + ": education: unknown");
    }

    @Test
    void unknownSource() {
        edit(HIP_RULE, "Pirkle2021", "Pirkle2012");

        assertThat(issues()).containsExactly(HIP_RULE + ": sources: unknown id Pirkle2012");
    }

    @Test
    void missingSources() {
        edit(HIP_RULE, "sources: [Pirkle2021, expert-judgement]", "");

        assertThat(issues()).containsExactly(HIP_RULE + ": sources: has no source");
    }

    @Test
    void duplicateFinding() {
        edit(CHEST, "- id: chest-pain", "- id: sudden-breathless");

        assertThat(issues()).contains(CHEST + ": sudden-breathless: is there twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"education.yaml: medlineplus-spine-surgery-discharge-es", "sources.yaml: MBJ-FAQ"})
    void linkThatIsNotSecure(String entry) {
        edit(entry.substring(0, entry.indexOf(':')), "https://", "http://");

        assertThat(issues()).containsExactly(entry + ": the link is not https");
    }

    // Numbers

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 1.2, -0.1})
    void frequencyThatIsNone(double frequency) {
        edit(CHEST, "pulmonary-embolism: 0.8", "pulmonary-embolism: " + frequency);

        assertThat(issues())
                .containsExactly(
                        CHEST + ": sudden-breathless.evidence: a frequency lies between 0 and 1, not at " + frequency);
    }

    @Test
    void baseRateThatIsNone() {
        edit(CHEST, "baseRate: 0.02", "baseRate: 1.2");

        assertThat(issues())
                .containsExactly(CHEST + ": sudden-breathless.evidence: a frequency lies between 0 and 1, not at 1.2");
    }

    @Test
    void wrongNumberOfWeights() {
        edit(CLOT, "[10, 22, 20, 10, 4, 3]", "[10, 22, 20, 10, 4]");

        assertThat(issues()).containsExactly(CLOT + ": weights.byWindow: needs one weight a window");
    }

    @Test
    void negativeWeight() {
        edit(CLOT, "[10, 22, 20, 10, 4, 3]", "[10, 22, 20, 10, 4, -3]");

        assertThat(issues()).containsExactly(CLOT + ": weights.byWindow: is never negative");
    }

    @ParameterizedTest
    @ValueSource(strings = {".nan", ".inf", "'3'"})
    void weightThatIsNoNumber(String weight) {
        edit(CLOT, "[10, 22, 20, 10, 4, 3]", "[10, 22, 20, 10, 4, " + weight + "]");

        assertThat(issues()).singleElement().asString().startsWith(CLOT + ": weights.byWindow[5]: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "20", "-0.2"})
    void shareThatIsNone(String share) {
        edit(CLOT, "share: 0.2", "share: " + share);

        assertThat(issues()).singleElement().asString().startsWith(CLOT + ": floor.share: ");
    }

    // Conditions

    @Test
    void unknownCondition() {
        edit(HIP_RULE, "{new: [", "{newly: [");

        assertThat(issues()).containsExactly(HIP_RULE + ": floors[0].when.newly: unknown condition");
    }

    @Test
    void unknownChoice() {
        edit("red-flags/rf-18.yaml", "is: [cloudy]", "is: [murky]");

        assertThat(issues()).containsExactly("red-flags/rf-18.yaml: floors[0].when: unknown id murky");
    }

    @Test
    void unknownApproach() {
        edit(CLOT, "approach: [anterior]", "approach: [sideways]");

        assertThat(issues()).containsExactly(CLOT + ": multipliers[0].when.approach: unknown word sideways");
    }

    @Test
    void emptyListOfFindings() {
        edit(HIP_RULE, "[hip-out-of-place]", "[]");

        assertThat(issues()).containsExactly(HIP_RULE + ": floors[0].when.new: a list of words is missing");
    }

    @Test
    void emptyListOfConditions() {
        edit(HIP_RULE, "{new: [hip-out-of-place]}", "{any: []}");

        assertThat(issues()).containsExactly(HIP_RULE + ": floors[0].when.any: a list of conditions is missing");
    }

    @Test
    void emptyCondition() {
        edit(HIP_RULE, "{new: [hip-out-of-place]}", "{}");

        assertThat(issues()).containsExactly(HIP_RULE + ": floors[0].when: a condition is a map");
    }

    /** A dropped bound must not leave a condition that always holds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{value: {finding: pain-score, at-least: eight}}",
                "{value: {finding: pain-score, at-least: '8'}}",
                "{value: {finding: pain-score, at-least: null}}",
                "{value: {finding: pain-score}}",
                "{value: {finding: pain-score, at-least: 8, below: 8}}",
                "{value: {finding: hip-out-of-place, at-least: 8}}",
                "{symptom-days: {from: '43'}}",
                "{symptom-days: {from: 43, to: 42}}",
                "{symptom-days: 43}",
                "{recent: {days: few, findings: [hip-out-of-place]}}",
                "{revision: 'true'}",
                "{of: [{new: [hip-out-of-place]}]}",
                "{at-least: 0, of: [{new: [hip-out-of-place]}]}",
                "{at-least: 2, of: [{new: [hip-out-of-place]}]}",
                "{at-least: all, of: [{new: [hip-out-of-place]}]}",
            })
    void conditionThatSaysNothing(String condition) {
        edit(PAIN_RULE, "{value: {finding: pain-score, at-least: 8}}", condition);

        assertThat(issues()).isNotEmpty().allSatisfy(issue -> assertThat(issue)
                .startsWith(PAIN_RULE + ": floors[0].when"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{absent: [hip-out-of-place]}",
                "{improving: [hip-out-of-place]}",
                "{not-worse: [hip-out-of-place]}",
                "{lasting: {days: 14, findings: [hip-out-of-place]}}",
                "{any: [{new: [chest-pain]}, {all: [{absent: [hip-out-of-place]}]}]}",
            })
    void ruleThatRestsOnAReassuringFact(String condition) {
        edit(HIP_RULE, "{new: [hip-out-of-place]}", condition);

        assertThat(issues())
                .containsExactly(HIP_RULE + ": floors[0].when: rests on a reassuring fact, which belongs under unless");
    }

    @Test
    void combinationOfNothing() {
        edit("combinations.yaml", "all: [calf, better-standing-still]", "all: []");

        assertThat(issues()).singleElement().asString().startsWith("combinations.yaml: calf-cramp-gone-standing-still");
    }

    // Use

    @Test
    void findingThatNothingUses() {
        edit("red-flags/rf-34.yaml", "[self-harm-thoughts, ", "[");

        assertThat(issues())
                .containsExactly(
                        "findings/4-triggers-and-relief.yaml: self-harm-thoughts: is used by no cause and no rule");
    }

    @Test
    void usedFindingSaidToBeOnlyRecorded() {
        edit(CHEST, "    tier: 1", "    tier: 1\n    recordedBecause: the team wants to know");

        assertThat(issues()).containsExactly(CHEST + ": sudden-breathless: is used, so recordedBecause must go");
    }

    @Test
    void causeThatNoFindingSpeaksFor() throws IOException {
        Files.copy(knowledge.resolve(CLOT), knowledge.resolve("causes/mystery.yaml"));
        edit("causes/mystery.yaml", "id: deep-vein-thrombosis", "id: mystery");

        assertThat(issues()).containsExactly("causes/mystery.yaml: no finding speaks for this cause");
    }

    // Review

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{status: reviewed}",
                "{status: reviewed, by: Dr. A. Reviewer}",
                "{status: reviewed, date: 2026-11-22}",
                "{status: draft, by: Dr. A. Reviewer, date: 2026-11-22}",
                "{status: draft, by: Dr. A. Reviewer}",
            })
    void reviewWithoutNameAndDate(String review) {
        edit(HIP_RULE, "{status: draft}", review);

        assertThat(issues()).containsExactly(HIP_RULE + ": review: reviewed needs by and date, draft has neither");
    }

    @Test
    void reviewOfAFamilyOfFindingsWithoutNameAndDate() {
        edit(CHEST, "{status: draft}", "{status: reviewed}");

        assertThat(issues()).containsExactly(CHEST + ": review: reviewed needs by and date, draft has neither");
    }

    @Test
    void aSignedReviewIsWelcome() {
        edit(HIP_RULE, "{status: draft}", "{status: reviewed, by: Dr. A. Reviewer, date: 2026-11-22}");

        assertThat(KnowledgeLoader.load(knowledge)).isNotNull();
    }

    // Intended use and hazards

    @Test
    void missingIntendedUse() {
        remove("knowledge.yaml", "(?s)intendedUse:.*?(?=method:)");

        assertThat(issues()).containsExactly("knowledge.yaml: intendedUse: is missing");
    }

    @Test
    void intendedUseWithoutConformity() {
        remove("knowledge.yaml", "(?s)  conformity:.*?(?=method:)");

        assertThat(issues()).containsExactly("knowledge.yaml: intendedUse.conformity: is missing");
    }

    @Test
    void missingHazardLog() throws IOException {
        Files.delete(knowledge.resolve(HAZARDS));

        assertThat(issues()).singleElement().asString().startsWith(HAZARDS + ": cannot be read");
    }

    @Test
    void unknownKeyInAHazard() {
        edit(HAZARDS, "  - id: hz-01\n", "  - id: hz-01\n    color: red\n");

        assertThat(issues()).containsExactly(HAZARDS + ": hazards[0].color: unknown key");
    }

    @Test
    void unknownWordForASeverity() {
        edit(HAZARDS, "before: {severity: major,", "before: {severity: bad,");

        assertThat(issues()).containsExactly(HAZARDS + ": hazards[0].before.severity: unknown word bad");
    }

    @Test
    void missingSpanishOfAHazard() {
        remove(HAZARDS, "(?s)      es: (?=No se detecta la presi).*?(?=    harm:)");

        assertThat(issues()).containsExactly(HAZARDS + ": hazards[0].hazard: must be in [en, es]");
    }

    @Test
    void hazardWithoutResidual() {
        remove(HAZARDS, "(?s)    residual:.*?(?=  - id: hz-02)");

        assertThat(issues()).containsExactly(HAZARDS + ": hazards[0].residual: is missing");
    }

    @Test
    void duplicateHazard() {
        edit(HAZARDS, "- id: hz-02", "- id: hz-01");

        assertThat(issues()).contains(HAZARDS + ": hz-01: is there twice");
    }

    @Test
    void hazardWithAStrangeId() {
        edit(HAZARDS, "- id: hz-02", "- id: bladder");

        assertThat(issues()).contains(HAZARDS + ": bladder: has the wrong form");
    }

    @Test
    void duplicateAnomaly() {
        edit(HAZARDS, "- id: an-02", "- id: an-01");

        assertThat(issues()).containsExactly(HAZARDS + ": an-01: is there twice");
    }

    @Test
    void unknownRuleInAHazard() {
        edit(HAZARDS, "rules: [rf-01, ", "rules: [rf-99, ");

        assertThat(issues()).containsExactly(HAZARDS + ": hz-01.controls.rules: unknown id rf-99");
    }

    @Test
    void unknownHazardOfAnAnomaly() {
        edit(HAZARDS, "    hazards: [hz-", "    hazards: [hz-99, hz-");

        assertThat(issues()).containsExactly(HAZARDS + ": an-01.hazards: unknown id hz-99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SafetyInvariants", "safetyInvariantsTest", "SafetyInvariantsTest.s1", "A test by hand"})
    void testWithAStrangeName(String name) {
        edit(HAZARDS, "- SafetyInvariantsTest#s5EachRedFlagAloneForcesItsLevel", "- " + name);

        assertThat(issues()).containsExactly(HAZARDS + ": hz-01.controls.tests: is not a test's name: " + name);
    }

    @Test
    void hazardThatAffectsNobody() {
        edit(HAZARDS, "affected: [patient, carer, clinician]", "affected: []");

        assertThat(issues()).containsExactly(HAZARDS + ": hz-01.affected: names nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{severity: catastrophic, likelihood: low}", "{severity: major, likelihood: high}"})
    void controlsThatRaiseARisk(String after) {
        edit(HAZARDS, "after: {severity: major, likelihood: low}", "after: " + after);

        assertThat(issues()).containsExactly(HAZARDS + ": hz-01.after: is a higher risk than before");
    }

    @Test
    void lowerRiskThatNoTestProves() {
        edit(
                HAZARDS,
                "after: {severity: considerable, likelihood: high}",
                "after: {severity: considerable, likelihood: low}");

        assertThat(issues()).singleElement().asString().endsWith(".after: is a lower risk that no test proves");
    }

    @Test
    void scaleWithAWordLess() {
        edit(HAZARDS, "  - severity: minor\n", "  - severity: significant\n");

        assertThat(issues()).containsExactly(HAZARDS + ": severities: must be all words, least first");
    }

    @Test
    void reviewOfTheHazardLogWithoutNameAndDate() {
        edit(HAZARDS, "{status: draft}", "{status: reviewed}");

        assertThat(issues()).containsExactly(HAZARDS + ": review: reviewed needs by and date, draft has neither");
    }

    // All at once

    @Test
    void everyUnreadableFileIsReported() {
        edit(CLOT, "dangerous: true", "dangerous: true\ncolor: red");
        edit(CLOT, "urgency: emergency", "urgency: urgent");
        edit(HIP_RULE, "{new: [", "{newly: [");
        edit("texts.yaml", "contacts:", "contacts: [");

        assertThat(issues())
                .contains(
                        CLOT + ": urgency: unknown word urgent",
                        CLOT + ": color: unknown key",
                        HIP_RULE + ": floors[0].when.newly: unknown condition")
                .anySatisfy(issue -> assertThat(issue).startsWith("texts.yaml: "));
    }

    @Test
    void everyBrokenCheckIsReported() {
        edit(CLOT, "[10, 22, 20, 10, 4, 3]", "[10]");
        edit(HIP_RULE, "[hip-out-of-place]", "[hip-out-of-joint]");
        edit(HIP_RULE, "Pirkle2021", "Pirkle2012");
        edit(CHEST, "pulmonary-embolism: 0.8", "pulmonary-embolism: 0");
        edit(WOUND_INFECTION, "review: {status: draft}\n", "");

        assertThat(issues())
                .containsExactlyInAnyOrder(
                        CLOT + ": weights.byWindow: needs one weight a window",
                        HIP_RULE + ": floors[0].when: unknown id hip-out-of-joint",
                        HIP_RULE + ": sources: unknown id Pirkle2012",
                        CHEST + ": sudden-breathless.evidence: a frequency lies between 0 and 1, not at 0.0",
                        WOUND_INFECTION + ": review: is missing");
    }

    @Test
    void theMessageListsEveryIssue() {
        edit(HIP_RULE, "[hip-out-of-place]", "[hip-out-of-joint]");
        edit(HIP_RULE, "Pirkle2021", "Pirkle2012");

        assertThat(failure())
                .hasMessageStartingWith("2 issues")
                .hasMessageContainingAll(issues().toArray(String[]::new));
    }

    // Digest

    @Test
    void theSameFilesHaveTheSameDigest() {
        assertThat(digest())
                .isEqualTo(digest())
                .isEqualTo(KnowledgeLoader.load(SHIPPED).digest());
        assertThat(digest()).matches("sha256:[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "knowledge.yaml",
                "combinations.yaml",
                "education.yaml",
                HAZARDS,
                "sources.yaml",
                "texts.yaml",
                "unexplained.yaml",
                "urgency-levels.yaml",
                CLOT,
                CHEST,
                HIP_RULE
            })
    void everyChangedFileChangesTheDigest(String file) {
        var before = digest();

        edit(file, "\n", "\n# A comment\n");

        assertThat(digest()).isNotEqualTo(before);
    }

    @Test
    void aRenamedFileChangesTheDigest() throws IOException {
        var before = digest();

        Files.move(knowledge.resolve(CHEST), knowledge.resolve("findings/7-chest.yaml"));

        assertThat(digest()).isNotEqualTo(before);
    }

    /** Replaces the first occurrence. */
    private void edit(String file, String from, String to) {
        var text = read(file);
        int start = indexOf(from, text);
        write(file, text.substring(0, start) + to + text.substring(start + from.length()));
    }

    /** Removes the first match. */
    private void remove(String file, String pattern) {
        var text = read(file);
        assertThat(text).containsPattern(pattern);
        write(file, text.replaceFirst(pattern, ""));
    }

    private void cutFrom(String file, String from) {
        var text = read(file);
        write(file, text.substring(0, indexOf(from, text)));
    }

    private static int indexOf(String part, String text) {
        assertThat(text).contains(part);
        return text.indexOf(part);
    }

    private String read(String file) {
        try {
            return Files.readString(knowledge.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.writeString(knowledge.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> issues() {
        return failure().issues().stream().map(KnowledgeIssue::toString).toList();
    }

    private InvalidKnowledgeException failure() {
        var failure = catchThrowableOfType(InvalidKnowledgeException.class, () -> KnowledgeLoader.load(knowledge));
        assertThat(failure).as("refusal to load").isNotNull();
        return failure;
    }

    private String digest() {
        return KnowledgeLoader.load(knowledge).digest();
    }
}
