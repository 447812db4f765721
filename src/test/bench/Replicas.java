import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** What happens to requests when one of two replicas behind the proxy dies, comes back, and stops in good order. */
public final class Replicas implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final int REPORTS = 200;
    private static final int ANSWERS_A_PHASE = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SIGTERM_EXIT = 143;

    private static final Path OUT = Path.of("target", "replicas");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Process> started = new ArrayList<>();
    private final Map<String, AtomicInteger> answersBy = new ConcurrentHashMap<>();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean loading = true;

    /** @param begun in {@link System#nanoTime()} */
    private record Failure(int report, long begun, String what) {}

    public static void main(String[] args) throws Exception {
        Files.createDirectories(OUT);
        try (var replicas = new Replicas()) {
            replicas.run();
        }
    }

    private void run() throws Exception {
        int portA = freePort();
        int portB = freePort();
        int portOfProxy = freePort();
        startService("a", portA);
        var b = startService("b", portB);
        await("both are ready", () -> ready(portA) == 200 && ready(portB) == 200);
        startProxy(portOfProxy, portA, portB);
        await("the proxy has found both", () -> answers(portOfProxy));

        var expected = new ArrayList<String>();
        for (int report = 0; report < REPORTS; report++) {
            expected.add(ask(portA, report).body());
        }
        var clients = new ArrayList<Thread>();
        for (int client = 0; client < CLIENTS; client++) {
            var thread = new Thread(() -> load(portOfProxy, expected));
            thread.start();
            clients.add(thread);
        }

        phase("both serve", List.of("a", "b"));

        long killed = System.nanoTime();
        b.destroyForcibly().waitFor();
        answersBy.clear();
        phase("b is killed, a serves", List.of("a"));
        check(failures.size() <= CLIENTS, "more requests failed than were under way");
        for (var failure : failures) {
            check(failure.begun() < killed, "a request failed that began after the kill: " + failure.what());
            check(
                    expected.get(failure.report())
                            .equals(ask(portOfProxy, failure.report()).body()),
                    "a retry failed");
        }
        System.out.printf("ok  %d requests failed with b, each answered when sent again%n", failures.size());
        failures.clear();

        var restarted = startService("b", portB);
        await("b is ready again", () -> ready(portB) == 200);
        phase("b is back, both serve", List.of("a", "b"));
        check(failures.isEmpty(), "requests failed while b came back: " + failures);

        stopInGoodOrder(restarted, portB, expected);
        phase("b has stopped, a serves", List.of("a"));
        check(failures.isEmpty(), "requests failed while b stopped: " + failures);

        loading = false;
        for (var client : clients) {
            client.join();
        }
        check(failures.isEmpty(), "requests failed at the end: " + failures);
    }

    /** A report and a batch are half sent when the service is asked to stop, and the other half when it only waits for them. */
    private void stopInGoodOrder(Process service, int port, List<String> expected) throws Exception {
        var report = report(0);
        int half = report.length() / 2;
        var single = open(port, "/v1/triage", "application/json");
        single.setFixedLengthStreamingMode(report.length());
        send(single, report.substring(0, half));
        var batch = open(port, "/v1/triage/batch", "application/x-ndjson");
        batch.setChunkedStreamingMode(0);
        send(batch, report(1) + "\n");

        service.destroy();
        await("b says that it is not ready", () -> ready(port) == 503);
        check(answers(port), "b serves on while the proxy turns away");
        await("b closes connections", () -> closes(port));

        send(single, report.substring(half));
        check(read(single).equals(expected.get(0)), "the report under way gets its answer");
        send(batch, report(2) + "\n");
        batch.getOutputStream().close();
        check(read(batch).lines().filter(line -> line.contains("\"triage\":")).count() == 2, "so does the batch");
        check(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "b ends");
        check(service.exitValue() == SIGTERM_EXIT, "b ends as asked, not with " + service.exitValue());
        System.out.println("ok  b was not ready first, served on, finished what was under way and ended");
    }

    private void load(int port, List<String> expected) {
        while (loading) {
            int report = next.getAndIncrement() % REPORTS;
            long begun = System.nanoTime();
            try {
                var answer = ask(port, report);
                if (answer.statusCode() != 200) {
                    failures.add(new Failure(report, begun, "status " + answer.statusCode()));
                } else if (!answer.body().equals(expected.get(report))) {
                    failures.add(new Failure(report, begun, "another answer"));
                } else {
                    var replica = answer.headers().firstValue("Replica").orElseThrow();
                    answersBy
                            .computeIfAbsent(replica, any -> new AtomicInteger())
                            .incrementAndGet();
                }
            } catch (IOException e) {
                failures.add(new Failure(report, begun, e.toString()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Waits until each of the replicas has answered its part of a phase. */
    private void phase(String name, List<String> replicas) throws InterruptedException {
        answersBy.clear();
        int each = ANSWERS_A_PHASE / replicas.size();
        await(name, () -> replicas.stream().allMatch(replica -> answersBy(replica) >= each));
        System.out.printf("ok  %s: %s, failures %d%n", name, answersBy, failures.size());
    }

    private int answersBy(String replica) {
        var answers = answersBy.get(replica);
        return answers == null ? 0 : answers.get();
    }

    private Process startService(String name, int port) throws IOException {
        return start(
                name,
                ProcessHandle.current().info().command().orElse("java"),
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.shutdown.delay=4S",
                "-jar",
                "target/quarkus-app/quarkus-run.jar");
    }

    /** The proxy of the production set-up, but for its own address, those of the replicas, and who answered. */
    private void startProxy(int port, int portA, int portB) throws IOException {
        var config = new StringBuilder();
        for (var line : Files.readAllLines(Path.of("docker", "haproxy.cfg"))) {
            if (line.strip().startsWith("bind ")) {
                line = "    bind 127.0.0.1:" + port;
            } else if (line.strip().startsWith("server-template ")) {
                line = "    http-response set-header Replica %s\n"
                        + "    server a 127.0.0.1:" + portA + "\n"
                        + "    server b 127.0.0.1:" + portB;
            }
            config.append(line).append('\n');
        }
        var file = Files.writeString(OUT.resolve("haproxy.cfg"), config);
        start("proxy", "haproxy", "-db", "-f", file.toString());
    }

    private Process start(String name, String... command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        OUT.resolve(name + ".log").toFile()))
                .start();
        started.add(process);
        return process;
    }

    private static HttpResponse<String> ask(int port, int report) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(port, "/v1/triage"))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(report(report)))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static String report(int number) {
        return """
                {"surgery":{"daysAgo":%d},"findings":[{"id":"pain-score","value":%d},{"id":"saddle-numbness","presence":"%s"}]}""".formatted(number, number % 11, number % 3 == 0 ? "present" : "absent");
    }

    private static boolean answers(int port) {
        try {
            return ask(port, 0).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean closes(int port) {
        try {
            return ask(port, 0).headers().allValues("Connection").contains("close");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the status, or 0 where nobody listens. */
    private static int ready(int port) {
        try {
            var request =
                    HttpRequest.newBuilder(address(port, "/q/health/ready")).timeout(PATIENCE);
            return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpURLConnection open(int port, String path, String type) throws IOException {
        var connection = (HttpURLConnection) address(port, path).toURL().openConnection();
        connection.setDoOutput(true);
        connection.setReadTimeout((int) PATIENCE.toMillis());
        connection.setRequestProperty("Content-Type", type);
        return connection;
    }

    private static void send(HttpURLConnection connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }

    private static String read(HttpURLConnection connection) throws IOException {
        try (var answer = connection.getInputStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            check(System.nanoTime() < end, "still waiting until " + what);
            Thread.sleep(20);
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }

    @Override
    public void close() {
        loading = false;
        started.forEach(Process::destroyForcibly);
    }
}
