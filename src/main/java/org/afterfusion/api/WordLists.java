package org.afterfusion.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.afterfusion.api.problem.Fault;
import org.afterfusion.api.problem.ProblemType;
import org.afterfusion.interview.Interview;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.ChangeLog;
import org.afterfusion.triage.EducationLink;
import org.afterfusion.triage.Evidence;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.Hazard;
import org.afterfusion.triage.HazardLog;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RankedCause.Band;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Review;
import org.afterfusion.triage.Source;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.Triage;
import org.afterfusion.triage.Urgency;
import org.afterfusion.triage.Words;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The words of the contract as schemas of their own, each list written once; properties refer to them by name.
 *
 * <p>A closed list grows only with the major version of the contract. An open one may grow at any time: it is a string with
 * today's words beside it. Ids are open where they are read, closed where they are sent.
 */
final class WordLists {

    private static final String IF_UNKNOWN =
            " New words may come within a major version. Keep an entry whose word you do not know: show the text that comes "
                    + "beside it, and never lower a level because of it.";
    private static final String FOR_SENDING = " Closed for sending: an id that is not in service is refused with 400.";

    private final Map<String, Schema> schemas = new TreeMap<>();

    private WordLists() {}

    /** Returns the lists by the name of their schema. */
    static Map<String, Schema> of(KnowledgeBase knowledge) {
        var lists = new WordLists();
        lists.addLevels();
        lists.addReport();
        lists.addAnswer(knowledge);
        lists.addCatalog();
        lists.addHazards(knowledge);
        lists.addChanges();
        lists.addIds(knowledge);
        lists.addProblems();
        return lists.schemas;
    }

    private void addLevels() {
        closed(
                "Level",
                words(Urgency.values()),
                "How soon to act, from least to most urgent. routine: care at home, mention it at the next visit. soon: be seen "
                        + "within 1 to 2 weeks. same-day: be examined within 24 hours. emergency: go to an emergency department "
                        + "now. emergency-ambulance: call an ambulance now. The list is complete and ranked 1 to 5.");
    }

    private void addReport() {
        closed(
                "Presence",
                words(SymptomReport.Presence.values()),
                "present: yes. absent: a clear no. unsure: asked, but the person cannot tell; it is never read as a no. Send "
                        + "absent only for a question that was asked and answered no.");
        closed(
                "Course",
                words(SymptomReport.Course.values()),
                "How something went since it began: better, about the same, or worse.");
        closed(
                "Sex",
                words(SymptomReport.Sex.values()),
                "Sex, as far as it bears on how likely a cause is. other: neither, or the person does not want to say.");
        closed(
                "Procedure",
                words(SymptomReport.Procedure.values()),
                "Kind of operation. fusion: vertebrae were joined. other-spine-surgery: any other operation on the spine. "
                        + "unknown: the person cannot say.");
        closed(
                "Approach",
                words(SymptomReport.Approach.values()),
                "From where the spine was reached: posterior is the back, anterior the front (belly), lateral the side, oblique "
                        + "slanted from the side, combined several of these.");
        closed(
                "Reporter",
                words(SymptomReport.Reporter.values()),
                "Who answers: the patient, somebody who cares for them, or a clinician.");
    }

    private void addAnswer(KnowledgeBase knowledge) {
        closed(
                "TriageStatus",
                words(Triage.Status.values()),
                "final: no safety question is open. provisional: an answer still missing could raise the level, so ask it. "
                        + "out-of-scope: the service was not made for this person or operation; the level is the safest that "
                        + "the facts allow, and a clinician should decide.");
        closed(
                "Band",
                words(Band.values()),
                "How strongly the facts point to a cause, compared with the others. It is a rank in words, not a probability "
                        + "that was measured on patients.");
        open(
                "RuleKind",
                words(Triage.Origin.values()),
                "What asks for a level. red-flag: a safety rule. likely-cause: a cause that fits well enough. no-clear-cause: "
                        + "nothing harmless explains the problem. open-questions: safety questions without an answer. scope: a "
                        + "limit of the service.");
        open(
                "Contact",
                knowledge.contacts().keySet(),
                "Whom to contact, as a stable key for icons and routing. The name to show comes beside it or from "
                        + "GET /v1/urgency-levels.");
        open(
                "InterviewReason",
                words(Interview.Because.values()),
                "Why an interview goes on: safety-question-open (an answer could raise the level), level-unclear (answers could "
                        + "lower it again), cause-unclear (answers tell the causes apart). Why it stops: ambulance (at once, call "
                        + "now), emergency (nothing would change it), nothing-left (all was asked), enough (what is left would hardly "
                        + "change the answer), limit (enough for one person).");
        open("LanguageTag", knowledge.languages(), "Language of a text, as a BCP 47 tag.");
        closed("Language", knowledge.languages(), "A language in service, as a BCP 47 tag.");
    }

    private void addCatalog() {
        closed(
                "FindingKind",
                words(Finding.Kind.values()),
                "symptom: what the person feels. sign: what a person can see or measure. history: what happened before. "
                        + "risk-factor: what makes some causes more likely.");
        closed(
                "FindingType",
                words(Finding.Type.values()),
                "Which property of a reported finding answers it: presence (yes, no, unsure), value (a number) or choice (one "
                        + "of its choices).");
        closed(
                "ReviewStatus",
                words(Review.Status.values()),
                "draft: no clinician has reviewed it; say so wherever you show it. reviewed: a clinician has.");
        closed(
                "EvidenceGrade",
                words(Evidence.Grade.values()),
                "published-size: the size follows from a published figure of a related population. published-link: the link is "
                        + "published, the size judged. judged: both are judged.");
        closed(
                "ReadingLevel",
                List.of("easy", "mid", "hard"),
                "Estimated school grade of the text: easy is about 6 to 8, mid 9 to 11, hard above.");
        closed(
                "Seen",
                words(EducationLink.Seen.values()),
                "Whether anybody of the project read the page: read, partly, or unread. Answers never show an unread page.");
    }

    private void addHazards(KnowledgeBase knowledge) {
        closed(
                "HazardSeverity",
                words(Hazard.Severity.values()),
                "How bad a harm could be, from least to worst. The hazard log says what each word means.");
        closed(
                "HazardLikelihood",
                words(Hazard.Likelihood.values()),
                "How likely a harm is, from least to most. The hazard log says what each word means.");
        closed("HazardAffected", words(Hazard.Affected.values()), "Who could come to harm, or has to deal with it.");
        open(
                "HazardRef",
                ids(knowledge.hazardLog().hazards(), Hazard::id),
                "Id of a hazard in GET /v1/knowledge/hazards.");
        open(
                "AnomalyRef",
                ids(knowledge.hazardLog().anomalies(), HazardLog.Anomaly::id),
                "Id of a known shortcoming in GET /v1/knowledge/hazards.");
    }

    private void addChanges() {
        closed(
                "ReleaseKind",
                words(ChangeLog.Kind.values()),
                "knowledge: the clinical content, which decides levels and causes. contract: the form of requests and answers.");
        closed(
                "ChangeEffect",
                words(ChangeLog.Effect.values()),
                "added: it is new. changed: it works in another way. corrected: it was wrong before. removed: it is gone, and "
                        + "its id is not used again.");
    }

    private void addIds(KnowledgeBase knowledge) {
        var findings = ids(knowledge.findings(), Finding::id);
        var causes = ids(knowledge.causes(), Cause::id);
        var redFlags = ids(knowledge.redFlags(), RedFlag::id);
        closed("FindingId", findings, "Id of a finding in service; GET /v1/findings words its question." + FOR_SENDING);
        closed("CauseId", causes, "Id of a cause in service; see GET /v1/causes." + FOR_SENDING);
        closed("RedFlagId", redFlags, "Id of a red flag in service; see GET /v1/red-flags." + FOR_SENDING);
        open("FindingRef", findings, "Id of a finding; GET /v1/findings/{id} words its question.");
        open("CauseRef", causes, "Id of a cause; see GET /v1/causes/{id}.");
        open("RedFlagRef", redFlags, "Id of a red flag; see GET /v1/red-flags/{id}.");
        open("SourceRef", ids(knowledge.sources(), Source::id), "Id of a source; see GET /v1/sources/{id}.");
        open(
                "EducationRef",
                ids(knowledge.education(), EducationLink::id),
                "Id of a page to read; see GET /v1/education.");
    }

    private void addProblems() {
        open(
                "ProblemType",
                Stream.of(ProblemType.values()).map(ProblemType::uri).toList(),
                "Kind of problem, as a stable URI that is a name and not an address. If you do not know it, go by the status.");
        open(
                "FaultCode",
                words(Fault.Code.values()),
                "Kind of fault, for programs. If you do not know it, go by the message.");
    }

    private void closed(String name, Collection<String> words, String meaning) {
        schemas.put(name, string(meaning).enumeration(List.copyOf(words)));
    }

    private void open(String name, Collection<String> words, String meaning) {
        schemas.put(name, string(meaning + IF_UNKNOWN).addExtension("x-extensible-enum", List.copyOf(words)));
    }

    private static Schema string(String meaning) {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING)).description(meaning);
    }

    private static List<String> words(Enum<?>... constants) {
        return Stream.of(constants).map(Words::of).toList();
    }

    private static <T> List<String> ids(List<T> all, Function<T, String> id) {
        return all.stream().map(id).toList();
    }
}
