package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches over HTTP with the shipped knowledge: what they answer, and how they stream. */
@QuarkusTest
@Timeout(60)
class BatchResourceTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final int KIBIBYTE = 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private static final String REPORT = /* language=JSON */ """
            {"surgery":{"daysAgo":5},"findings":[{"id":"shooting-electric","presence":"present"}]}""";
    private static final String EMERGENCY = /* language=JSON */ """
            {"surgery":{"daysAgo":9},"findings":[{"id":"saddle-numbness","presence":"present"},{"id":"cannot-pass-urine","presence":"present"}]}""";
    private static final String WRONG = /* language=JSON */ """
            {"surgery":{"daysAgo":-1},"findings":[{"id":"sadle-numbness","presence":"present"},{"id":"new-leg-weakness","presence":"present"}]}""";

    @TestHTTPResource
    URL address;

    // What it answers

    @ParameterizedTest
    @CsvSource({"en", "es"})
    void everyLineIsAnsweredAsByItself(String language) {
        var reports = List.of(REPORT, WRONG, EMERGENCY, "{", "[]", "null", "{} {}", "\u00e9".repeat(40_000), REPORT);

        var answers = lines(post(String.join("\n", reports), language));

        assertThat(answers).hasSize(reports.size());
        for (int i = 0; i < reports.size(); i++) {
            var alone = single(reports.get(i), language);
            var name = alone.statusCode() == 200 ? "triage" : "problem";
            assertThat(answers.get(i)).isEqualTo("{\"line\":%d,\"%s\":%s}".formatted(i + 1, name, alone.asString()));
        }
    }

    @Test
    void aRejectedReportStillShowsWhatIsWorrying() throws IOException {
        var problem = JSON.readTree(post(WRONG, "en").asString()).get("problem");

        assertThat(problem.get("status").intValue()).isEqualTo(400);
        assertThat(problem.get("redFlagsSeen").toString()).isEqualTo("[\"new-leg-weakness\"]");
        assertThat(problem.get("safetyNet").textValue()).isNotBlank();
    }

    @Test
    void theHeadersSayWhatItIs() {
        var answer = post(REPORT, "es;q=0.9, fr");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(NDJSON);
        assertThat(answer.header("Content-Language")).isEqualTo("es");
        assertThat(answer.header("Vary")).containsIgnoringCase("Accept-Language");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Accel-Buffering")).isEqualTo("no");
    }

    @Test
    void nothingIsAnsweredWithNothing() {
        for (var empty : List.of("", "\n", "\uFEFF", " \r\n\t\n\n")) {
            var answer = post(empty, "en");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith(NDJSON);
            assertThat(answer.asByteArray()).isEmpty();
        }
    }

    @Test
    void blankLinesCountAndLinesMayEndAsOnWindows() {
        assertThat(numbers(post("\uFEFF" + REPORT + "\r\n\r\n \t\n" + EMERGENCY + "\r\n{\r\n" + REPORT, "en")))
                .containsExactly("1 triage", "4 triage", "5 problem", "6 triage");
    }

    @Test
    void aLineOf64KibibytesIsTheLongest() {
        var longest = REPORT + " ".repeat(64 * KIBIBYTE - REPORT.length());

        var answers = lines(post(longest + "\n" + longest + " \n" + longest + "\r\n" + REPORT, "en"));

        assertThat(answers.get(0)).startsWith("{\"line\":1,\"triage\":");
        assertThat(answers.get(1))
                .isEqualTo("{\"line\":2,\"problem\":%s}"
                        .formatted(single(longest + " ", "en").asString()))
                .contains("\"status\":413");
        assertThat(answers.get(2)).startsWith("{\"line\":3,\"triage\":");
        assertThat(answers.get(3)).startsWith("{\"line\":4,\"triage\":");
        assertThat(answers).hasSize(4);
    }

    @Test
    void aHugeLineIsSkipped() {
        var huge = "{\"surgery\":\"" + "x".repeat(5 * KIBIBYTE * KIBIBYTE);

        assertThat(numbers(post(REPORT + "\n" + huge + "\n" + EMERGENCY + "\n" + huge, "en")))
                .containsExactly("1 triage", "2 problem", "3 triage", "4 problem");
    }

    @Test
    void aLineThatIsNotUtf8IsRefused() throws IOException {
        var body = new ByteArrayOutputStream();
        body.write((REPORT + "\n").getBytes(UTF_8));
        body.write(REPORT.replace("shooting", "sh\u00f6oting").getBytes(ISO_8859_1));
        body.write(("\n" + REPORT).getBytes(UTF_8));

        var answers = lines(post(body.toByteArray(), "en"));

        assertThat(answers).hasSize(3);
        assertThat(answers.get(1)).contains("\"status\":400").contains("not-json");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/x-ndjson, 415",
        "text/plain, application/x-ndjson, 415",
        "application/x-ndjson, application/json, 406",
        "application/x-ndjson, text/html, 406"
    })
    void anythingElseIsRefused(String contentType, String accept, int status) {
        var answer = given().config(asGiven())
                .contentType(contentType)
                .accept(accept)
                .body(REPORT.getBytes(UTF_8))
                .post(BatchResource.PATH);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("detail")).contains(NDJSON);
    }

    @Test
    void twentyThousandLinesAreAnsweredInOrder() {
        var bad = "{\"surgery\":{\"daysAgo\":%d},\"findings\":[]}";
        var body = IntStream.rangeClosed(1, 20_000)
                .mapToObj(line -> line % 100 == 0 ? REPORT : bad.formatted(line))
                .collect(Collectors.joining("\n"));

        var numbers = numbers(post(body, "en"));

        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, 20_000)
                        .mapToObj(line -> line + (line % 100 == 0 ? " triage" : " problem"))
                        .toList());
    }

    // How it streams

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void everyLineIsAnsweredBeforeTheNextIsSent(boolean chunked) throws IOException {
        try (var client = new Client(chunked ? "Transfer-Encoding: chunked" : "Content-Length: 300000")) {
            for (int line = 1; line <= 5; line++) {
                client.send((line == 3 ? WRONG : REPORT) + "\n", chunked);

                assertThat(client.nextLine()).startsWith("{\"line\":%d,".formatted(line));
            }
        }
    }

    @Test
    void aClientThatGoesAwayIsForgotten() throws Exception {
        try (var log = new ErrorLog()) {
            for (int i = 0; i < 3; i++) {
                var client = new Client("Transfer-Encoding: chunked");
                client.send((REPORT + "\n").repeat(2_000), true);
                client.nextLine();
                if (i == 1) {
                    client.socket.setSoLinger(true, 0);
                }
                assertThat(workers()).isPositive();
                client.close();
                await(() -> workers() == 0);
            }

            assertThat(log.records).isEmpty();
        }
    }

    @Test
    void aClientThatGoesAwayWhileItIsWaitedForIsForgotten() throws Exception {
        try (var log = new ErrorLog()) {
            var client = new Client("Transfer-Encoding: chunked");
            client.send(REPORT + "\n" + REPORT, true);
            client.nextLine();
            assertThat(workers()).isEqualTo(1);
            client.close();

            await(() -> workers() == 0);
            assertThat(log.records).isEmpty();
        }
    }

    @Test
    void aClientThatDoesNotReadIsNotReadFrom() throws Exception {
        var chunk = chunk((REPORT + " ".repeat(KIBIBYTE) + "\n").repeat(50).getBytes(UTF_8));
        try (var channel = SocketChannel.open()) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 16 * KIBIBYTE);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, 16 * KIBIBYTE);
            channel.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            channel.write(ByteBuffer.wrap(head("Transfer-Encoding: chunked")));
            channel.configureBlocking(false);
            long accepted = 0;
            int chunks = 0;
            var pending = ByteBuffer.wrap(chunk);
            for (long quiet = System.nanoTime(); System.nanoTime() - quiet < TimeUnit.SECONDS.toNanos(2); ) {
                int written = channel.write(pending);
                if (written > 0) {
                    quiet = System.nanoTime();
                    accepted += written;
                } else {
                    Thread.sleep(10);
                }
                if (!pending.hasRemaining()) {
                    pending.rewind();
                    chunks++;
                }
            }
            assertThat(accepted).as("bytes taken from it").isLessThan(16L * KIBIBYTE * KIBIBYTE);
            assertThat(single(EMERGENCY, "en").statusCode()).isEqualTo(200);
            assertThat(numbers(post(REPORT, "en"))).containsExactly("1 triage");

            channel.configureBlocking(true);
            var rest = pending;
            var sender = CompletableFuture.runAsync(() -> finish(channel, rest));
            var lines = new Client(channel.socket());
            int expected = (chunks + (rest.position() > 0 ? 1 : 0)) * 50;
            for (int line = 1; line <= expected; line++) {
                assertThat(lines.nextLine()).startsWith("{\"line\":%d,\"triage\":".formatted(line));
            }
            assertThat(lines.nextLine()).isNull();
            sender.get(10, TimeUnit.SECONDS);
        }
    }

    private static void finish(SocketChannel channel, ByteBuffer rest) {
        try {
            if (rest.position() > 0) {
                channel.write(rest);
            }
            channel.write(ByteBuffer.wrap("0\r\n\r\n".getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void batchesAndSingleReportsAreAnsweredMeanwhile() throws Exception {
        var body = Stream.generate(() -> REPORT).limit(300).collect(Collectors.joining("\n"));
        var batches = Stream.generate(() -> CompletableFuture.supplyAsync(() -> numbers(post(body, "en"))))
                .limit(2)
                .toList();
        int singles = 0;
        while (batches.stream().anyMatch(batch -> !batch.isDone())) {
            assertThat(single(EMERGENCY, "en").statusCode()).isEqualTo(200);
            singles++;
        }

        assertThat(singles).isPositive();
        for (var batch : batches) {
            assertThat(batch.get()).hasSize(300).allMatch(line -> line.endsWith("triage"));
        }
    }

    // Means

    private static Response post(String body, String language) {
        return post(body.getBytes(UTF_8), language);
    }

    private static Response post(byte[] body, String language) {
        return given().config(asGiven())
                .contentType(NDJSON)
                .accept(NDJSON)
                .header("Accept-Language", language)
                .body(body)
                .post(BatchResource.PATH);
    }

    private static Response single(String body, String language) {
        return given().config(asGiven())
                .contentType("application/json")
                .header("Accept-Language", language)
                .body(body.getBytes(UTF_8))
                .post("/v1/triage");
    }

    private static RestAssuredConfig asGiven() {
        return RestAssuredConfig.config()
                .encoderConfig(
                        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    private static List<String> lines(Response answer) {
        var text = new String(answer.asByteArray(), UTF_8);
        assertThat(text).endsWith("}\n");
        return text.lines().toList();
    }

    private static List<String> numbers(Response answer) {
        return lines(answer).stream()
                .map(BatchResourceTest::json)
                .peek(line -> assertThat(line.size()).isEqualTo(2))
                .map(line ->
                        line.get("line") + (line.has("triage") ? " triage" : line.has("problem") ? " problem" : ""))
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    /** How many threads are at work on a batch; the service runs in this process. */
    private static long workers() {
        return Thread.getAllStackTraces().values().stream()
                .filter(trace -> Stream.of(trace)
                        .anyMatch(frame -> frame.getClassName().equals("org.afterfusion.api.BatchResource")))
                .count();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).as("waited").isLessThan(TimeUnit.SECONDS.toNanos(3));
            Thread.sleep(20);
        }
    }

    private static byte[] head(String framing) {
        return ("POST " + BatchResource.PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + NDJSON + "\r\n"
                        + framing + "\r\n\r\n")
                .getBytes(UTF_8);
    }

    private static byte[] chunk(byte[] bytes) {
        var chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        chunk.writeBytes(bytes);
        chunk.writeBytes("\r\n".getBytes(UTF_8));
        return chunk.toByteArray();
    }

    /** Reads answer lines while it sends, as no client library does. */
    private final class Client implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;
        private final StringBuilder line = new StringBuilder();
        private int chunkLeft;

        Client(String framing) throws IOException {
            this(new Socket(address.getHost(), address.getPort()));
            socket.getOutputStream().write(head(framing));
        }

        Client(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(10_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        }

        void send(String text, boolean chunked) throws IOException {
            var bytes = text.getBytes(UTF_8);
            socket.getOutputStream().write(chunked ? chunk(bytes) : bytes);
        }

        /** Returns the next line of the chunked answer, {@code null} behind its last chunk. */
        String nextLine() throws IOException {
            line.setLength(0);
            while (true) {
                if (chunkLeft == 0) {
                    chunkLeft = nextChunk();
                    if (chunkLeft == 0) {
                        return null;
                    }
                }
                int next = in.read();
                chunkLeft--;
                if (next == '\n') {
                    return line.toString();
                }
                line.append((char) next);
            }
        }

        private int nextChunk() throws IOException {
            var size = in.readLine();
            while (size.isEmpty() || size.contains(":") || size.startsWith("HTTP/")) {
                size = in.readLine();
            }
            return Integer.parseInt(size, 16);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static final class ErrorLog extends Handler implements AutoCloseable {

        private final ConcurrentLinkedQueue<String> records = new ConcurrentLinkedQueue<>();

        ErrorLog() {
            Logger.getLogger("").addHandler(this);
        }

        @Override
        public void publish(LogRecord logged) {
            if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
                records.add(logged.getLevel() + " " + logged.getLoggerName() + " " + logged.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            Logger.getLogger("").removeHandler(this);
        }
    }
}
