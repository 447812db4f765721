package org.afterfusion.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.evaluation.CaseBank.Encoding;
import org.afterfusion.evaluation.Evaluation.Tally;
import org.afterfusion.evaluation.Evaluation.Trial;
import org.afterfusion.evaluation.Outcome.Ranked;
import org.afterfusion.testing.Reports;
import org.afterfusion.triage.Evidence;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Method;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Words;

/**
 * Asks whether the figures rest on numbers fitted to the cases.
 *
 * <ul>
 *   <li><b>Leave one group out:</b> the numbers of the method are chosen anew, from a grid, on all groups of diagnoses but one, and
 *       tried on the group left out. When that comes out as good as the shipped numbers, these were not fitted.
 *   <li><b>Other judges:</b> every frequency is moved at random, as if somebody else had judged it. The figure given is the one
 *       that 19 of 20 such draws reach; when it is close, no figure hangs on single sizes.
 * </ul>
 *
 * The draws are seeded, so that the figures are those of the knowledge and nothing else.
 */
final class OverfittingGuards {

    private static final List<Double> PRIOR_EXPONENTS = List.of(0.5, 0.6, 0.75);
    private static final List<Double> CLUSTER_EXPONENTS = List.of(0.3, 0.5, 0.7);
    private static final List<Double> ABSENT_EXPONENTS = List.of(0.3, 0.5, 0.7);
    private static final List<Double> EVIDENCE_LIMITS = List.of(100.0, 300.0, 1000.0);

    private static final int DRAWS = 60;
    private static final int ONE_IN_TWENTY = DRAWS / 20;

    /** Standard deviation of the change of the log-odds: two draws in three stay within a factor of 1.6. */
    private static final double SPREAD = 0.5;

    private final KnowledgeBase knowledge;
    private final List<PublishedCase> cases;

    OverfittingGuards(KnowledgeBase knowledge, List<PublishedCase> cases) {
        this.knowledge = knowledge;
        this.cases = cases;
    }

    List<Trial> trials(List<Encoding> encodings) {
        var leftOut = new LinkedHashMap<String, Tally>();
        var otherJudges = new LinkedHashMap<String, Tally>();
        for (var encoding : encodings) {
            leftOut.put(encoding.id(), leaveOneGroupOut(encoding));
            otherJudges.put(encoding.id(), otherJudges(encoding));
        }
        return List.of(
                new Trial(
                        knowledge.version(),
                        words(
                                "The numbers of the method were chosen anew without the group they are tried on.",
                                "Los números del método se eligieron otra vez sin el grupo en que se prueban."),
                        words(
                                "Figures close to those above show that the numbers of the method were not fitted to these cases.",
                                "Si las cifras se parecen a las de arriba, los números del método no se ajustaron a estos casos."),
                        leftOut),
                new Trial(
                        knowledge.version(),
                        words(
                                "Every frequency was moved at random, as if somebody else had judged it.",
                                "Cada frecuencia se movió al azar, como si otra persona la hubiera estimado."),
                        words(
                                "Each figure is the one that 19 of 20 draws reach. Close figures show that none hangs on single sizes.",
                                "Cada cifra es la que alcanzan 19 de 20 sorteos. Si se parecen, ninguna depende de un solo número."),
                        otherJudges));
    }

    /** In the order of the languages, so that the stored figures are the same bytes each time. */
    private static Map<String, String> words(String english, String spanish) {
        return new TreeMap<>(Map.of("en", english, "es", spanish));
    }

    Tally leaveOneGroupOut(Encoding encoding) {
        var candidates = candidates()
                .map(method -> run(with(knowledge, "method", method), encoding))
                .toList();
        var heldOut = new ArrayList<Outcome>();
        for (var group : cases.stream().map(PublishedCase::group).distinct().toList()) {
            var best = candidates.stream()
                    .max(Comparator.comparingInt(outcomes -> points(except(outcomes, group))))
                    .orElseThrow();
            best.stream()
                    .filter(outcome -> outcome.story().group().equals(group))
                    .forEach(heldOut::add);
        }
        return new Measures(heldOut).tally();
    }

    private Stream<Method> candidates() {
        var shipped = knowledge.method();
        return PRIOR_EXPONENTS.stream().flatMap(prior -> CLUSTER_EXPONENTS.stream()
                .flatMap(cluster -> ABSENT_EXPONENTS.stream().flatMap(absent -> EVIDENCE_LIMITS.stream()
                        .map(limit -> with(
                                with(
                                        with(with(shipped, "priorExponent", prior), "clusterExponent", cluster),
                                        "absentExponent",
                                        absent),
                                "evidenceLimit",
                                limit)))));
    }

    private static List<Outcome> except(List<Outcome> outcomes, String group) {
        return outcomes.stream()
                .filter(outcome -> !outcome.story().group().equals(group))
                .toList();
    }

    private static int points(List<Outcome> outcomes) {
        var tally = new Measures(outcomes).tally();
        return tally.acceptable() + tally.causeFirst() + tally.causeInTop3();
    }

    Tally otherJudges(Encoding encoding) {
        var random = new SplittableRandom(20261122);
        var tallies = IntStream.range(0, DRAWS)
                .mapToObj(draw -> new Measures(run(judgedAnew(random.split()), encoding)).tally())
                .toList();
        return new Tally(
                cases.size(),
                tallies.get(0).emergencies(),
                reached(tallies, Tally::emergenciesCaught),
                -reached(tallies, tally -> -tally.under()),
                -reached(tallies, tally -> -tally.over()),
                reached(tallies, Tally::exact),
                reached(tallies, Tally::acceptable),
                reached(tallies, Tally::causeFirst),
                reached(tallies, Tally::causeInTop3));
    }

    private static int reached(List<Tally> tallies, ToIntFunction<Tally> figure) {
        return tallies.stream()
                .mapToInt(figure)
                .sorted()
                .skip(ONE_IN_TWENTY)
                .findFirst()
                .orElseThrow();
    }

    private KnowledgeBase judgedAnew(SplittableRandom random) {
        return with(
                knowledge,
                "findings",
                knowledge.findings().stream()
                        .map(finding -> with(
                                finding,
                                "evidence",
                                finding.evidence().stream()
                                        .map(evidence -> judgedAnew(evidence, random))
                                        .toList()))
                        .toList());
    }

    private static Evidence judgedAnew(Evidence evidence, SplittableRandom random) {
        return with(
                evidence,
                "causes",
                evidence.causes().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> moved(entry.getValue(), random),
                                (one, other) -> one,
                                LinkedHashMap::new)));
    }

    private static double moved(double frequency, SplittableRandom random) {
        double odds = frequency / (1 - frequency) * Math.exp(SPREAD * random.nextGaussian());
        return odds / (1 + odds);
    }

    private List<Outcome> run(KnowledgeBase changed, Encoding encoding) {
        var engine = new TriageEngine(changed);
        return cases.stream()
                .filter(story -> encoding.reports().containsKey(story.id()))
                .map(story -> outcome(story, engine, encoding))
                .toList();
    }

    private static Outcome outcome(PublishedCase story, TriageEngine engine, Encoding encoding) {
        var triage = engine.triage(
                Reports.read(Objects.requireNonNull(encoding.reports().get(story.id()))));
        return new Outcome(
                story,
                Words.of(triage.status()),
                triage.urgency(),
                triage.causes().stream()
                        .map(ranked -> new Ranked(ranked.cause().id(), ranked.share(), Words.of(ranked.band())))
                        .toList(),
                triage.mustExclude().stream().map(ranked -> ranked.cause().id()).toList());
    }

    /** Returns a copy of a record with one component changed. */
    private static <R extends Record> R with(R record, String component, Object value) {
        var components = record.getClass().getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getName().equals(component)
                        ? value
                        : components[i].getAccessor().invoke(record);
            }
            @SuppressWarnings("unchecked")
            var copy = (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component + " of " + record.getClass(), e);
        }
    }
}
