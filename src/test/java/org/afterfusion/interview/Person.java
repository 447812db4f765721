package org.afterfusion.interview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.afterfusion.testing.Reports;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.Urgency;
import org.jspecify.annotations.Nullable;

/** Somebody who is interviewed and answers from a report; what it leaves out is answered "no" or with the harmless number. */
public final class Person {

    private static final int NEVER = -1;

    private final KnowledgeBase knowledge;
    private final SymptomReport story;
    private final Map<String, ReportedFinding> known = new LinkedHashMap<>();

    public Person(KnowledgeBase knowledge, SymptomReport story) {
        this.knowledge = knowledge;
        this.story = story;
        story.findings().forEach(answer -> known.put(answer.id(), answer));
    }

    public SymptomReport story() {
        return story;
    }

    /**
     * A whole interview.
     *
     * @param screens ids in the order they were shown
     * @param screensToEmergency screens answered when the level first was an emergency, or -1
     */
    public record Course(Interview last, SymptomReport report, List<String> screens, int screensToEmergency) {
        public int questions() {
            return report.findings().size();
        }
    }

    /** Answers screen after screen, and fails when a question comes twice. */
    public Course interviewedBy(Interviewer interviewer) {
        var answers = new ArrayList<ReportedFinding>();
        var screens = new ArrayList<String>();
        var asked = new HashSet<String>();
        int toEmergency = NEVER;
        while (true) {
            var interview = interviewer.after(with(answers));
            if (toEmergency == NEVER
                    && !Urgency.EMERGENCY.isHigherThan(interview.triage().urgency())) {
                toEmergency = screens.size();
            }
            var next = interview.next();
            if (next == null) {
                return new Course(interview, with(answers), List.copyOf(screens), toEmergency);
            }
            screens.add(next.screen().id());
            for (var question : next.questions()) {
                if (!asked.add(question.finding())) {
                    throw new AssertionError(question.finding() + " is asked twice");
                }
                answers.add(answerTo(question.finding()));
            }
        }
    }

    public SymptomReport with(List<ReportedFinding> answers) {
        return new SymptomReport(
                story.patient(), story.surgery(), story.symptomsStartedDaysAgo(), answers, story.reportedBy());
    }

    /** Returns the story with a "no" to every yes-or-no question it leaves out. */
    public SymptomReport withEveryNo() {
        return with(knowledge.findings().stream()
                .filter(finding -> known.containsKey(finding.id()) || finding.type() == Finding.Type.PRESENCE)
                .map(finding -> answerTo(finding.id()))
                .toList());
    }

    public ReportedFinding answerTo(String id) {
        var answer = known.get(id);
        return answer == null ? harmless(knowledge.findFinding(id), id) : answer;
    }

    private static ReportedFinding harmless(@Nullable Finding finding, String id) {
        if (finding == null) {
            throw new IllegalArgumentException("no finding " + id);
        }
        return switch (finding.type()) {
            case PRESENCE -> Reports.answered(id, Presence.ABSENT);
            case VALUE ->
                switch (id) {
                    case "temperature" -> Reports.value(id, 36.8);
                    case "last-passed-urine-hours" -> Reports.value(id, 3);
                    default -> Reports.value(id, 0);
                };
            case CHOICE ->
                Reports.choice(
                        id,
                        finding.absentChoice() != null
                                ? finding.absentChoice()
                                : finding.choices()
                                        .get(id.equals("pain-trend") ? 1 : 0)
                                        .id());
        };
    }
}
