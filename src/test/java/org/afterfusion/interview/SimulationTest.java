package org.afterfusion.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.afterfusion.interview.Person.Course;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.testing.Reports;
import org.afterfusion.triage.Triage;
import org.afterfusion.triage.Triage.Status;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Urgency;
import org.junit.jupiter.api.Test;

/**
 * Interviews the people of the published cases. They answer from their story, and "no" to all that it leaves out; stories in
 * print leave out most of what was not there, and some that was.
 */
class SimulationTest {

    private static final Path CASES = Path.of("src/test/resources/cases/recoded.jsonl");

    private final TriageEngine engine = new TriageEngine(KnowledgeLoader.load(Path.of("src/main/resources/knowledge")));
    private final Interviewer interviewer = new Interviewer(engine);

    /**
     * One case.
     *
     * @param told triage of the story
     * @param complete triage of the story with every "no"
     */
    private record Run(String id, Triage told, Triage complete, Course course) {

        Triage reached() {
            return course.last().triage();
        }

        boolean isEmergency() {
            return !Urgency.EMERGENCY.isHigherThan(told.urgency());
        }

        boolean hasSameLevel() {
            return reached().urgency() == told.urgency();
        }
    }

    @Test
    void interviewsOfThePublishedCases() throws IOException {
        var runs = new ArrayList<Run>();
        var json = new JsonMapper();
        for (var line : Files.readAllLines(CASES)) {
            var node = json.readTree(line);
            var story = Reports.read(node.path("screened"));
            var person = new Person(engine.knowledge(), story);
            runs.add(new Run(
                    node.path("id").asText(),
                    engine.triage(story),
                    engine.triage(person.withEveryNo()),
                    person.interviewedBy(interviewer)));
        }
        print(runs);

        assertThat(runs)
                .filteredOn(run -> run.reached().urgency().compareTo(run.told().urgency()) < 0)
                .as("lower than the story")
                .isEmpty();
        assertThat(runs).filteredOn(run -> !run.hasSameLevel()).hasSizeLessThanOrEqualTo(1);
        assertThat(runs)
                .filteredOn(run -> run.told().status() == Status.FINAL)
                .allMatch(run -> run.reached().status() == Status.FINAL);
        var emergencies = runs.stream().filter(Run::isEmergency).toList();
        var others = runs.stream().filter(run -> !run.isEmergency()).toList();
        assertThat(median(emergencies, run -> run.course().screensToEmergency()))
                .isLessThanOrEqualTo(4);
        assertThat(median(others, run -> run.course().screens().size())).isLessThanOrEqualTo(12);
    }

    private static void print(List<Run> runs) {
        System.out.println("Interviews of the published cases, by the level of the story:");
        System.out.println(
                "level | cases | screens median, max | questions median, max | same level | first cause as told, as"
                        + " with every no | told as with every no");
        for (var level : Urgency.values()) {
            var those =
                    runs.stream().filter(run -> run.told().urgency() == level).toList();
            if (!those.isEmpty()) {
                System.out.println(level + " | " + row(those));
            }
        }
        System.out.println("all | " + row(runs));
        var emergencies = runs.stream().filter(Run::isEmergency).toList();
        System.out.printf(
                "Screens until the level is an emergency: median %d, max %d%n",
                median(emergencies, run -> run.course().screensToEmergency()),
                max(emergencies, run -> run.course().screensToEmergency()));
        runs.stream()
                .filter(run -> !run.hasSameLevel())
                .forEach(run -> System.out.printf(
                        "  %s: %s told, %s with every no, %s reached%n",
                        run.id(),
                        run.told().urgency(),
                        run.complete().urgency(),
                        run.reached().urgency()));
    }

    private static String row(List<Run> runs) {
        return "%d | %d, %d | %d, %d | %d | %d, %d | %d"
                .formatted(
                        runs.size(),
                        median(runs, run -> run.course().screens().size()),
                        max(runs, run -> run.course().screens().size()),
                        median(runs, run -> run.course().questions()),
                        max(runs, run -> run.course().questions()),
                        runs.stream().filter(Run::hasSameLevel).count(),
                        runs.stream()
                                .filter(run -> first(run.told()).equals(first(run.reached())))
                                .count(),
                        runs.stream()
                                .filter(run -> first(run.complete()).equals(first(run.reached())))
                                .count(),
                        runs.stream()
                                .filter(run -> first(run.told()).equals(first(run.complete())))
                                .count());
    }

    private static String first(Triage triage) {
        return triage.causes().isEmpty() ? "" : triage.causes().get(0).cause().id();
    }

    private static int median(List<Run> runs, ToIntFunction<Run> number) {
        return sorted(runs, number)[runs.size() / 2];
    }

    private static int max(List<Run> runs, ToIntFunction<Run> number) {
        return sorted(runs, number)[runs.size() - 1];
    }

    private static int[] sorted(List<Run> runs, ToIntFunction<Run> number) {
        var numbers = runs.stream().mapToInt(number).toArray();
        Arrays.sort(numbers);
        return numbers;
    }
}
