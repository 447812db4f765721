package org.afterfusion.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of at most eight bytes, with every way in which they may arrive. */
class LinesTest {

    private static final int MAX = 8;

    /** Here "|" is a line feed, "~" a carriage return, "^" a byte order mark and "-" a line that was not kept. */
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "a, 1 a",
        "a|, 1 a",
        "a|b, 1 a/2 b",
        "a||b|, 1 a/2 /3 b",
        "|, '1 '",
        "a~|b~|, 1 a/2 b",
        "a~b|, 1 a~b",
        "a|b~, 1 a/2 b",
        "^a|b, 1 a/2 b",
        "^, '1 '",
        "a|^b, 1 a/2 ^b",
        "12345678|12345678, 1 12345678/2 12345678",
        "^12345678~|a, 1 12345678/2 a",
        "123456789|a, 1 -/2 a",
        "123456789~|a, 1 -/2 a",
        "12345678901|a, 1 -/2 a",
        "1234567890123|a, 1 -/2 a",
        "123456789012345678901234567890|a, 1 -/2 a",
        "a|1234567890123, 1 a/2 -",
        "a|123456789012345678901234567890123456789, 1 a/2 -",
        "^123456789012|a, 1 -/2 a"
    })
    void areSplitHoweverTheyArrive(String stream, String expected) throws IOException {
        var bytes = spelledOut(stream).getBytes(UTF_8);
        for (int piece = 1; piece <= bytes.length + 1; piece++) {
            assertThat(String.join("/", read(new Pieces(bytes, piece))))
                    .as("in pieces of %s", piece)
                    .isEqualTo(spelledOut(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 1", "7, 3", "100, 3"})
    void aLineSaidToBeReadyNeedsNoReading(int piece, int expected) throws IOException {
        var in = new Pieces("a|bc||123456789012345|d|e".replace('|', '\n').getBytes(UTF_8), piece);
        var lines = new Lines(in, MAX);
        int ready = 0;
        for (var line = lines.next(); line != null; ) {
            int taken = in.position;
            boolean isReady = lines.isNextReady();
            line = lines.next();
            if (isReady) {
                ready++;
                assertThat(in.position).isEqualTo(taken);
            }
        }

        assertThat(ready).isEqualTo(expected);
    }

    private static String spelledOut(String text) {
        return text.replace('|', '\n').replace('~', '\r').replace('^', '\uFEFF');
    }

    private static List<String> read(InputStream in) throws IOException {
        var lines = new Lines(in, MAX);
        var read = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            var bytes = line.bytes();
            read.add(line.number() + " " + (bytes == null ? "-" : new String(bytes, UTF_8)));
        }
        assertThat(lines.next()).isNull();
        return read;
    }

    /** Gives at most so many bytes at once. */
    private static final class Pieces extends InputStream {

        private final ByteArrayInputStream bytes;
        private final int piece;
        private int position;

        Pieces(byte[] bytes, int piece) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.piece = piece;
        }

        @Override
        public int read() {
            position++;
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int read = bytes.read(target, offset, Math.min(length, piece));
            position += Math.max(0, read);
            return read;
        }
    }
}
