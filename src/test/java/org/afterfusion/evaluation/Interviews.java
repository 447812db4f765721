package org.afterfusion.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.afterfusion.evaluation.CaseBank.Encoding;
import org.afterfusion.evaluation.Evaluation.InterviewResults;
import org.afterfusion.interview.Interviewer;
import org.afterfusion.interview.Person;
import org.afterfusion.interview.Person.Course;
import org.afterfusion.testing.Reports;
import org.afterfusion.triage.Triage;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Urgency;

/**
 * Interviews of the people of the published cases. They answer from their story, and "no" to all that it leaves out; stories in
 * print leave out most of what was not there, and some that was.
 */
record Interviews(List<InterviewResults> results) {

    /**
     * One case.
     *
     * @param told triage of the story
     * @param all triage of the story with every question answered
     */
    private record Run(Triage told, Triage all, Course course) {

        Triage reached() {
            return course.last().triage();
        }

        boolean isEmergency() {
            return !Urgency.EMERGENCY.isHigherThan(told.urgency());
        }
    }

    static Interviews of(TriageEngine engine, List<PublishedCase> cases, List<Encoding> encodings) {
        var interviewer = new Interviewer(engine);
        var results = new ArrayList<InterviewResults>();
        for (var encoding : encodings) {
            var runs = cases.stream()
                    .map(story -> encoding.reports().get(story.id()))
                    .filter(Objects::nonNull)
                    .map(report -> run(new Person(engine.knowledge(), Reports.read(report)), engine, interviewer))
                    .toList();
            results.add(results(encoding, "emergencies", runs, Run::isEmergency));
            results.add(results(encoding, "no-emergencies", runs, run -> !run.isEmergency()));
        }
        return new Interviews(List.copyOf(results));
    }

    private static Run run(Person person, TriageEngine engine, Interviewer interviewer) {
        return new Run(
                engine.triage(person.story()), engine.triage(person.withEveryNo()), person.interviewedBy(interviewer));
    }

    private static InterviewResults results(Encoding encoding, String set, List<Run> all, Predicate<Run> wanted) {
        var runs = all.stream().filter(wanted).toList();
        boolean emergencies = runs.stream().allMatch(Run::isEmergency);
        return new InterviewResults(
                encoding.id(),
                set,
                runs.size(),
                median(runs, run -> run.course().screens().size()),
                most(runs, run -> run.course().screens().size()),
                median(runs, run -> run.course().questions()),
                emergencies ? median(runs, run -> run.course().screensToEmergency()) : null,
                emergencies ? most(runs, run -> run.course().screensToEmergency()) : null,
                List.of(
                        same("same-level-as-story", runs, Run::reached, Run::told, Triage::urgency),
                        same("same-level-as-all", runs, Run::reached, Run::all, Triage::urgency),
                        same("same-first-cause-as-story", runs, Run::reached, Run::told, Interviews::first),
                        same("same-first-cause-as-all", runs, Run::reached, Run::all, Interviews::first),
                        Shares.share(
                                "first-cause-of-all-in-top-3",
                                runs.stream()
                                        .filter(run -> firstThree(run.reached()).contains(first(run.all())))
                                        .count(),
                                runs.size()),
                        same("story-and-all-same-first-cause", runs, Run::told, Run::all, Interviews::first)));
    }

    private static Evaluation.Figure same(
            String id,
            List<Run> runs,
            Function<Run, Triage> one,
            Function<Run, Triage> other,
            Function<Triage, Object> what) {
        long same = runs.stream()
                .filter(run -> what.apply(one.apply(run)).equals(what.apply(other.apply(run))))
                .count();
        return Shares.share(id, same, runs.size());
    }

    private static String first(Triage triage) {
        return firstThree(triage).stream().findFirst().orElse("");
    }

    private static List<String> firstThree(Triage triage) {
        return triage.causes().stream()
                .limit(3)
                .map(ranked -> ranked.cause().id())
                .toList();
    }

    private static int median(List<Run> runs, ToIntFunction<Run> number) {
        return runs.stream().mapToInt(number).sorted().toArray()[runs.size() / 2];
    }

    private static int most(List<Run> runs, ToIntFunction<Run> number) {
        return runs.stream().mapToInt(number).max().orElseThrow();
    }

    InterviewResults of(String encoding, String set) {
        return results.stream()
                .filter(one -> one.encoding().equals(encoding) && one.set().equals(set))
                .findFirst()
                .orElseThrow();
    }

    void print() {
        for (var one : results) {
            System.out.printf(
                    "Interviews, %s, %s: %d cases, screens median %d, most %d, questions median %d, screens to the emergency level"
                            + " median %s, most %s%n",
                    one.encoding(),
                    one.set(),
                    one.cases(),
                    one.screensMedian(),
                    one.screensMost(),
                    one.questionsMedian(),
                    one.screensToEmergencyMedian(),
                    one.screensToEmergencyMost());
            one.figures()
                    .forEach(figure ->
                            System.out.printf("    %s: %d of %d%n", figure.id(), figure.count(), figure.of()));
        }
    }
}
