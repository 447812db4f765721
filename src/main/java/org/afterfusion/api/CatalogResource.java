package org.afterfusion.api;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.afterfusion.api.Catalog.EducationEntry;
import org.afterfusion.api.Catalog.FindingEntry;
import org.afterfusion.api.Catalog.SourceEntry;
import org.afterfusion.api.Catalog.UrgencyLevelEntry;
import org.afterfusion.api.CatalogHead.KnowledgeEntry;
import org.afterfusion.api.CatalogRules.CauseEntry;
import org.afterfusion.api.CatalogRules.RedFlagEntry;
import org.afterfusion.api.SafetyFile.HazardLogEntry;
import org.afterfusion.api.http.PackedOnce;
import org.afterfusion.api.problem.Fault;
import org.afterfusion.api.problem.ProblemException;
import org.afterfusion.api.problem.ProblemType;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Words;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the service knows, for reading. Cacheable, localized by Accept-Language. */
@Path("/v1")
@Produces(APPLICATION_JSON)
@Tag(
        name = "Catalog",
        description =
                "What the service knows: questions, causes, safety rules, pages, sources and levels. The same for everybody, so "
                        + "keep it and ask with If-None-Match whether it has changed.")
@NonBlocking
public final class CatalogResource {

    private static final int LONGEST_SEARCH = 100;

    private final KnowledgeBase knowledge;
    private final CatalogEntries entries;
    private final Languages languages;

    CatalogResource(TriageEngine engine, CatalogEntries entries, Languages languages) {
        this.knowledge = engine.knowledge();
        this.entries = entries;
        this.languages = languages;
    }

    @GET
    @Path("findings")
    @PackedOnce
    @Operation(
            operationId = "listFindings",
            summary = "List what can be asked or observed",
            description =
                    "Everything that a report may answer, with the question to ask, its type and its bounds. Build forms from it "
                            + "rather than from a copy of your own: questions and ids are added with new knowledge.")
    @APIResponse(
            responseCode = "200",
            description = "The findings, in the order of the catalog; in a search, best match first. May be empty.")
    public List<FindingEntry> listFindings(
            @Parameter(
                            description =
                                    "Lay words in the language of the answer; every word must begin a word of the finding. At most 100 "
                                            + "characters. Left out: all findings.",
                            example = "numb toes",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_SEARCH))
                    @QueryParam("search")
                    @Nullable
                    String search,
            @Parameter(
                            description = "Only findings of this kind. Left out: all kinds.",
                            schema = @Schema(ref = "FindingKind"))
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Context HttpHeaders headers) {
        var language = languages.of(headers);
        var ofKind = knowledge.findings().stream()
                .filter(finding -> kind == null || Words.of(finding.kind()).equals(kind))
                .toList();
        var faults = new ArrayList<Fault>();
        oneOf("kind", kind, Stream.of(Finding.Kind.values()).map(Words::of).toList(), faults);
        if (search != null && search.length() > LONGEST_SEARCH) {
            faults.add(Fault.of("search", Fault.Code.WRONG_LENGTH, 0, LONGEST_SEARCH));
        }
        refuse(faults);
        var found = search == null ? ofKind : FindingSearch.search(ofKind, search, language);
        return found.stream().map(finding -> entries.finding(finding, language)).toList();
    }

    @GET
    @Path("findings/{id}")
    @Operation(
            operationId = "getFinding",
            summary = "Read one finding with its evidence",
            description =
                    "One finding as in the list, with the evidence behind it: how often each answer goes with each cause.")
    @APIResponse(responseCode = "200", description = "The entry with this id.")
    public FindingEntry getFinding(
            @Parameter(
                            description = "Id of the finding.",
                            example = "saddle-numbness",
                            schema = @Schema(ref = "FindingRef"))
                    @PathParam("id")
                    String id,
            @Context HttpHeaders headers) {
        return entries.findingWithEvidence(existing(knowledge.findFinding(id)), languages.of(headers));
    }

    @GET
    @Path("causes")
    @PackedOnce
    @Operation(
            operationId = "listCauses",
            summary = "List the possible causes",
            description =
                    "All causes that a triage can rank, in plain words and for clinicians, with what they rest on.")
    @APIResponse(responseCode = "200", description = "All causes the service ranks.")
    public List<CauseEntry> listCauses(@Context HttpHeaders headers) {
        var language = languages.of(headers);
        return knowledge.causes().stream()
                .map(cause -> entries.cause(cause, language))
                .toList();
    }

    @GET
    @Path("causes/{id}")
    @Operation(
            operationId = "getCause",
            summary = "Read one cause",
            description = "One cause as in the list. Triage answers name causes by these ids.")
    @APIResponse(responseCode = "200", description = "The entry with this id.")
    public CauseEntry getCause(
            @Parameter(
                            description = "Id of the cause.",
                            example = "nerve-root-irritation",
                            schema = @Schema(ref = "CauseRef"))
                    @PathParam("id")
                    String id,
            @Context HttpHeaders headers) {
        return entries.cause(existing(knowledge.findCause(id)), languages.of(headers));
    }

    @GET
    @Path("red-flags")
    @PackedOnce
    @Operation(
            operationId = "listRedFlags",
            summary = "List the rules that set a floor under the urgency",
            description =
                    "The safety rules. When the condition of one holds, the answer is at least at its level, whatever causes are "
                            + "likely.")
    @APIResponse(responseCode = "200", description = "All red flags.")
    public List<RedFlagEntry> listRedFlags(@Context HttpHeaders headers) {
        var language = languages.of(headers);
        return knowledge.redFlags().stream()
                .map(flag -> entries.redFlag(flag, language))
                .toList();
    }

    @GET
    @Path("red-flags/{id}")
    @Operation(
            operationId = "getRedFlag",
            summary = "Read one red flag with its conditions and sources",
            description = "One safety rule as in the list. Triage answers name it in setBy and rulesFired.")
    @APIResponse(responseCode = "200", description = "The entry with this id.")
    public RedFlagEntry getRedFlag(
            @Parameter(description = "Id of the red flag.", example = "rf-17", schema = @Schema(ref = "RedFlagRef"))
                    @PathParam("id")
                    String id,
            @Context HttpHeaders headers) {
        return entries.redFlag(existing(knowledge.findRedFlag(id)), languages.of(headers));
    }

    @GET
    @Path("education")
    @PackedOnce
    @Operation(
            operationId = "listEducation",
            summary = "List pages to read",
            description =
                    "Public pages about the causes, by others. The list holds also pages that nobody of the project has read yet; "
                            + "look at seen before you show one.")
    @APIResponse(responseCode = "200", description = "The pages, also those not read yet, which no answer shows.")
    public List<EducationEntry> listEducation(
            @Parameter(
                            description = "Only pages for this cause, and those that fit every cause. Left out: all.",
                            schema = @Schema(ref = "CauseId"))
                    @QueryParam("cause")
                    @Nullable
                    String cause,
            @Parameter(description = "Only pages in this language. Left out: all.", schema = @Schema(ref = "Language"))
                    @QueryParam("language")
                    @Nullable
                    String language,
            @Context HttpHeaders headers) {
        var faults = new ArrayList<Fault>();
        oneOf("language", language, knowledge.languages(), faults);
        if (cause != null && knowledge.findCause(cause) == null) {
            faults.add(Fault.of("cause", Fault.Code.UNKNOWN_WORD, "/v1/causes"));
        }
        refuse(faults);
        var wording = languages.of(headers);
        return knowledge.education().stream()
                .filter(link -> language == null || link.language().equals(language))
                .filter(link -> cause == null || link.general() || link.causes().contains(cause))
                .map(link -> entries.education(link, wording))
                .toList();
    }

    @GET
    @Path("sources")
    @PackedOnce
    @Operation(
            operationId = "listSources",
            summary = "List the sources",
            description = "What numbers and rules rest on, with how much of each source was read.")
    @APIResponse(responseCode = "200", description = "All sources.")
    public List<SourceEntry> listSources(@Context HttpHeaders headers) {
        var language = languages.of(headers);
        return knowledge.sources().stream()
                .map(source -> entries.source(source, language))
                .toList();
    }

    @GET
    @Path("sources/{id}")
    @Operation(
            operationId = "getSource",
            summary = "Read one source",
            description = "One source as in the list. Answers and catalog entries name sources by these ids.")
    @APIResponse(responseCode = "200", description = "The entry with this id.")
    public SourceEntry getSource(
            @Parameter(description = "Id of the source.", example = "NHSN-SSI", schema = @Schema(ref = "SourceRef"))
                    @PathParam("id")
                    String id,
            @Context HttpHeaders headers) {
        return entries.source(existing(knowledge.findSource(id)), languages.of(headers));
    }

    @GET
    @Path("urgency-levels")
    @PackedOnce
    @Operation(
            operationId = "listUrgencyLevels",
            summary = "List the urgency levels",
            description =
                    "What each level means and asks for, lowest first. Use it to explain a level, not to replace the action that a "
                            + "triage answer gives.")
    @APIResponse(responseCode = "200", description = "The five levels, lowest first.")
    public List<UrgencyLevelEntry> listUrgencyLevels(@Context HttpHeaders headers) {
        var language = languages.of(headers);
        return knowledge.levels().stream()
                .map(level -> entries.level(level, language))
                .toList();
    }

    @GET
    @Path("knowledge")
    @Operation(
            operationId = "getKnowledge",
            summary = "Say which knowledge is in service",
            description =
                    "Version, digest and state of review of the clinical knowledge, how much it holds, its method and what it is "
                            + "for. Look here whether a clinician has reviewed it.")
    @APIResponse(responseCode = "200", description = "Version, digest, counts, state of review and intended use.")
    public KnowledgeEntry getKnowledge(@Context HttpHeaders headers) {
        return entries.knowledge(languages.of(headers));
    }

    @GET
    @Path("knowledge/hazards")
    @PackedOnce
    @Operation(
            operationId = "listHazards",
            summary = "Read the hazard log",
            description =
                    "How the service could lead to harm, what stands against it, what is left to whoever deploys it, and its known "
                            + "shortcomings. Read it before you put the service before patients.")
    @APIResponse(
            responseCode = "200",
            description = "The hazards with their controls, the scales and the known anomalies.")
    public HazardLogEntry listHazards(
            @Parameter(
                            description = "Only hazards that this red flag controls. Left out: all.",
                            schema = @Schema(ref = "RedFlagId"))
                    @QueryParam("rule")
                    @Nullable
                    String rule,
            @Context HttpHeaders headers) {
        var faults = new ArrayList<Fault>();
        if (rule != null && knowledge.findRedFlag(rule) == null) {
            faults.add(Fault.of("rule", Fault.Code.UNKNOWN_WORD, "/v1/red-flags"));
        }
        refuse(faults);
        return SafetyFileEntries.hazards(
                knowledge, hazard -> rule == null || hazard.controls().rules().contains(rule), languages.of(headers));
    }

    private static <T> T existing(@Nullable T found) {
        if (found == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return found;
    }

    private static void oneOf(String parameter, @Nullable String value, List<String> allowed, List<Fault> faults) {
        if (value != null && !allowed.contains(value)) {
            faults.add(Fault.of(parameter, Fault.Code.UNKNOWN_WORD, String.join(", ", allowed)));
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(ProblemType.BAD_REQUEST, faults, List.of());
        }
    }
}
