package org.afterfusion.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.afterfusion.evaluation.CaseBank.Encoding;
import org.afterfusion.evaluation.Evaluation.Case;
import org.afterfusion.evaluation.Evaluation.Intervals;
import org.afterfusion.evaluation.Evaluation.Origin;
import org.afterfusion.evaluation.Evaluation.Tally;
import org.afterfusion.evaluation.Evaluation.Trial;
import org.afterfusion.evaluation.Outcome.Ranked;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Words;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the published cases through the service, holds the figures against a committed baseline, and the published figures against
 * those of this run. Run with {@code -Devaluation.update=true} to store the figures of this run, and read the diff.
 *
 * <p>The cases were put into reports by somebody who did not see the diagnoses. Levels are editorial; no clinician has reviewed
 * them.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationTest {

    private static final StoredEvaluation STORED =
            new StoredEvaluation(Path.of("src/main/resources/evaluation/evaluation.json"));
    private static final Path KNOWLEDGE = Path.of("src/main/resources/knowledge");
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> NOT_MEASURED =
            List.of("agreement-of-reviewers", "comparison-with-others", "results-with-people");

    /** Stories of an emergency that hold nothing that could tell; at most one. */
    private static final Set<String> NOTHING_TELLS = Set.of();

    private final CaseBank bank = new CaseBank(Path.of("src/test/resources/cases"));
    private final Map<Encoding, List<Outcome>> outcomes = new LinkedHashMap<>();
    private List<Trial> guards = List.of();
    private Interviews interviews = new Interviews(List.of());

    @Inject
    TriageEngine engine;

    /** Once; the address of the service is known only when a test starts. */
    @BeforeEach
    void runEveryCase() {
        if (!outcomes.isEmpty()) {
            return;
        }
        var cases = bank.cases();
        guards = new OverfittingGuards(engine.knowledge(), cases)
                .trials(bank.encodings().stream().filter(Encoding::isScreened).toList());
        interviews = Interviews.of(
                engine,
                cases,
                bank.encodings().stream().filter(Encoding::isScreened).toList());
        for (var encoding : bank.encodings()) {
            outcomes.put(
                    encoding,
                    cases.stream()
                            .filter(story -> encoding.reports().containsKey(story.id()))
                            .map(story -> outcome(
                                    story,
                                    Objects.requireNonNull(encoding.reports().get(story.id()))))
                            .toList());
        }
    }

    @Test
    void everyCaseIsRunInTheOriginalVocabulary() {
        assertThat(outcomes.keySet())
                .extracting(Encoding::id)
                .startsWith("original-screened", "original-stated-only")
                .doesNotHaveDuplicates();
        outcomes.forEach((encoding, ofEncoding) -> {
            assertThat(ofEncoding)
                    .as(encoding.id())
                    .hasSameSizeAs(encoding.reports().keySet());
            if (encoding.vocabulary().equals("original")) {
                assertThat(ofEncoding).as(encoding.id()).hasSameSizeAs(bank.cases());
            }
        });
    }

    @Test
    void noEmergencyIsMissed() {
        assertThat(NOTHING_TELLS).hasSizeLessThanOrEqualTo(1);
        outcomes.forEach((encoding, ofEncoding) -> assertThat(ofEncoding)
                .as(encoding.id())
                .filteredOn(outcome -> outcome.story().isEmergency() && !outcome.isEmergencyGiven())
                .extracting(outcome -> outcome.story().id())
                .isSubsetOf(NOTHING_TELLS));
    }

    @Test
    void theFiguresHoldTheBaseline() {
        var baseline = bank.baseline();
        outcomes.forEach((encoding, ofEncoding) -> {
            var tally = new Measures(ofEncoding).tally();
            System.out.printf("Published cases, %s: %s%n", encoding.id(), tally);
            System.out.printf(
                    "Published cases, %s, stated to be fusions: %s%n",
                    encoding.id(), new Measures(statedFusions(ofEncoding)).tally());
            ofEncoding.stream().filter(Outcome::isWorthALook).forEach(System.out::println);
            assertThat(baseline)
                    .as("baseline.yaml needs a line for %s, which reaches %s", encoding.id(), tally)
                    .containsKey(encoding.id());
            assertHolds(encoding.id(), tally, Objects.requireNonNull(baseline.get(encoding.id())));
        });
    }

    private static void assertHolds(String encoding, Tally tally, Tally baseline) {
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(tally.emergenciesCaught())
                    .as("%s: emergencies caught", encoding)
                    .isGreaterThanOrEqualTo(baseline.emergenciesCaught());
            softly.assertThat(tally.under()).as("%s: under", encoding).isLessThanOrEqualTo(baseline.under());
            softly.assertThat(tally.over()).as("%s: over", encoding).isLessThanOrEqualTo(baseline.over());
            softly.assertThat(tally.exact()).as("%s: exact", encoding).isGreaterThanOrEqualTo(baseline.exact());
            softly.assertThat(tally.acceptable())
                    .as("%s: acceptable", encoding)
                    .isGreaterThanOrEqualTo(baseline.acceptable());
            softly.assertThat(tally.causeFirst())
                    .as("%s: cause first", encoding)
                    .isGreaterThanOrEqualTo(baseline.causeFirst());
            softly.assertThat(tally.causeInTop3())
                    .as("%s: cause in the first three", encoding)
                    .isGreaterThanOrEqualTo(baseline.causeInTop3());
        });
    }

    /** The vocabulary that people's words were put into; the older one leaves out much of what they said. */
    @Test
    void interviewsAreShortAndReachTheLevelOfTheStory() {
        interviews.print();
        var emergencies = interviews.of("grown-screened", "emergencies");
        var others = interviews.of("grown-screened", "no-emergencies");

        assertThat(others.screensMedian()).isLessThanOrEqualTo(12);
        assertThat(emergencies.screensToEmergencyMedian()).isLessThanOrEqualTo(4);
        for (var results : List.of(emergencies, others)) {
            var sameLevel = results.figures().get(0);
            assertThat(sameLevel.count()).as(sameLevel.id()).isEqualTo(sameLevel.of());
        }
    }

    @Test
    void thePublishedFiguresAreThoseOfThisRun() throws IOException {
        var measured = measured(engine.knowledge().digest());
        if (Boolean.getBoolean("evaluation.update")) {
            STORED.store(measured);
        }

        STORED.assertIsWhatARunNowGives(measured);
    }

    // The guard itself

    @Test
    void changedKnowledgeAsksForANewMeasurement(@TempDir Path folder) throws IOException {
        copy(KNOWLEDGE, folder);
        var file = folder.resolve("knowledge.yaml");
        Files.writeString(file, Files.readString(file) + "\n# changed\n");
        var changed = measured(KnowledgeLoader.load(folder).digest());
        var stored = new StoredEvaluation(folder.resolve("evaluation.json"));
        stored.store(measured(engine.knowledge().digest()));

        assertThatThrownBy(() -> stored.assertIsWhatARunNowGives(changed))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the knowledge has changed")
                .hasMessageContaining(StoredEvaluation.COMMAND);
    }

    @Test
    void aFigureWrittenByHandIsSeen(@TempDir Path folder) throws IOException {
        var measured = measured(engine.knowledge().digest());
        var stored = new StoredEvaluation(folder.resolve("evaluation.json"));
        stored.store(measured);
        stored.assertIsWhatARunNowGives(measured);
        var text = Files.readString(stored.file());
        var prettier = text.replaceFirst("\"count\" : (\\d+)", "\"count\" : 999");
        assertThat(prettier).isNotEqualTo(text);
        Files.writeString(stored.file(), prettier);

        assertThatThrownBy(() -> stored.assertIsWhatARunNowGives(measured))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(StoredEvaluation.COMMAND);
    }

    @Test
    void withoutFiguresTheGuardFails(@TempDir Path folder) {
        var stored = new StoredEvaluation(folder.resolve("evaluation.json"));

        assertThatThrownBy(() -> stored.assertIsWhatARunNowGives(
                        measured(engine.knowledge().digest())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(StoredEvaluation.COMMAND);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    // Measuring

    private Evaluation measured(String knowledgeDigest) {
        var dangerous = engine.knowledge().causes().stream()
                .filter(Cause::dangerous)
                .map(Cause::id)
                .collect(Collectors.toSet());
        var groups = bank.groups().keySet();
        return new Evaluation(
                new Origin(engine.knowledge().version(), knowledgeDigest, bank.digest()),
                new Intervals(Shares.CONFIDENCE, "wilson", "clopper-pearson"),
                outcomes.entrySet().stream()
                        .map(run -> new Evaluation.Encoding(
                                run.getKey().id(),
                                run.getKey().vocabulary(),
                                run.getKey().answers(),
                                List.of(
                                        new Measures(run.getValue()).results("all", groups, dangerous),
                                        new Measures(statedFusions(run.getValue()))
                                                .results("stated-fusions", groups, dangerous))))
                        .toList(),
                interviews.results(),
                bank.cases().stream().map(this::published).toList(),
                NOT_MEASURED,
                bank.history(),
                guards);
    }

    private Case published(PublishedCase story) {
        var results = new ArrayList<Evaluation.CaseResult>();
        outcomes.forEach((encoding, ofEncoding) -> ofEncoding.stream()
                .filter(outcome -> outcome.story().id().equals(story.id()))
                .map(outcome -> outcome.result(encoding.id()))
                .forEach(results::add));
        return new Case(
                story.id(),
                story.kind(),
                story.source(),
                story.group(),
                story.tags(),
                Words.of(story.wanted()),
                story.accepted().stream().map(Words::of).toList(),
                story.rightCauses(),
                results);
    }

    private static List<Outcome> statedFusions(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.story().isStatedFusion())
                .toList();
    }

    private static Outcome outcome(PublishedCase story, JsonNode report) {
        var answer = read(given().contentType(ContentType.JSON)
                .body(report.toString())
                .when()
                .post("/v1/triage")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        return new Outcome(
                story,
                answer.path("status").asText(),
                CaseBank.urgency(answer.path("urgency").path("level").asText()),
                stream(answer.path("causes"))
                        .map(cause -> new Ranked(
                                cause.path("id").asText(),
                                cause.path("share").asDouble(),
                                cause.path("band").asText()))
                        .toList(),
                stream(answer.path("mustExclude"))
                        .map(cause -> cause.path("id").asText())
                        .toList());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
