package org.afterfusion.api;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.afterfusion.api.Lines.Line;
import org.afterfusion.api.problem.Problem;
import org.afterfusion.api.problem.ProblemException;
import org.afterfusion.api.problem.ProblemType;

/**
 * Answers reports line by line. Nothing is read before the answers to what was read are written, so a client that does not read
 * is not read from, and memory does not grow with the batch.
 *
 * @param triage answers one report or throws
 * @param problem words what was thrown
 * @param writer writes an answer as JSON on one line
 */
record Batch(Function<byte[], TriageResponse> triage, Function<Throwable, Problem> problem, ObjectWriter writer) {

    /** Lines worked on at a time, on all processors; only lines that are there already, so that a lone one need not wait. */
    private static final int WINDOW = 16;

    /**
     * Writes an answer for every line that is not blank, in order, and lets it go before it waits for the next.
     *
     * @param gone whether nobody waits for the answers any more; then this returns without them
     * @throws IOException when reading or writing fails
     */
    void run(InputStream in, OutputStream out, BooleanSupplier gone) throws IOException {
        var lines = new Lines(in, ReportReader.MAX_BYTES);
        for (var window = window(lines); !window.isEmpty(); window = window(lines)) {
            var answers = window.parallelStream()
                    .filter(line -> !line.isBlank() && !gone.getAsBoolean())
                    .map(this::answer)
                    .toList();
            if (gone.getAsBoolean()) {
                return;
            }
            for (var answer : answers) {
                out.write(answer);
                out.write('\n');
            }
            if (!lines.isNextReady()) {
                out.flush();
            }
        }
    }

    private static List<Line> window(Lines lines) throws IOException {
        var window = new ArrayList<Line>(WINDOW);
        do {
            var line = lines.next();
            if (line == null) {
                break;
            }
            window.add(line);
        } while (window.size() < WINDOW && lines.isNextReady());
        return window;
    }

    private byte[] answer(Line line) {
        try {
            if (line.bytes() == null) {
                throw new ProblemException(ProblemType.TOO_LARGE);
            }
            return json(new BatchAnswer(line.number(), triage.apply(line.bytes()), null));
        } catch (Exception | StackOverflowError thrown) {
            return json(new BatchAnswer(line.number(), null, problem.apply(thrown)));
        }
    }

    private byte[] json(BatchAnswer answer) {
        try {
            return writer.writeValueAsBytes(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
