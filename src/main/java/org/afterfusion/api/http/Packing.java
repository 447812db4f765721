package org.afterfusion.api.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** The ways to pack an answer, the one that packs closest first. */
enum Packing {
    /** Needs a native library that not every platform has. */
    BROTLI("br", Brotli4jLoader.isAvailable()) {
        @Override
        byte[] pack(byte[] bytes) throws IOException {
            return Encoder.compress(bytes, Encoder.Parameters.create(QUALITY));
        }
    },
    GZIP("gzip", true) {
        @Override
        byte[] pack(byte[] bytes) throws IOException {
            var packed = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(packed)) {
                zip.write(bytes);
            }
            return packed.toByteArray();
        }
    };

    /** Of 11. Those above pack a tenth closer and take ten times as long, while other requests wait. */
    private static final int QUALITY = 9;

    private final String encoding;
    private final boolean available;

    Packing(String encoding, boolean available) {
        this.encoding = encoding;
        this.available = available;
    }

    /** Returns its name in {@code Accept-Encoding} and {@code Content-Encoding}. */
    String encoding() {
        return encoding;
    }

    /** Returns whether this platform can do it. */
    boolean isAvailable() {
        return available;
    }

    abstract byte[] pack(byte[] bytes) throws IOException;
}
