package org.afterfusion.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.afterfusion.client.ApiClient;
import org.afterfusion.client.ApiException;
import org.afterfusion.client.api.CatalogApi;
import org.afterfusion.client.api.CatalogApi.APIGetFindingRequest;
import org.afterfusion.client.api.CatalogApi.APIListChangesRequest;
import org.afterfusion.client.api.CatalogApi.APIListFindingsRequest;
import org.afterfusion.client.api.CatalogApi.APIListUrgencyLevelsRequest;
import org.afterfusion.client.api.TriageApi;
import org.afterfusion.client.api.TriageApi.APITriageRequest;
import org.afterfusion.client.model.BatchAnswer;
import org.afterfusion.client.model.Finding;
import org.afterfusion.client.model.FindingId;
import org.afterfusion.client.model.FindingType;
import org.afterfusion.client.model.Level;
import org.afterfusion.client.model.Presence;
import org.afterfusion.client.model.Problem;
import org.afterfusion.client.model.ProblemEntry;
import org.afterfusion.client.model.RankedCause;
import org.afterfusion.client.model.Release;
import org.afterfusion.client.model.ReportedFinding;
import org.afterfusion.client.model.Surgery;
import org.afterfusion.client.model.SymptomReport;
import org.afterfusion.client.model.Triage;
import org.afterfusion.client.model.UrgencyLevel;
import org.junit.jupiter.api.Test;

/** What a partner who writes Java does with the generated client, against the service that runs at {@code -Dservice}. */
class ScenarioTest {

    private final ApiClient client = new ApiClient();
    private final TriageApi triage;
    private final CatalogApi catalog;

    ScenarioTest() {
        client.updateBaseUri(System.getProperty("service"));
        client.setReadTimeout(Duration.ofSeconds(30));
        // Java asks every plain-text server for HTTP/2, and a proxy that passes the question on waits for ever.
        client.setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
        triage = new TriageApi(client);
        catalog = new CatalogApi(client);
    }

    @Test
    void aTriageInEnglishAndInSpanishSaysTheSameInEachLanguagesWords() throws ApiException {
        var english = triageIn("en");
        var spanish = triageIn("es");

        assertThat(english.getUrgency().getLevel()).isEqualTo(Level.SAME_DAY);
        assertThat(spanish.getUrgency().getLevel()).isEqualTo(english.getUrgency().getLevel());
        assertThat(english.getCauses()).extracting(RankedCause::getId).startsWith("deep-spinal-infection");
        assertThat(spanish.getCauses())
                .extracting(RankedCause::getId, RankedCause::getShare)
                .containsExactlyElementsOf(english.getCauses().stream()
                        .map(cause -> tuple(cause.getId(), cause.getShare()))
                        .toList());
        assertThat(english.getUrgency().getTitle()).isEqualTo(titleOf(Level.SAME_DAY, "en"));
        assertThat(spanish.getUrgency().getTitle()).isEqualTo(titleOf(Level.SAME_DAY, "es"));
        assertThat(spanish.getUrgency().getTitle())
                .isNotEqualTo(english.getUrgency().getTitle());
        assertThat(spanish.getNotice()).isNotEqualTo(english.getNotice());
    }

    @Test
    void aRefusedReportIsReadAsATypedProblem() throws JsonProcessingException {
        var refused = catchThrowableOfType(ApiException.class, () -> triage.triage(request(impossible(), "en")));

        assertThat(refused.getCode()).isEqualTo(400);
        var problem = problemIn(refused);
        assertThat(problem.getType()).isEqualTo("urn:afterfusion:problem:invalid-report");
        assertThat(problem.getErrors())
                .extracting(ProblemEntry::getPointer, ProblemEntry::getCode)
                .containsExactly(tuple("/findings/0/value", "out-of-range"));
        assertThat(problem.getSafetyNet()).contains("emergency");
        assertThat(problem.getRedFlagsSeen()).containsExactly("new-leg-weakness");
    }

    @Test
    void theCatalogIsAskedForAgainOnlyWhenItHasChanged() throws ApiException {
        var first = catalog.listFindingsWithHttpInfo(
                APIListFindingsRequest.newBuilder().build());
        var tag = first.getHeaders().get("etag").get(0);
        assertThat(first.getData()).extracting(Finding::getId).contains("saddle-numbness");

        var again = APIListFindingsRequest.newBuilder().ifNoneMatch(tag);
        var unchanged = catchThrowableOfType(ApiException.class, () -> catalog.listFindings(again.build()));

        assertThat(unchanged.getCode()).isEqualTo(304);
        assertThat(catalog.listFindings(again.acceptLanguage("es").build())).hasSameSizeAs(first.getData());
    }

    @Test
    void oneFindingTellsHowToAskForIt() throws ApiException {
        var temperature = catalog.getFinding(finding("temperature"));

        assertThat(temperature.getType()).isEqualTo(FindingType.VALUE);
        assertThat(temperature.getMinimum()).isEqualTo(30);
        assertThat(temperature.getMaximum()).isEqualTo(45);

        var unknown = catchThrowableOfType(ApiException.class, () -> catalog.getFinding(finding("no-such-finding")));
        assertThat(unknown.getCode()).isEqualTo(404);
    }

    /** Lines are read as they come, which the generated method for a batch does not do; its models serve all the same. */
    @Test
    void aBatchAnswersLineByLine() throws ApiException, IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(client.getBaseUri() + "/v1/triage/batch"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(line(report()) + line(impossible())))
                .build();
        var answers = new ArrayList<BatchAnswer>();
        try (var lines = client.getHttpClient().send(request, BodyHandlers.ofLines()).body()) {
            for (var each = lines.iterator(); each.hasNext(); ) {
                answers.add(client.getObjectMapper().readValue(each.next(), BatchAnswer.class));
            }
        }

        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).getLine()).isEqualTo(1);
        assertThat(answers.get(0).getTriage()).isEqualTo(triageIn("en"));
        assertThat(answers.get(1).getLine()).isEqualTo(2);
        assertThat(answers.get(1).getTriage()).isNull();
        assertThat(answers.get(1).getProblem().getErrors())
                .extracting(ProblemEntry::getCode)
                .containsExactly("out-of-range");
    }

    @Test
    void aReportThatInsistsOnOtherKnowledgeIsRefused() throws ApiException, JsonProcessingException {
        var answer = triageIn("en");
        var served = answer.getBasis().getKnowledgeVersion();
        assertThat(triage.triage(request(report().knowledgeVersion(served), "en"))).isEqualTo(answer);

        var refused = catchThrowableOfType(
                ApiException.class,
                () -> triage.triage(request(report().knowledgeVersion("2020.1.0"), "en")));

        assertThat(refused.getCode()).isEqualTo(409);
        assertThat(problemIn(refused).getErrors())
                .extracting(ProblemEntry::getPointer, ProblemEntry::getCode)
                .containsExactly(tuple("/knowledgeVersion", "not-served"));
    }

    @Test
    void theChangeLogBeginsWithTheKnowledgeInService() throws ApiException {
        var log = catalog.listChanges(APIListChangesRequest.newBuilder().build());

        assertThat(log.getKnowledgeVersion()).isEqualTo(triageIn("en").getBasis().getKnowledgeVersion());
        assertThat(log.getReleases())
                .filteredOn(release -> release.getKind().toString().equals("knowledge"))
                .extracting(Release::getVersion)
                .startsWith(log.getKnowledgeVersion());
    }

    private Triage triageIn(String language) throws ApiException {
        var answer = triage.triageWithHttpInfo(request(report(), language));
        assertThat(answer.getHeaders().get("content-language")).containsExactly(language);
        return answer.getData();
    }

    private String titleOf(Level wanted, String language) throws ApiException {
        var request = APIListUrgencyLevelsRequest.newBuilder().acceptLanguage(language).build();
        return catalog.listUrgencyLevels(request).stream()
                .filter(level -> level.getLevel() == wanted)
                .map(UrgencyLevel::getTitle)
                .findFirst()
                .orElseThrow();
    }

    private String line(SymptomReport report) throws JsonProcessingException {
        return client.getObjectMapper().writeValueAsString(report) + "\n";
    }

    private Problem problemIn(ApiException refused) throws JsonProcessingException {
        return client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
    }

    private static APITriageRequest request(SymptomReport report, String language) {
        return APITriageRequest.newBuilder()
                .symptomReport(report)
                .acceptLanguage(language)
                .build();
    }

    private static APIGetFindingRequest finding(String id) {
        return APIGetFindingRequest.newBuilder().id(id).build();
    }

    private static SymptomReport report() {
        return new SymptomReport()
                .surgery(new Surgery().daysAgo(16))
                .findings(List.of(
                        new ReportedFinding().id(FindingId.TEMPERATURE).value(38.6),
                        new ReportedFinding().id(FindingId.WOUND_DRAINAGE).choice("cloudy"),
                        new ReportedFinding().id(FindingId.BACK_PAIN_WORSE_AGAIN).presence(Presence.PRESENT),
                        new ReportedFinding().id(FindingId.SADDLE_NUMBNESS).presence(Presence.ABSENT)));
    }

    /** Fits the schema and is refused for its meaning: nobody has 386 degrees. */
    private static SymptomReport impossible() {
        return new SymptomReport()
                .surgery(new Surgery().daysAgo(16))
                .findings(List.of(
                        new ReportedFinding().id(FindingId.TEMPERATURE).value(386.0),
                        new ReportedFinding().id(FindingId.NEW_LEG_WEAKNESS).presence(Presence.PRESENT)));
    }
}
