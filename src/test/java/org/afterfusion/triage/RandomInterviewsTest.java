package org.afterfusion.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.afterfusion.interview.Interview;
import org.afterfusion.interview.Interview.Because;
import org.afterfusion.interview.Interviewer;
import org.afterfusion.interview.Person;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.junit.jupiter.api.Test;

/** What must hold of every interview, tried on people who answer at random. */
class RandomInterviewsTest {

    private static final int PEOPLE = 300;

    private final KnowledgeBase knowledge = KnowledgeLoader.load(Path.of("src/main/resources/knowledge"));
    private final TriageEngine engine = new TriageEngine(knowledge);
    private final Interviewer interviewer = new Interviewer(engine);
    private final Vocabulary vocabulary = new Vocabulary(knowledge.findings());
    private final RuleBook rules = new RuleBook(knowledge.redFlags(), vocabulary);
    private final RandomReports reports =
            new RandomReports(knowledge.findings(), Set.copyOf(engine.worryingFindings()), 5);

    @Test
    void noAnswerLeftOutWouldMakeARedFlagAskForAnotherLevel() {
        int same = 0;
        int lower = 0;
        for (int number = 0; number < PEOPLE; number++) {
            var story = reports.next(reports.random(number));
            var person = new Person(knowledge, story);
            var course = person.interviewedBy(interviewer);
            var all = everythingAsked(person, course.report());
            var reached = course.last().triage().urgency();
            var told = engine.triage(all).urgency();
            same += reached == told ? 1 : 0;
            lower += told.isHigherThan(reached) ? 1 : 0;

            assertThat(level(all)).as("person %d", number).isLessThanOrEqualTo(reached);
            if (course.last().because() != Because.AMBULANCE && level(course.report()) == reached) {
                assertThat(level(all)).as("person %d", number).isEqualTo(reached);
            }
        }
        System.out.printf(
                "Random people: %d of %d reach the level of all their answers, %d a lower one, by a likely cause%n",
                same, PEOPLE, lower);
    }

    /** Returns the report once the person has answered everything that can be asked, also what the interview left out. */
    private SymptomReport everythingAsked(Person person, SymptomReport report) {
        var answers = new ArrayList<>(report.findings());
        while (true) {
            var prospects = engine.prospects(person.with(answers));
            var open = knowledge.findings().stream()
                    .map(Finding::id)
                    .filter(prospects::isAskable)
                    .map(person::answerTo)
                    .toList();
            if (open.isEmpty()) {
                return person.with(answers);
            }
            answers.addAll(open);
        }
    }

    private Urgency level(SymptomReport report) {
        return rules.level(new Facts(vocabulary, report));
    }

    @Test
    void everyInterviewEndsAndAsksNothingTwice() {
        for (int number = 0; number < 100; number++) {
            var person = new Person(knowledge, reports.next(reports.random(number)));
            var course = person.interviewedBy(interviewer);

            assertThat(course.last().isDone()).isTrue();
            assertThat(course.last().progress().screensToGo()).isZero();
            assertThat(course.screens())
                    .hasSizeLessThanOrEqualTo(knowledge.interview().screens().size() * 2);
        }
    }

    @Test
    void whoSaysNoToEverythingNeverHasMoreToGoThanWasSaid() {
        for (int day : List.of(0, 5, 20, 60, 200, 1000)) {
            var person = new Person(knowledge, Made.report(day));
            var said = new ArrayList<Integer>();
            var answers = new ArrayList<ReportedFinding>();
            var interview = interviewer.after(person.with(answers));
            while (!interview.isDone()) {
                said.add(interview.progress().screensToGo());
                next(interview).questions().forEach(question -> answers.add(person.answerTo(question.finding())));
                interview = interviewer.after(person.with(answers));
            }
            for (int shown = 0; shown < said.size(); shown++) {
                assertThat(said.get(shown)).as("day %d", day).isGreaterThanOrEqualTo(said.size() - shown);
                if (shown > 0) {
                    assertThat(said.get(shown)).as("day %d", day).isLessThanOrEqualTo(said.get(shown - 1));
                }
            }
        }
    }

    private static Interview.Next next(Interview interview) {
        var next = interview.next();
        if (next == null) {
            throw new AssertionError("done");
        }
        return next;
    }
}
