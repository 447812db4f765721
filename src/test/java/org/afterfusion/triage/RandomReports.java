package org.afterfusion.triage;

import static org.afterfusion.triage.ReportEdits.answer;
import static org.afterfusion.triage.ReportEdits.choice;
import static org.afterfusion.triage.ReportEdits.value;
import static org.afterfusion.triage.ReportEdits.withCourse;
import static org.afterfusion.triage.ReportEdits.withStart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.afterfusion.triage.SymptomReport.Approach;
import org.afterfusion.triage.SymptomReport.Course;
import org.afterfusion.triage.SymptomReport.Patient;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.Procedure;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.SymptomReport.Reporter;
import org.afterfusion.triage.SymptomReport.Sex;
import org.afterfusion.triage.SymptomReport.Surgery;
import org.jspecify.annotations.Nullable;

/**
 * Valid reports by number: the same number always gives the same report.
 *
 * <p>How much is answered, unsure, present and worrying is drawn once a report, from little to nearly everything. With one
 * rate for all, almost every report would be an emergency and could not show a level falling from a lower one.
 */
final class RandomReports {

    private static final int[] DAYS = {
        0, 1, 2, 3, 4, 7, 9, 14, 15, 21, 28, 42, 43, 60, 84, 85, 90, 120, 210, 365, 366, 730, 3650
    };
    private static final double[] ANSWERED = {0.05, 0.3, 0.7, 0.95, 1, 1};
    private static final double[] UNSURE = {0, 0, 0.02, 0.1};
    private static final double[] PRESENT = {0.03, 0.1, 0.25};
    private static final double[] WORRYING = {0, 0, 0.01, 0.03, 0.1};
    private static final double[] DETAILED = {0, 0.2, 0.6};

    private final List<Finding> findings;
    private final Set<String> concerning;
    private final long seed;

    RandomReports(List<Finding> findings, Set<String> concerning, long seed) {
        this.findings = findings;
        this.concerning = concerning;
        this.seed = seed;
    }

    /** Returns the source of everything random about one report; what a test draws further from it is repeatable too. */
    SplittableRandom random(long number) {
        return new SplittableRandom(seed * 1_000_003 + number).split();
    }

    SymptomReport next(SplittableRandom random) {
        int day = random.nextInt(4) == 0 ? (int) Math.expm1(random.nextDouble() * 8.5) : pick(random, DAYS);
        return new SymptomReport(
                patient(random), surgery(random, day), onset(random, day), answers(random, day), reporter(random));
    }

    private static Patient patient(SplittableRandom random) {
        return new Patient(
                random.nextBoolean() ? random.nextInt(14, 95) : null,
                random.nextBoolean() ? pick(random, Sex.values()) : null,
                random.nextBoolean() ? (double) random.nextInt(17, 45) : null);
    }

    private static Surgery surgery(SplittableRandom random, int day) {
        return new Surgery(
                day,
                random.nextInt(10) > 0 ? Procedure.FUSION : pick(random, Procedure.values()),
                random.nextBoolean() ? pick(random, Approach.values()) : null,
                random.nextBoolean() ? random.nextInt(1, 7) : null,
                maybe(random),
                maybe(random),
                maybe(random),
                maybe(random),
                maybe(random),
                maybe(random));
    }

    private static @Nullable Integer onset(SplittableRandom random, int day) {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> random.nextInt(15);
            case 2 -> day + random.nextInt(400);
            default -> random.nextInt(day + 1);
        };
    }

    private static @Nullable Reporter reporter(SplittableRandom random) {
        return random.nextBoolean() ? pick(random, Reporter.values()) : null;
    }

    private List<ReportedFinding> answers(SplittableRandom random, int day) {
        double answered = pick(random, ANSWERED);
        double unsure = pick(random, UNSURE);
        double present = pick(random, PRESENT);
        double worrying = pick(random, WORRYING);
        double detailed = pick(random, DETAILED);
        var answers = new ArrayList<ReportedFinding>();
        for (var finding : findings) {
            if (random.nextDouble() < answered) {
                double yes = concerning.contains(finding.id()) ? worrying : present;
                var answer = drawn(random, finding, yes, unsure);
                answers.add(random.nextDouble() < detailed ? detailed(random, answer, day) : answer);
            }
        }
        return answers;
    }

    private static ReportedFinding drawn(SplittableRandom random, Finding finding, double yes, double unsure) {
        double draw = random.nextDouble();
        return switch (finding.type()) {
            case PRESENCE ->
                answer(
                        finding.id(),
                        draw < yes ? Presence.PRESENT : draw < yes + unsure ? Presence.UNSURE : Presence.ABSENT);
            case VALUE -> value(finding.id(), number(random, finding.id(), draw < 2 * yes));
            case CHOICE -> {
                var choices = finding.choices();
                int options = draw < 4 * yes ? choices.size() : Math.min(2, choices.size());
                boolean calm = finding.absentChoice() != null && draw >= 4 * yes;
                yield choice(
                        finding.id(),
                        choices.get(calm ? 0 : random.nextInt(options)).id());
            }
        };
    }

    private static double number(SplittableRandom random, String id, boolean worrying) {
        return switch (id) {
            case "pain-score", "back-pain-score" -> worrying ? random.nextInt(7, 11) : random.nextInt(8);
            case "temperature" -> worrying ? random.nextInt(350, 410) / 10.0 : random.nextInt(360, 380) / 10.0;
            case "last-passed-urine-hours" -> random.nextInt(worrying ? 30 : 8);
            case "calf-size-difference" -> random.nextInt(worrying ? 60 : 25) / 10.0;
            default -> throw new IllegalArgumentException("what is usual for " + id + "?");
        };
    }

    /** Adds a start or a course, where the contract allows one. */
    private static ReportedFinding detailed(SplittableRandom random, ReportedFinding answer, int day) {
        if (answer.presence() == Presence.ABSENT) {
            return answer;
        }
        var dated = answer;
        if (random.nextBoolean()) {
            dated = answer.presence() == Presence.UNSURE || random.nextBoolean()
                    ? withStart(answer, null, random.nextInt(3) > 0)
                    : withStart(answer, onset(random, day), null);
        }
        return random.nextInt(3) == 0 ? dated : withCourse(dated, pick(random, Course.values()));
    }

    private static @Nullable Boolean maybe(SplittableRandom random) {
        return random.nextInt(3) == 0 ? null : random.nextInt(4) == 0;
    }

    static <T> T pick(SplittableRandom random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    static <T> T pick(SplittableRandom random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static int pick(SplittableRandom random, int[] all) {
        return all[random.nextInt(all.length)];
    }

    private static double pick(SplittableRandom random, double[] all) {
        return all[random.nextInt(all.length)];
    }
}
