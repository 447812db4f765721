package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.afterfusion.testing.Reports;
import org.afterfusion.triage.KnowledgeBase;
import org.jspecify.annotations.Nullable;

/**
 * Asks the running service for all it can say in one language: every address of the document that is read, many triages, every
 * bad report, and the page. Keeps what is worded, each text once with the place it was first seen at.
 */
final class EverythingSaid {

    /** Properties of ids, words of the contract, codes, addresses and numbers: the same in every language. */
    private static final Set<String> NOT_WORDED = Set.of(
            // ids
            "id",
            "finding",
            "findings",
            "rule",
            "rules",
            "rulesFired",
            "redFlags",
            "redFlagsSeen",
            "causes",
            "pointsTo",
            "sources",
            "hazards",
            "education",
            "tests",
            "pointer",
            "choice",
            "contact",
            // words of the contract
            "kind",
            "type",
            "level",
            "grade",
            "status",
            "urgency",
            "band",
            "couldRaiseTo",
            "raisesTo",
            "then",
            "severity",
            "likelihood",
            "affected",
            "effect",
            "readingLevel",
            "seen",
            "depth",
            "unit",
            "code",
            "word",
            "language",
            "languages",
            // words of the evaluation, each with its name among the terms
            "set",
            "group",
            "tags",
            "wanted",
            "given",
            "levels",
            "accepted",
            "rightCauses",
            "encoding",
            "vocabulary",
            "answers",
            "topThree",
            "levelVerdict",
            "causeVerdict",
            // names of published things, in their own language
            "cite",
            "printed",
            "publisher",
            "firstAuthor",
            "system",
            "display",
            "url",
            "href",
            // versions, hashes, dates, durations
            "version",
            "digest",
            "knowledgeVersion",
            "contractVersion",
            "knowledgeDigest",
            "casesDigest",
            "reportDigest",
            "reviewedBy",
            "reviewedOn",
            "date",
            "actWithin",
            "recheckAfter");

    /** Conditions, in the words of the knowledge files, and methods of reckoning. */
    private static final Set<String> NOT_WORDED_AT_ALL = Set.of("when", "unless", "intervals");

    private static final Pattern STYLE = Pattern.compile("(?s)<style>.*?</style>");
    /** Links to published cases, which keep the title in its own language. */
    private static final Pattern CITATION = Pattern.compile("(?s)<a [^>]*>.*?</a>");

    private static final Pattern STORY = Pattern.compile("d\\d{3}");
    private static final Pattern BETWEEN_TAGS = Pattern.compile(">([^<]+)<");
    private static final List<Integer> DAYS = List.of(2, 40, 500);
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final JsonMapper JSON = new JsonMapper();
    private static final RestAssuredConfig AS_GIVEN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT));

    private final String language;
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Map<String, String> placesOnPage = new LinkedHashMap<>();
    private final Set<String> faults = new TreeSet<>();

    EverythingSaid(String language, KnowledgeBase knowledge) {
        this.language = language;
        try {
            read();
            triage(knowledge);
            fail();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where each text of a JSON answer was first seen. */
    Map<String, String> places() {
        return places;
    }

    Map<String, String> placesOnPage() {
        return placesOnPage;
    }

    /** Returns the codes of the faults met. */
    Set<String> faults() {
        return faults;
    }

    private void read() throws IOException {
        var document = JSON.readTree(given().get("/openapi?format=json").asByteArray());
        for (var path : document.path("paths").properties()) {
            if (path.getKey().startsWith("/v1/") && path.getValue().has("get")) {
                addressesOf(path.getKey())
                        .forEach(address ->
                                json(address, ask().accept(ContentType.JSON).get(address)));
            }
        }
        var page = ask().accept(ContentType.HTML).get("/v1/evaluation").asString();
        var text = CITATION.matcher(STYLE.matcher(page).replaceAll("")).replaceAll("");
        BETWEEN_TAGS
                .matcher(text)
                .results()
                .map(match -> match.group(1).strip())
                .filter(leaf -> !leaf.isEmpty() && !STORY.matcher(leaf).matches())
                .forEach(leaf -> placesOnPage.putIfAbsent(leaf, "page"));
    }

    /** Puts every id of the list in the place of {@code {id}}. */
    private List<String> addressesOf(String path) throws IOException {
        int place = path.indexOf("/{");
        if (place < 0) {
            return List.of(path);
        }
        var list = path.substring(0, place);
        var addresses = new ArrayList<String>();
        for (var entry : JSON.readTree(ask().get(list).asByteArray())) {
            addresses.add(list + "/" + entry.path("id").asText());
        }
        assertThat(addresses).as(path).isNotEmpty();
        return addresses;
    }

    private void triage(KnowledgeBase knowledge) throws IOException {
        for (var line : Files.readAllLines(CASES.resolve("requests.jsonl"))) {
            var story = JSON.readTree(line);
            triage(story.path("id").asText(), story.path("statedOnly").toString());
        }
        for (var line : Files.readAllLines(CASES.resolve("recoded.jsonl"))) {
            var story = JSON.readTree(line);
            triage(
                    story.path("id").asText() + ", screened",
                    story.path("screened").toString());
        }
        for (int day : DAYS) {
            triage("worst on day " + day, Reports.write(Reports.worst(knowledge, day)));
            triage("best on day " + day, Reports.write(Reports.reassuring(knowledge, day, List.of())));
        }
        int number = 0;
        for (var answer : Reports.worst(knowledge, 0).findings()) {
            int day = DAYS.get(number++ % DAYS.size());
            triage(answer.id() + " on day " + day, Reports.write(Reports.reassuring(knowledge, day, List.of(answer))));
        }
        triage("a child", """
                {"surgery": {"daysAgo": 30}, "patient": {"ageYears": 9}, "findings": [{"id": "calf", "presence": "present"}]}""");
        triage("nearly nothing", """
                {"surgery": {"daysAgo": 3}, "findings": [{"id": "calf", "presence": "unsure"}]}""");
    }

    private void triage(String name, String report) {
        json(name, ask().contentType(ContentType.JSON).body(report).post("/v1/triage"));
    }

    private void fail() throws IOException {
        for (var report : BadReportTest.badReports()) {
            var headers = Objects.requireNonNullElse(report.headers(), Map.<String, String>of());
            if (report.bytes() != null || report.encoding() != null || headers.containsKey("Accept-Language")) {
                continue;
            }
            var request =
                    given().config(AS_GIVEN).header("Accept-Language", language).headers(headers);
            var contentType = Objects.requireNonNullElse(report.contentType(), "application/json");
            if (contentType.equals("none")) {
                request.noContentType();
            } else {
                request.contentType(contentType);
            }
            if (report.body() != null) {
                request.body(report.wholeBody().getBytes(StandardCharsets.UTF_8));
            }
            var response = request.request(
                    Objects.requireNonNullElse(report.method(), "POST"),
                    Objects.requireNonNullElse(report.path(), "/v1/triage"));
            if (response.contentType().endsWith("json")) {
                json(report.name(), response);
            }
        }
        triage(
                "more faults than are listed",
                IntStream.rangeClosed(0, 500).mapToObj(i -> "\"p" + i + "\":0").collect(joining(",", "{", "}")));
    }

    private RequestSpecification ask() {
        return given().header("Accept-Language", language);
    }

    private void json(String name, Response response) {
        assertThat(response.header("Content-Language")).as(name).isEqualTo(language);
        try {
            var answer = JSON.readTree(response.asByteArray());
            answer.path("errors").forEach(error -> faults.add(error.path("code").asText()));
            collect(name, null, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect(String where, @Nullable String property, JsonNode node) {
        if (node.isTextual()) {
            if (property == null || !NOT_WORDED.contains(property)) {
                places.putIfAbsent(node.textValue(), where);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(where + "/" + i, property, node.get(i));
            }
        } else {
            boolean published = node.has("url");
            for (var field : node.properties()) {
                var name = field.getKey();
                if (!NOT_WORDED_AT_ALL.contains(name) && !(published && name.equals("title"))) {
                    collect(where + "/" + name, name, field.getValue());
                }
            }
        }
    }
}
