package org.afterfusion.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Sends bytes as they are and reads HTTP/1.1 answers, keeping the connection as long as both sides may. */
final class Connection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");

    private final int port;
    private Socket socket;
    private InputStream in;

    Connection(int port) {
        this.port = port;
    }

    /**
     * Sends a request, and once more where the service has meanwhile closed a connection that others have used, as it may.
     *
     * @throws SocketTimeoutException where nothing comes for a long time
     */
    Answer exchange(Request request) throws IOException {
        if (!request.isWellFormed()) {
            close();
        }
        boolean isUsed = socket != null;
        var answer = exchangeOnce(request);
        return isUsed && answer.status() == Answer.CLOSED ? exchangeOnce(request) : answer;
    }

    private Answer exchangeOnce(Request request) throws IOException {
        open();
        try {
            send(request);
            var answer = read(request.isForHead());
            if (!request.isWellFormed() || mustClose(answer)) {
                close();
            }
            return answer;
        } catch (EOFException | SocketException closed) {
            close();
            return new Answer(Answer.CLOSED, "", "");
        }
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    /** What breaks off is followed by the end, or both sides would wait for the other. */
    private void send(Request request) throws IOException {
        try {
            socket.getOutputStream().write(request.bytes());
            if (!request.isWellFormed()) {
                socket.shutdownOutput();
            }
        } catch (SocketException refused) {
            // An answer may have come before all was sent.
        }
    }

    private static boolean mustClose(Answer answer) {
        return answer.status() <= 101
                || header(answer.head(), "connection")
                        .map(value -> value.equalsIgnoreCase("close"))
                        .orElse(false);
    }

    private Answer read(boolean isForHead) throws IOException {
        var heads = new StringBuilder();
        while (true) {
            var line = line();
            var statusLine = STATUS_LINE.matcher(line);
            if (!statusLine.matches()) {
                return new Answer(Answer.NOT_HTTP, heads + line, "");
            }
            int status = Integer.parseInt(statusLine.group(1));
            var head = new StringBuilder(line).append('\n');
            for (var header = line(); !header.isEmpty(); header = line()) {
                head.append(header).append('\n');
            }
            heads.append(head);
            if (status >= 200 || status == 101) {
                boolean isEmpty = isForHead || status == 101 || status == 204 || status == 304;
                return new Answer(status, heads.toString(), isEmpty ? "" : body(head.toString()));
            }
        }
    }

    private String body(String head) throws IOException {
        var length = header(head, "content-length");
        byte[] body;
        if (header(head, "transfer-encoding").isPresent()) {
            body = chunks();
        } else if (length.isPresent()) {
            body = exactly(Integer.parseInt(length.get()));
        } else {
            body = in.readAllBytes();
        }
        var coding = header(head, "content-encoding").orElse("identity");
        var packed = new ByteArrayInputStream(body);
        return new String(
                switch (coding) {
                    case "br" -> unpackedByBrotli(packed);
                    case "gzip" -> new GZIPInputStream(packed).readAllBytes();
                    case "deflate" -> new InflaterInputStream(packed).readAllBytes();
                    case "identity" -> body;
                    default -> throw new IOException("answer in " + coding);
                },
                ISO_8859_1);
    }

    private static byte[] unpackedByBrotli(InputStream packed) throws IOException {
        Brotli4jLoader.ensureAvailability();
        return new BrotliInputStream(packed).readAllBytes();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = chunkLength(); length > 0; length = chunkLength()) {
            body.writeBytes(exactly(length));
            line();
        }
        while (!line().isEmpty()) {}
        return body.toByteArray();
    }

    private int chunkLength() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }

    private static Optional<String> header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
