package org.afterfusion.boot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted, and that dashboard and alerts ask for nothing else. */
@QuarkusTest
class ObservabilityTest {

    private static final String FEVER =
            "{\"surgery\":{\"daysAgo\":16},\"findings\":[{\"id\":\"temperature\",\"value\":38.6},{\"id\":\"wound-drainage\",\"choice\":\"cloudy\"}]}";

    private static final Pattern NAME = Pattern.compile("\\b(?:afterfusion|http_server|jvm|process)_[a-z_0-9]+");

    @BeforeEach
    void useIt() {
        post("/v1/triage", "application/json", FEVER);
    }

    private static void post(String path, String type, String body) {
        given().contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(200);
    }

    private static String metrics() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    /** Returns the sum of the series whose name and labels hold all the parts. */
    private static double count(String name, String... labels) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void aTriageCountsOnceWithItsRules() {
        double triages = count("afterfusion_triages_total");
        double sameDay = count("afterfusion_triages_total", "source=\"single\"", "level=\"same-day\"");
        double rule = count("afterfusion_rules_fired_total", "rule=\"rf-17\"");

        post("/v1/triage", "application/json", FEVER);

        assertThat(count("afterfusion_triages_total")).isEqualTo(triages + 1);
        assertThat(count("afterfusion_triages_total", "source=\"single\"", "level=\"same-day\""))
                .isEqualTo(sameDay + 1);
        assertThat(count("afterfusion_rules_fired_total", "rule=\"rf-17\"")).isEqualTo(rule + 1);
    }

    @Test
    void linesOfABatchCountByWhatBecameOfThem() {
        double answered = count("afterfusion_batch_lines_total", "answered");
        double refused = count("afterfusion_batch_lines_total", "refused");
        double triages = count("afterfusion_triages_total", "source=\"batch\"");

        post("/v1/triage/batch", "application/x-ndjson", FEVER + "\n{}\n" + FEVER + "\n");

        assertThat(count("afterfusion_batch_lines_total", "answered")).isEqualTo(answered + 2);
        assertThat(count("afterfusion_batch_lines_total", "refused")).isEqualTo(refused + 1);
        assertThat(count("afterfusion_triages_total", "source=\"batch\"")).isEqualTo(triages + 2);
    }

    @Test
    void anInterviewCountsAsTriageOnlyAtItsEnd() {
        double interviews = count("afterfusion_interviews_total");
        double triages = count("afterfusion_triages_total", "source=\"interview\"");

        post("/v1/interview", "application/json", "{\"surgery\":{\"daysAgo\":6}}");
        assertThat(count("afterfusion_triages_total", "source=\"interview\"")).isEqualTo(triages);

        post(
                "/v1/interview",
                "application/json",
                "{\"surgery\":{\"daysAgo\":6},\"findings\":[{\"id\":\"chest-pain\",\"presence\":\"present\"}]}");
        assertThat(count("afterfusion_triages_total", "source=\"interview\"")).isEqualTo(triages + 1);
        assertThat(count("afterfusion_interviews_total")).isEqualTo(interviews + 2);
    }

    @Test
    void requestsCountByRoute() {
        given().get("/v1/findings/diabetes").then().statusCode(200);
        given().accept(ContentType.ANY).get("/nowhere-at-all").then().statusCode(404);

        assertThat(count("http_server_requests_seconds_count", "uri=\"/v1/findings/{id}\"", "status=\"200\""))
                .isPositive();
        assertThat(count("http_server_requests_seconds_count", "uri=\"-\"", "status=\"404\""))
                .isPositive();
        assertThat(metrics()).doesNotContain("nowhere-at-all", "diabetes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker/grafana/afterfusion.json",
                "docker/prometheus/alerts.yaml",
                "docker/prometheus/alerts-test.yaml"
            })
    void everyNameAskedForIsServed(String file) throws IOException {
        var tree = (file.endsWith("json") ? new ObjectMapper() : new YAMLMapper())
                .readTree(Path.of(file).toFile());
        var asked = StreamSupport.stream(
                        tree.findValues(file.contains("test") ? "series" : "expr")
                                .spliterator(),
                        false)
                .flatMap(expression -> NAME.matcher(expression.textValue()).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        var served = metrics()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[ {]", 2)[0])
                .collect(Collectors.toSet());

        assertThat(asked).hasSizeGreaterThan(3).isSubsetOf(served);
    }

    @Test
    void everyWordOfALabelInTheAlertsIsServed() throws IOException {
        var words = Pattern.compile("(?:source|status|outcome|level)!?=~?\"([a-z-]+)")
                .matcher(Files.readString(Path.of("docker/prometheus/alerts.yaml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(words).isEqualTo(Set.of("batch", "emergency", "provisional", "failed"));
        var metrics = metrics();
        words.forEach(word -> assertThat(metrics).contains("=\"" + word + "\""));
    }
}
