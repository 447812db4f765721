package org.afterfusion.api;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.afterfusion.api.http.AccessNotes;
import org.afterfusion.api.problem.Problem;
import org.afterfusion.triage.Urgency;
import org.afterfusion.triage.Words;

/** Counts the lines of one batch while they are answered, for the metrics and the access log. */
final class BatchTally implements AccessNotes {

    private final TriageMeters meters;
    private final AtomicLongArray levels = new AtomicLongArray(Urgency.values().length);
    private final LongAdder faulty = new LongAdder();

    BatchTally(TriageMeters meters) {
        this.meters = meters;
    }

    TriageResponse answered(TriageResponse answer) {
        levels.incrementAndGet(answer.urgency().rank() - 1);
        meters.lineAnswered();
        return answer;
    }

    Problem refused(Problem problem) {
        faulty.increment();
        meters.lineRefused(problem.status());
        return problem;
    }

    @Override
    public void forEach(BiConsumer<String, String> line) {
        long answered = 0;
        for (int i = 0; i < levels.length(); i++) {
            answered += levels.get(i);
        }
        line.accept("lines", Long.toString(answered + faulty.sum()));
        line.accept("faultyLines", faulty.toString());
        for (var level : Urgency.values()) {
            line.accept(Words.of(level), Long.toString(levels.get(level.rank() - 1)));
        }
    }
}
