package org.afterfusion.evaluation;

import static org.afterfusion.evaluation.Shares.misses;
import static org.afterfusion.evaluation.Shares.rounded;
import static org.afterfusion.evaluation.Shares.share;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.afterfusion.evaluation.Evaluation.BandResults;
import org.afterfusion.evaluation.Evaluation.Calibration;
import org.afterfusion.evaluation.Evaluation.Collapse;
import org.afterfusion.evaluation.Evaluation.ConfusionRow;
import org.afterfusion.evaluation.Evaluation.Figure;
import org.afterfusion.evaluation.Evaluation.GroupResults;
import org.afterfusion.evaluation.Evaluation.Results;
import org.afterfusion.evaluation.Evaluation.Tally;
import org.afterfusion.triage.RankedCause.Band;
import org.afterfusion.triage.Urgency;
import org.afterfusion.triage.Words;

/** Counts outcomes into figures. */
final class Measures {

    private static final List<List<List<Urgency>>> COLLAPSES = List.of(
            List.of(
                    List.of(Urgency.ROUTINE),
                    List.of(Urgency.SOON),
                    List.of(Urgency.SAME_DAY),
                    List.of(Urgency.EMERGENCY, Urgency.EMERGENCY_AMBULANCE)),
            List.of(
                    List.of(Urgency.ROUTINE),
                    List.of(Urgency.SOON, Urgency.SAME_DAY),
                    List.of(Urgency.EMERGENCY, Urgency.EMERGENCY_AMBULANCE)),
            List.of(
                    List.of(Urgency.ROUTINE, Urgency.SOON, Urgency.SAME_DAY),
                    List.of(Urgency.EMERGENCY, Urgency.EMERGENCY_AMBULANCE)));

    private final List<Outcome> outcomes;
    private final List<Outcome> emergencies;
    private final List<Outcome> others;
    private final List<Outcome> withCause;

    Measures(List<Outcome> outcomes) {
        this.outcomes = outcomes;
        emergencies = only(outcomes, outcome -> outcome.story().isEmergency());
        others = only(outcomes, outcome -> !outcome.story().isEmergency());
        withCause = only(outcomes, outcome -> !outcome.story().rightCauses().isEmpty());
    }

    Results results(String set, Iterable<String> groups, Set<String> dangerous) {
        return new Results(
                set,
                outcomes.size(),
                figures(dangerous),
                Stream.of(Urgency.values()).map(this::exactAt).toList(),
                Stream.of(Urgency.values()).map(this::confusion).toList(),
                COLLAPSES.stream().map(this::collapse).toList(),
                calibration(),
                groups(groups));
    }

    Tally tally() {
        return new Tally(
                outcomes.size(),
                emergencies.size(),
                count(emergencies, Outcome::isEmergencyGiven),
                count(outcomes, Outcome::isUnder),
                count(outcomes, Outcome::isOver),
                count(outcomes, Outcome::isExact),
                count(outcomes, Outcome::isAccepted),
                count(withCause, outcome -> outcome.hasRightCauseAmongFirst(1)),
                count(withCause, outcome -> outcome.hasRightCauseAmongFirst(3)));
    }

    private List<Figure> figures(Set<String> dangerous) {
        var benign = only(outcomes, outcome -> outcome.story().isOrdinaryRecovery());
        var withDanger = only(outcomes, outcome -> outcome.story().causesOfDiagnosis().stream()
                .anyMatch(dangerous::contains));
        long all = outcomes.size();
        int under = count(outcomes, Outcome::isUnder);
        int over = count(outcomes, Outcome::isOver);
        int below = count(outcomes, outcome -> outcome.above() < 0);
        int above = count(outcomes, outcome -> outcome.above() > 0);
        return List.of(
                of("emergency-sensitivity", emergencies, Outcome::isEmergencyGiven),
                misses(
                        "emergencies-missed",
                        count(emergencies, outcome -> !outcome.isEmergencyGiven()),
                        emergencies.size()),
                of("no-emergency-specificity", others, outcome -> !outcome.isEmergencyGiven()),
                misses("under-triage", under, all),
                misses("severe-under-triage", count(outcomes, Outcome::isSeverelyUnder), all),
                share("over-triage", over, all),
                share("errors-that-are-over-triage", over, under + over),
                misses("below-wanted", below, all),
                share("above-wanted", above, all),
                share("differences-that-are-above", above, below + above),
                of("exact-level", outcomes, Outcome::isExact),
                of("acceptable-level", outcomes, Outcome::isAccepted),
                of("safe-never-below", outcomes, outcome -> outcome.above() >= 0),
                of("safe-one-below", outcomes, outcome -> outcome.above() >= -1),
                of("recovery-not-alarmed", benign, outcome -> !outcome.given().isHigherThan(Urgency.SOON)),
                of("cause-first", withCause, outcome -> outcome.hasRightCauseAmongFirst(1)),
                of("cause-in-top-3", withCause, outcome -> outcome.hasRightCauseAmongFirst(3)),
                of("cause-in-top-5", withCause, outcome -> outcome.hasRightCauseAmongFirst(5)),
                of("danger-in-lane", withDanger, outcome -> outcome.story().causesOfDiagnosis().stream()
                        .filter(dangerous::contains)
                        .anyMatch(outcome.mustExclude()::contains)),
                of("in-scope", outcomes, outcome -> !outcome.status().equals("out-of-scope")),
                of("final-answer", outcomes, outcome -> outcome.status().equals("final")),
                of("any-cause", outcomes, outcome -> !outcome.causes().isEmpty()));
    }

    private Figure exactAt(Urgency level) {
        return of(Words.of(level), only(outcomes, outcome -> outcome.story().wanted() == level), Outcome::isExact);
    }

    private ConfusionRow confusion(Urgency wanted) {
        var given = new LinkedHashMap<String, Integer>();
        for (var level : Urgency.values()) {
            given.put(
                    Words.of(level),
                    count(outcomes, outcome -> outcome.story().wanted() == wanted && outcome.given() == level));
        }
        return new ConfusionRow(Words.of(wanted), given);
    }

    private Collapse collapse(List<List<Urgency>> classes) {
        return new Collapse(
                classes.size(),
                classes.stream()
                        .map(levels -> levels.stream().map(Words::of).toList())
                        .toList(),
                of("exact", outcomes, outcome -> classesAbove(classes, outcome) == 0),
                misses("below", count(outcomes, outcome -> classesAbove(classes, outcome) < 0), outcomes.size()),
                of("above", outcomes, outcome -> classesAbove(classes, outcome) > 0));
    }

    private static int classesAbove(List<List<Urgency>> classes, Outcome outcome) {
        return classOf(classes, outcome.given())
                - classOf(classes, outcome.story().wanted());
    }

    private static int classOf(List<List<Urgency>> classes, Urgency level) {
        for (int place = 0; place < classes.size(); place++) {
            if (classes.get(place).contains(level)) {
                return place;
            }
        }
        throw new IllegalArgumentException("no class for " + level);
    }

    private Calibration calibration() {
        var forecast = only(withCause, outcome -> !outcome.causes().isEmpty());
        double right = (double) count(forecast, outcome -> outcome.hasRightCauseAmongFirst(1)) / forecast.size();
        return new Calibration(
                rounded(forecast.stream()
                        .mapToDouble(Measures::squaredError)
                        .average()
                        .orElseThrow()),
                rounded(right * (1 - right)),
                forecast.size(),
                Stream.of(Band.values())
                        .map(band -> band(Words.of(band), forecast))
                        .toList());
    }

    private static double squaredError(Outcome outcome) {
        double truth = outcome.hasRightCauseAmongFirst(1) ? 1 : 0;
        double error = outcome.causes().get(0).share() - truth;
        return error * error;
    }

    private static BandResults band(String band, List<Outcome> forecast) {
        var inBand = only(forecast, outcome -> outcome.causes().get(0).band().equals(band));
        var mean = inBand.stream()
                .mapToDouble(outcome -> outcome.causes().get(0).share())
                .average();
        return new BandResults(
                band,
                of("right", inBand, outcome -> outcome.hasRightCauseAmongFirst(1)),
                mean.isPresent() ? rounded(mean.getAsDouble()) : null);
    }

    private List<GroupResults> groups(Iterable<String> groups) {
        var results = Stream.<GroupResults>builder();
        for (var group : groups) {
            var inGroup = only(outcomes, outcome -> outcome.story().group().equals(group));
            var comparable =
                    only(inGroup, outcome -> !outcome.story().rightCauses().isEmpty());
            results.add(new GroupResults(
                    group,
                    inGroup.size(),
                    of("acceptable-level", inGroup, Outcome::isAccepted),
                    of("cause-first", comparable, outcome -> outcome.hasRightCauseAmongFirst(1)),
                    of("cause-in-top-3", comparable, outcome -> outcome.hasRightCauseAmongFirst(3))));
        }
        return results.build().toList();
    }

    private static Figure of(String id, List<Outcome> among, Predicate<Outcome> test) {
        return share(id, count(among, test), among.size());
    }

    private static List<Outcome> only(List<Outcome> outcomes, Predicate<Outcome> test) {
        return outcomes.stream().filter(test).toList();
    }

    private static int count(List<Outcome> outcomes, Predicate<Outcome> test) {
        return only(outcomes, test).size();
    }
}
