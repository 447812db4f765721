package org.afterfusion.api.json;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.PooledByteBufAllocator;
import io.quarkus.vertx.utils.NoBoundChecksBuffer;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;

/** Turns answers into JSON right where the connection sends it from, so that it need not be copied there. */
public final class SentJson {

    /** Nine in ten answers fit; for others it grows. */
    private static final int USUAL_BYTES = 40 * 1024;

    private SentJson() {}

    /** Returns the JSON of an answer; whoever sends it gives the memory back. */
    public static Buffer of(Object answer, ObjectWriter writer) throws IOException {
        var memory = PooledByteBufAllocator.DEFAULT.directBuffer(USUAL_BYTES);
        try (OutputStream out = new ByteBufOutputStream(memory)) {
            writer.writeValue(out, answer);
            // Other buffers would keep the memory after sending.
            return new NoBoundChecksBuffer(memory);
        } catch (IOException | RuntimeException e) {
            memory.release();
            throw e;
        }
    }
}
