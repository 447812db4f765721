package org.afterfusion.api;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.afterfusion.api.Catalog.ChoiceEntry;
import org.afterfusion.api.InterviewResponse.NextQuestion;
import org.afterfusion.api.InterviewResponse.ProgressAnswer;
import org.afterfusion.api.InterviewResponse.ScreenAnswer;
import org.afterfusion.api.InterviewResponse.StopAnswer;
import org.afterfusion.interview.Interview;
import org.afterfusion.interview.Interview.Because;
import org.afterfusion.interview.Interview.Next;
import org.afterfusion.interview.Interview.Question;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Phrase;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Words;

/** Words where an interview stands in the language asked for. */
@Singleton
final class Interviews {

    private final KnowledgeBase knowledge;
    private final Answers answers;

    Interviews(TriageEngine engine, Answers answers) {
        this.knowledge = engine.knowledge();
        this.answers = answers;
    }

    InterviewResponse of(SymptomReport report, Interview interview, String language) {
        var next = interview.next();
        var progress = interview.progress();
        return new InterviewResponse(
                next == null ? null : screen(next, language),
                next == null
                        ? List.of()
                        : next.questions().stream()
                                .map(question -> question(question, language))
                                .toList(),
                new StopAnswer(
                        interview.isDone(),
                        Words.of(interview.because()),
                        knowledge.phrase(phrase(interview.because())).in(language)),
                new ProgressAnswer(progress.answered(), progress.questionsToGo(), progress.screensToGo()),
                answers.of(report, interview.triage(), language));
    }

    private static ScreenAnswer screen(Next next, String language) {
        var heading = next.screen().heading();
        var asked = heading == null || next.questions().size() == 1 ? null : heading.in(language);
        return new ScreenAnswer(next.screen().id(), asked);
    }

    private NextQuestion question(Question question, String language) {
        var finding = Objects.requireNonNull(knowledge.findFinding(question.finding()));
        var level = question.couldRaiseTo();
        var range = finding.range();
        return new NextQuestion(
                finding.id(),
                Words.of(finding.kind()),
                Words.of(finding.type()),
                finding.tier(),
                finding.label().in(language),
                finding.ask().in(language),
                finding.why().in(language),
                level == null ? null : Words.of(level),
                range == null ? null : range.minimum(),
                range == null ? null : range.maximum(),
                range == null ? null : range.unit(),
                finding.choices().stream()
                        .map(choice ->
                                new ChoiceEntry(choice.id(), choice.label().in(language)))
                        .toList());
    }

    private static Phrase phrase(Because because) {
        return switch (because) {
            case SAFETY_QUESTION_OPEN -> Phrase.INTERVIEW_SAFETY_QUESTION_OPEN;
            case LEVEL_UNCLEAR -> Phrase.INTERVIEW_LEVEL_UNCLEAR;
            case CAUSE_UNCLEAR -> Phrase.INTERVIEW_CAUSE_UNCLEAR;
            case AMBULANCE -> Phrase.INTERVIEW_AMBULANCE;
            case EMERGENCY -> Phrase.INTERVIEW_EMERGENCY;
            case NOTHING_LEFT -> Phrase.INTERVIEW_NOTHING_LEFT;
            case ENOUGH -> Phrase.INTERVIEW_ENOUGH;
            case LIMIT -> Phrase.INTERVIEW_LIMIT;
        };
    }
}
