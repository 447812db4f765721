package org.afterfusion.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.afterfusion.api.problem.Problem;
import org.junit.jupiter.api.Test;

/** What a batch does when answering a line fails, which no report is known to bring about. */
class BatchTest {

    private static final Problem PROBLEM = new Problem("urn:x", "Title", 500, "Detail", List.of(), "Net", List.of());

    private final AtomicInteger answered = new AtomicInteger();
    private final Batch batch = new Batch(
            report -> {
                answered.incrementAndGet();
                if (report.length == 1) {
                    throw new IllegalStateException("length");
                }
                return endless(report);
            },
            thrown -> PROBLEM,
            JsonMapper.builder().build().writerFor(BatchAnswer.class));

    @SuppressWarnings("InfiniteRecursion") // on purpose
    private static TriageResponse endless(byte[] report) {
        return endless(report);
    }

    @Test
    void aFailureOfOursIsTheProblemOfItsLine() throws IOException {
        var out = new ByteArrayOutputStream();

        batch.run(bytes("a\n\nbb\nc"), out, () -> false);

        assertThat(out.toString(UTF_8).lines())
                .map(BatchTest::json)
                .extracting(answer -> answer.get("line").intValue()
                        + answer.get("problem").get("title").textValue())
                .containsExactly("1Title", "3Title", "4Title");
    }

    @Test
    void nothingIsAnsweredToNobody() throws IOException {
        var out = new ByteArrayOutputStream();

        batch.run(bytes("a\n".repeat(100)), out, () -> answered.get() > 20);

        assertThat(answered).hasValueBetween(21, 40);
        assertThat(out.toString(UTF_8).lines()).hasSize(16);
    }

    @Test
    void everythingIsWrittenBeforeReadingOn() throws IOException {
        var flushed = new ByteArrayOutputStream();
        var out = new BufferedOutputStream(flushed, 1_000_000);
        var in = new InputStream() {
            private final Iterator<String> pieces =
                    List.of("a\na\na", "\n", "\n\n", "a").iterator();
            private final Iterator<Integer> writtenBefore =
                    List.of(0, 2, 3, 3, 3).iterator();

            @Override
            public int read() {
                throw new AssertionError("byte by byte");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                assertThat(flushed.toString(UTF_8).lines()).hasSize(writtenBefore.next());
                if (!pieces.hasNext()) {
                    return -1;
                }
                var piece = pieces.next().getBytes(UTF_8);
                System.arraycopy(piece, 0, target, offset, piece.length);
                return piece.length;
            }
        };

        batch.run(in, out, () -> false);

        assertThat(flushed.toString(UTF_8).lines()).hasSize(4);
    }

    @Test
    void aFailureToWriteEndsIt() {
        var broken = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> batch.run(bytes("a\n".repeat(1_000)), broken, () -> false))
                .isInstanceOf(IOException.class);
        assertThat(answered).hasValueLessThanOrEqualTo(16);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static JsonNode json(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
