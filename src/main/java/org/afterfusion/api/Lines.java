package org.afterfusion.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines in one buffer of fixed size, however long the stream or a line of it is. Lines end with LF or
 * CR LF, the last one also with the stream; a byte order mark at the start is skipped.
 */
final class Lines {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** One line without its end, numbered from 1; {@code null} bytes: it was longer than allowed and not kept. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(long number, byte @Nullable [] bytes) {

        boolean isBlank() {
            if (bytes == null) {
                return false;
            }
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    private final InputStream in;
    private final int maxLength;
    private final byte[] buffer;
    private int start;
    private int end;
    private long number;
    private boolean ended;

    /** Makes a reader of lines with at most so many bytes. */
    Lines(InputStream in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
        buffer = new byte[maxLength + BYTE_ORDER_MARK.length + 2];
    }

    /** Whether {@link #next} answers without waiting for the stream. */
    boolean isNextReady() {
        return lineFeed() >= 0;
    }

    /** Returns the next line, {@code null} at the end; waits for the stream if need be. */
    @Nullable
    Line next() throws IOException {
        boolean cut = false;
        int lineFeed = lineFeed();
        while (lineFeed < 0 && fill()) {
            lineFeed = lineFeed();
            if (lineFeed < 0 && end == buffer.length) {
                cut = true;
                start = end;
            }
        }
        if (lineFeed < 0 && start == end && !cut) {
            return null;
        }
        number++;
        int stop = lineFeed < 0 ? end : lineFeed;
        var line = new Line(number, cut ? null : bytes(stop));
        start = lineFeed < 0 ? end : lineFeed + 1;
        return line;
    }

    private byte @Nullable [] bytes(int stop) {
        int from = number == 1 && startsWithMark(stop) ? start + BYTE_ORDER_MARK.length : start;
        int to = stop > from && buffer[stop - 1] == '\r' ? stop - 1 : stop;
        return to - from > maxLength ? null : Arrays.copyOfRange(buffer, from, to);
    }

    private boolean startsWithMark(int stop) {
        return stop - start >= BYTE_ORDER_MARK.length
                && Arrays.equals(
                        buffer, start, start + BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private int lineFeed() {
        for (int i = start; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads on behind what is there; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            ended = true;
            return false;
        }
        end += read;
        return true;
    }
}
