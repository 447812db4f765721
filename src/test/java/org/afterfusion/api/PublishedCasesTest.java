package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs published cases through the service and holds the figures against a committed baseline.
 *
 * <p>The cases were encoded as requests by somebody who did not see the diagnoses: {@code statedOnly} is what the story says,
 * {@code screened} adds a complete safety questionnaire. Urgency labels are editorial; no clinician has reviewed them.
 */
@QuarkusTest
class PublishedCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LEVELS =
            List.of("routine", "soon", "same-day", "emergency", "emergency-ambulance");
    private static final int EMERGENCY = LEVELS.indexOf("emergency");

    /** Stories of an emergency that hold nothing that could tell, with the reason; at most one. */
    private static final Map<String, String> NOTHING_TELLS = Map.of();

    @ParameterizedTest
    @ValueSource(strings = {"screened", "statedOnly"})
    void theFiguresHoldTheBaseline(String encoding) throws IOException {
        var groups = JSON.readTree(CASES.resolve("groups.json").toFile());
        var requests = new HashMap<String, JsonNode>();
        for (var line : lines("requests.jsonl")) {
            requests.put(line.path("id").asText(), line.path(encoding));
        }
        var outcomes = new ArrayList<Outcome>();
        for (var story : lines("cases.jsonl")) {
            outcomes.add(outcome(story, requests.get(story.path("id").asText()), groups));
        }

        print(encoding + ", all", outcomes);
        print(
                encoding + ", stated to be fusions",
                outcomes.stream().filter(Outcome::aboutFusion).toList());
        outcomes.stream().filter(Outcome::isWorthALook).forEach(System.out::println);

        assertThat(NOTHING_TELLS).hasSizeLessThanOrEqualTo(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.isEmergency() && outcome.given() < EMERGENCY)
                .extracting(Outcome::id)
                .containsExactlyInAnyOrderElementsOf(NOTHING_TELLS.keySet());
        assertHolds(Figures.of(outcomes), baseline(encoding));
    }

    private static void assertHolds(Figures figures, Figures baseline) {
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(figures.emergenciesCaught()).isGreaterThanOrEqualTo(baseline.emergenciesCaught());
            softly.assertThat(figures.under()).isLessThanOrEqualTo(baseline.under());
            softly.assertThat(figures.over()).isLessThanOrEqualTo(baseline.over());
            softly.assertThat(figures.exact()).isGreaterThanOrEqualTo(baseline.exact());
            softly.assertThat(figures.acceptable()).isGreaterThanOrEqualTo(baseline.acceptable());
            softly.assertThat(figures.causeFirst()).isGreaterThanOrEqualTo(baseline.causeFirst());
            softly.assertThat(figures.causeInTop3()).isGreaterThanOrEqualTo(baseline.causeInTop3());
        });
    }

    private static Figures baseline(String encoding) throws IOException {
        var mapper = new YAMLMapper();
        return mapper.treeToValue(
                mapper.readTree(CASES.resolve("baseline.yaml").toFile()).path(encoding), Figures.class);
    }

    private static Outcome outcome(JsonNode story, JsonNode request, JsonNode groups) {
        var answer = given().contentType(ContentType.JSON)
                .body(request.toString())
                .when()
                .post("/v1/triage")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var acceptable = new HashSet<Integer>();
        acceptable.add(LEVELS.indexOf(story.path("urgency").asText()));
        words(story.path("urgency_acceptable")).forEach(level -> acceptable.add(LEVELS.indexOf(level)));
        var right =
                new HashSet<>(words(groups.path(story.path("diagnosis_group").asText())));
        words(story.path("acceptable_top")).forEach(group -> right.addAll(words(groups.path(group))));
        var tags = words(story.path("tags"));
        return new Outcome(
                story.path("id").asText(),
                !tags.contains("not-a-fusion") && !tags.contains("fusion-not-stated"),
                LEVELS.indexOf(story.path("urgency").asText()),
                acceptable,
                answer.getInt("urgency.rank") - 1,
                right,
                answer.getList("causes.id"));
    }

    /** What the service made of one story; levels count from 0. */
    private record Outcome(
            String id,
            boolean aboutFusion,
            int wanted,
            Set<Integer> acceptable,
            int given,
            Set<String> rightCauses,
            List<String> causes) {

        boolean isEmergency() {
            return wanted >= EMERGENCY;
        }

        boolean isAcceptable() {
            return acceptable.contains(given);
        }

        boolean isUnder() {
            return acceptable.stream().allMatch(level -> given < level);
        }

        boolean isOver() {
            return !isAcceptable() && !isUnder();
        }

        boolean hasRightCauseAmongFirst(int places) {
            return causes.stream().limit(places).anyMatch(rightCauses::contains);
        }

        boolean isWorthALook() {
            return !isAcceptable() || (!rightCauses.isEmpty() && !hasRightCauseAmongFirst(3));
        }

        @Override
        public String toString() {
            return "  %s wanted %s, got %s; ranked %s, right %s"
                    .formatted(id, LEVELS.get(wanted), LEVELS.get(given), causes, rightCauses);
        }
    }

    private record Figures(
            long cases,
            long emergencies,
            long emergenciesCaught,
            long under,
            long over,
            long exact,
            long acceptable,
            long withCause,
            long causeFirst,
            long causeInTop3) {

        static Figures of(List<Outcome> outcomes) {
            return new Figures(
                    outcomes.size(),
                    count(outcomes, Outcome::isEmergency),
                    count(outcomes, outcome -> outcome.isEmergency() && outcome.given() >= EMERGENCY),
                    count(outcomes, Outcome::isUnder),
                    count(outcomes, Outcome::isOver),
                    count(outcomes, outcome -> outcome.given() == outcome.wanted()),
                    count(outcomes, Outcome::isAcceptable),
                    count(outcomes, outcome -> !outcome.rightCauses().isEmpty()),
                    count(outcomes, outcome -> outcome.hasRightCauseAmongFirst(1)),
                    count(outcomes, outcome -> outcome.hasRightCauseAmongFirst(3)));
        }

        private static long count(List<Outcome> outcomes, Predicate<Outcome> test) {
            return outcomes.stream().filter(test).count();
        }
    }

    private static void print(String which, List<Outcome> outcomes) {
        var figures = Figures.of(outcomes);
        System.out.printf(
                "Published cases (%s): %d; emergencies caught %d of %d; under %d, over %d, exact %d, acceptable %d; "
                        + "right cause first %d, in the top three %d of %d%n",
                which,
                figures.cases(),
                figures.emergenciesCaught(),
                figures.emergencies(),
                figures.under(),
                figures.over(),
                figures.exact(),
                figures.acceptable(),
                figures.causeFirst(),
                figures.causeInTop3(),
                figures.withCause());
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<JsonNode> lines(String file) throws IOException {
        var nodes = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(CASES.resolve(file))) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }
}
