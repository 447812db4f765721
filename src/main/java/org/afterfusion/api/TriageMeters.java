package org.afterfusion.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.afterfusion.interview.Interview;
import org.afterfusion.interview.Interview.Because;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Triage;
import org.afterfusion.triage.Triage.Status;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Urgency;
import org.afterfusion.triage.Words;

/**
 * Counts what is answered: outcomes and rules, nothing that a report says. Every series is there from the start, so that a count of
 * none is seen as such and a triage pays for no look-up by name.
 */
@Singleton
@Startup
final class TriageMeters {

    /** Where the report came from. */
    enum Source {
        SINGLE,
        BATCH,
        /** Only the triage that an interview ends with: those on the way are of reports half told. */
        INTERVIEW
    }

    private static final Duration[] BOUNDARIES = LongStream.of(
                    50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 100_000)
            .mapToObj(micros -> Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros)))
            .toArray(Duration[]::new);

    private static final int OWN_FAULT = 500;

    private final Map<Source, Map<Urgency, Map<Status, Counter>>> triages = new EnumMap<>(Source.class);
    private final Map<String, Counter> rules = new HashMap<>();
    private final Map<Because, Counter> interviews = new EnumMap<>(Because.class);
    private final Timer duration;
    private final Counter linesAnswered;
    private final Counter linesRefused;
    private final Counter linesFailed;

    TriageMeters(MeterRegistry registry, TriageEngine engine) {
        var knowledge = engine.knowledge();
        for (var source : Source.values()) {
            triages.put(source, outcomes(source, knowledge, registry));
        }
        for (RedFlag rule : knowledge.redFlags()) {
            rules.put(
                    rule.id(),
                    Counter.builder("afterfusion.rules.fired")
                            .description("Triages in which the red flag held")
                            .tag("rule", rule.id())
                            .register(registry));
        }
        for (var because : Because.values()) {
            interviews.put(
                    because,
                    Counter.builder("afterfusion.interviews")
                            .description("Answers of the interview, by why it goes on or stops")
                            .tag("because", Words.of(because))
                            .register(registry));
        }
        duration = Timer.builder("afterfusion.triage.duration")
                .description("Time to read, triage and word one report")
                .serviceLevelObjectives(BOUNDARIES)
                .register(registry);
        linesAnswered = lines("answered", registry);
        linesRefused = lines("refused", registry);
        linesFailed = lines("failed", registry);
        Gauge.builder("afterfusion.knowledge.info", () -> 1)
                .description("The knowledge in service")
                .tag("version", knowledge.version())
                .tag("digest", knowledge.digest())
                .register(registry);
    }

    /** @param nanos from the first byte read to the last word found */
    void answered(Triage triage, Source source, long nanos) {
        duration.record(nanos, TimeUnit.NANOSECONDS);
        count(triage, source);
    }

    void interviewed(Interview interview) {
        Objects.requireNonNull(interviews.get(interview.because())).increment();
        if (interview.isDone()) {
            count(interview.triage(), Source.INTERVIEW);
        }
    }

    void lineAnswered() {
        linesAnswered.increment();
    }

    void lineRefused(int status) {
        (status < OWN_FAULT ? linesRefused : linesFailed).increment();
    }

    private void count(Triage triage, Source source) {
        counter(source, triage.urgency(), triage.status()).increment();
        for (var rule : triage.rulesFired()) {
            Objects.requireNonNull(rules.get(rule)).increment();
        }
    }

    private Counter counter(Source source, Urgency level, Status status) {
        var byLevel = Objects.requireNonNull(triages.get(source));
        return Objects.requireNonNull(Objects.requireNonNull(byLevel.get(level)).get(status));
    }

    private static Map<Urgency, Map<Status, Counter>> outcomes(
            Source source, KnowledgeBase knowledge, MeterRegistry registry) {
        var outcomes = new EnumMap<Urgency, Map<Status, Counter>>(Urgency.class);
        for (var level : Urgency.values()) {
            var byStatus = new EnumMap<Status, Counter>(Status.class);
            for (var status : Status.values()) {
                byStatus.put(
                        status,
                        Counter.builder("afterfusion.triages")
                                .description("Reports triaged")
                                .tag("level", Words.of(level))
                                .tag("status", Words.of(status))
                                .tag("source", Words.of(source))
                                .tag("knowledge", knowledge.version())
                                .register(registry));
            }
            outcomes.put(level, byStatus);
        }
        return outcomes;
    }

    private static Counter lines(String outcome, MeterRegistry registry) {
        return Counter.builder("afterfusion.batch.lines")
                .description("Lines of batches, by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }
}
