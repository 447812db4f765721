package org.afterfusion.triage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.triage.SymptomReport.Patient;
import org.afterfusion.triage.SymptomReport.Procedure;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.SymptomReport.Surgery;
import org.jspecify.annotations.Nullable;

/** Pieces of knowledge made by hand, small enough to reckon with. */
final class Made {

    private static final Review DRAFT = new Review(Review.Status.DRAFT, null, null);
    private static final List<String> NO_SOURCE = List.of();
    private static final Text NOTHING = text("");

    /** The middles of the windows are 0, 1, 3 and 7, whose ln(1 + day) are 0, 1, 2 and 3 times ln 2. */
    static final Method METHOD = new Method(
            IntStream.of(0, 1, 3, 7)
                    .mapToObj(middle -> new Method.Window(new DayRange(null, null), middle))
                    .toList(),
            0.5,
            0.5,
            0.5,
            0.25,
            4,
            1000,
            1.5,
            2,
            6,
            3,
            0.05,
            0.5,
            0.1,
            new Method.Unclear(15, 0.2, Urgency.SOON),
            0.5,
            new Method.Bands(0.6, 0.3, 0.1),
            NOTHING,
            NO_SOURCE);

    static final Cause UNEXPLAINED = cause("unexplained", Urgency.SOON, 1, 1, 1, 1);

    private Made() {}

    static Text text(String english) {
        return new Text(Map.of("en", english));
    }

    /** A yes-or-no finding in a cluster of its own. */
    static Finding finding(String id, int tier, Evidence... evidence) {
        return finding(id, Finding.Type.PRESENCE, tier, List.of(), null, null, evidence);
    }

    static Finding number(String id, int tier, double worst, Evidence... evidence) {
        return finding(id, Finding.Type.VALUE, tier, List.of(), worst, null, evidence);
    }

    /** @param options mildest first */
    static Finding options(
            String id, int tier, List<Finding.Choice> options, @Nullable String absent, Evidence... evidence) {
        return finding(id, Finding.Type.CHOICE, tier, options, null, absent, evidence);
    }

    static Finding.Choice option(String id, SymptomReport.@Nullable Course course) {
        return new Finding.Choice(id, text(id), course);
    }

    private static Finding finding(
            String id,
            Finding.Type type,
            int tier,
            List<Finding.Choice> options,
            @Nullable Double worst,
            @Nullable String absent,
            Evidence... evidence) {
        return new Finding(
                id,
                Finding.Kind.SYMPTOM,
                type,
                tier,
                id,
                text(id),
                text(id),
                text(id),
                text(id),
                Map.of(),
                null,
                options,
                worst,
                absent,
                null,
                null,
                List.of(evidence));
    }

    static Evidence evidence(double baseRate, Map<String, Double> causes) {
        return evidence(null, null, null, baseRate, causes);
    }

    static Evidence evidence(
            @Nullable String choice,
            @Nullable Double atLeast,
            @Nullable Double atMost,
            double baseRate,
            Map<String, Double> causes) {
        return evidence(choice, atLeast, atMost, null, null, List.of(), null, null, baseRate, causes);
    }

    static Evidence evidence(
            @Nullable String choice,
            @Nullable Double atLeast,
            @Nullable Double atMost,
            @Nullable DayRange days,
            @Nullable DayRange onsetDays,
            List<String> onlyIf,
            @Nullable String cluster,
            @Nullable Text label,
            double baseRate,
            Map<String, Double> causes) {
        return new Evidence(
                choice,
                atLeast,
                atMost,
                days,
                onsetDays,
                onlyIf,
                cluster,
                label,
                baseRate,
                causes,
                Evidence.Grade.JUDGED,
                NOTHING,
                NO_SOURCE);
    }

    static Combination combination(
            List<String> all, List<String> none, List<String> replaces, double baseRate, Map<String, Double> causes) {
        return new Combination(
                "together",
                all,
                none,
                replaces,
                "together",
                text("together"),
                baseRate,
                causes,
                Evidence.Grade.JUDGED,
                "",
                NO_SOURCE);
    }

    /** @param weights one a window */
    static Cause cause(String id, Urgency urgency, double... weights) {
        return cause(id, urgency, false, null, List.of(), null, weights);
    }

    static Cause dangerous(String id, Urgency urgency, double... weights) {
        return cause(id, urgency, true, null, List.of(), null, weights);
    }

    static Cause cause(
            String id,
            Urgency urgency,
            boolean dangerous,
            Cause.@Nullable Floor floor,
            List<Cause.Multiplier> multipliers,
            @Nullable Condition firstOnlyIf,
            double... weights) {
        var name = text(id);
        return new Cause(
                id,
                DRAFT,
                urgency,
                "team",
                dangerous,
                floor,
                new Cause.Weights(Arrays.stream(weights).boxed().toList(), "", NO_SOURCE),
                multipliers,
                firstOnlyIf,
                List.of(),
                new Cause.Texts(name, name, name, name, name, name, name, name, name, name, name, List.of(), null),
                NO_SOURCE);
    }

    static Cause.Floor causeFloor(double share, Urgency level) {
        return new Cause.Floor(share, level, NOTHING, NO_SOURCE);
    }

    static Cause.Multiplier times(double times, Condition when) {
        return new Cause.Multiplier(when, times, NO_SOURCE);
    }

    static RedFlag.Floor floor(Urgency level, Condition when) {
        return new RedFlag.Floor(level, when, null);
    }

    static RedFlag redFlag(String id, RedFlag.Floor... floors) {
        return redFlag(id, null, List.of(), floors);
    }

    static RedFlag redFlag(String id, RedFlag.@Nullable Sign watchFor, List<String> pointsTo, RedFlag.Floor... floors) {
        return new RedFlag(
                id, DRAFT, text(id), text(id), text(id), watchFor, List.of(floors), pointsTo, List.of(), NO_SOURCE);
    }

    static KnowledgeBase knowledge(
            List<Finding> findings,
            List<Combination> combinations,
            List<Cause> causes,
            List<RedFlag> redFlags,
            List<KnowledgeBase.ScopeLimit> scope) {
        return new KnowledgeBase(
                "1",
                "sha256:0",
                DRAFT,
                List.of("en"),
                METHOD,
                findings,
                combinations,
                causes,
                UNEXPLAINED,
                redFlags,
                scope,
                Stream.of(Urgency.values())
                        .map(level -> new UrgencyLevel(
                                level, text(level.name()), text("act"), "P1D", "team", "P1D", List.of()))
                        .toList(),
                List.of(),
                List.of(new Source("book", "A book", null, "", "", "", NOTHING)),
                Map.of("team", text("the team")),
                Map.of("general-notice", text("no diagnosis")),
                new IntendedUse(NOTHING, List.of(), List.of(), NOTHING, List.of(), List.of(), NOTHING),
                new HazardLog(DRAFT, NOTHING, List.of(), List.of(), List.of(), List.of()),
                new ChangeLog(List.of()),
                new InterviewPlan(
                        DRAFT,
                        List.of(),
                        List.of(),
                        new InterviewPlan.Stopping(0.02, 10, 10, 1, 0.5, 1.5, "", NO_SOURCE)),
                new RecoveryTimeline(DRAFT, List.of(), List.of()));
    }

    static SymptomReport report(int day, ReportedFinding... answers) {
        return new SymptomReport(
                new Patient(null, null, null),
                new Surgery(day, Procedure.FUSION, null, null, null, null, null, null, null, null),
                null,
                List.of(answers),
                null);
    }

    /** @param concerning the findings, by id, that only red flags may raise */
    static BitSet bits(Vocabulary vocabulary, String... concerning) {
        return vocabulary.mask(List.of(concerning));
    }

    static Map<String, Integer> indexes(List<Cause> causes) {
        var indexes = new HashMap<String, Integer>();
        causes.forEach(cause -> indexes.put(cause.id(), indexes.size()));
        return indexes;
    }

    static Condition present(String... ids) {
        return answered(Condition.Answer.PRESENT, ids);
    }

    static Condition answered(Condition.Answer answer, String... ids) {
        return new Condition.Answered(answer, List.of(ids));
    }
}
