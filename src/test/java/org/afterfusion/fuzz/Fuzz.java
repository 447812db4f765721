package org.afterfusion.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterfusion.fuzz.Request.Kind;

/**
 * Starts the packaged service and sends it requests that nobody should send. Each holds a canary of its own, which must not come
 * back, nor turn up in the log or the metrics; the one exception is the pointer of a problem, which names an unknown property to
 * the one who sent it. No answer may be a fault of the service's own, and there must be one.
 */
public final class Fuzz {

    private static final int CLIENTS = 8;
    private static final int REPORTED = 20;
    private static final int STOP_SECONDS = 60;
    private static final Path OUT = Path.of("target", "fuzz-http");
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Path EXAMPLES = Path.of("src", "main", "resources", "openapi");
    private static final Path LOG = OUT.resolve("service.log");
    private static final JsonMapper JSON = new JsonMapper();

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^ \"]*:(\\d+)");
    private static final Pattern POINTER = Pattern.compile("\"pointer\":\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern CANARY_AS_NAME = Pattern.compile(Requests.CANARY + "[^\"]*\"\\s*:");
    private static final Pattern REPEATED = Pattern.compile("<(\\d+) ([^>]+)>");
    private static final Pattern INTERNALS =
            Pattern.compile("(?i)exception|java\\.|org\\.afterfusion|jackson|resteasy|vert\\.?x|netty|quarkus");
    private static final Pattern LEVEL = Pattern.compile("\"level\":\"([A-Z]+)\"");

    private final Requests requests;
    private final int port;
    private final int count;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();
    private final Map<String, Integer> bare = new ConcurrentSkipListMap<>();
    private final AtomicInteger faults = new AtomicInteger();
    private final Queue<String> reported = new ConcurrentLinkedQueue<>();
    private final Map<Kind, Map<Integer, AtomicInteger>> table = new EnumMap<>(Kind.class);

    private Fuzz(Requests requests, int port, int count) {
        this.requests = requests;
        this.port = port;
        this.count = count;
        for (var kind : Kind.values()) {
            table.put(kind, new TreeMap<>());
        }
    }

    /** Arguments: how many requests, the seed, and the number of a request to send alone. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Files.createDirectories(OUT);
        var service = new ProcessBuilder(
                        "java",
                        "-Xmx128m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=0",
                        "-Dquarkus.log.category.\"org.afterfusion\".level=DEBUG",
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        boolean isGood;
        try {
            int port = portOf(service);
            var fuzz = new Fuzz(requests(seed, port), port, count);
            isGood = arguments.length > 2 ? fuzz.sendAlone(Integer.parseInt(arguments[2])) : fuzz.run();
        } finally {
            service.destroy();
            if (!service.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        }
        isGood &= isSilentLog();
        System.out.println(isGood ? "nothing found" : "see above and " + OUT);
        System.exit(isGood ? 0 : 1);
    }

    private static int portOf(Process service) throws IOException, InterruptedException {
        while (service.isAlive()) {
            var listening = LISTENING.matcher(Files.readString(LOG));
            if (listening.find()) {
                return Integer.parseInt(listening.group(1));
            }
            Thread.sleep(200);
        }
        throw new IOException("the service did not start: see " + LOG);
    }

    private static Requests requests(long seed, int port) throws IOException {
        var document = JSON.readTree(get(port, "/openapi?format=json").body());
        var catalogue = document.path("paths")
                .propertyStream()
                .filter(path -> path.getValue().has("get"))
                .map(Map.Entry::getKey)
                .toList();
        var parameters = document.findParents("in").stream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .distinct()
                .toList();
        var known = new ArrayList<String>();
        for (var list : List.of("findings", "causes", "red-flags", "sources")) {
            known.addAll(ids(get(port, "/v1/" + list)));
        }
        var findings =
                JSON.readTree(get(port, "/v1/findings").body()).valueStream().toList();
        return new Requests(seed, new Bodies(seeds(), findings), catalogue, known, parameters);
    }

    private static List<String> ids(Answer list) throws IOException {
        return JSON.readTree(list.body()).findValuesAsText("id").stream()
                .distinct()
                .toList();
    }

    private static List<String> seeds() throws IOException {
        var seeds = new ArrayList<String>();
        try (var files = Files.list(EXAMPLES)) {
            for (var file : files.filter(file -> file.toString().endsWith(".request.json"))
                    .sorted()
                    .toList()) {
                seeds.add(Files.readString(file));
            }
        }
        for (var file : List.of("requests.jsonl", "recoded.jsonl")) {
            for (var line : Files.readAllLines(RESOURCES.resolve("cases").resolve(file))) {
                var published = JSON.readTree(line);
                Stream.of("statedOnly", "screened")
                        .map(published::path)
                        .filter(JsonNode::isObject)
                        .map(JsonNode::toString)
                        .forEach(seeds::add);
            }
        }
        var bad =
                new YAMLMapper().readTree(RESOURCES.resolve("bad-reports.yaml").toFile());
        bad.findValuesAsText("body").stream()
                .map(body -> REPEATED.matcher(body)
                        .replaceAll(times -> times.group(2).repeat(Integer.parseInt(times.group(1)))))
                .forEach(seeds::add);
        return seeds;
    }

    private static Answer get(int port, String target) throws IOException {
        return send(port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    private static Answer send(int port, String request) throws IOException {
        try (var connection = new Connection(port)) {
            var bytes = request.getBytes(UTF_8);
            return connection.exchange(new Request(Kind.TRIAGE, bytes, bytes, true, false, ""));
        }
    }

    private boolean sendAlone(int number) throws IOException {
        try (var connection = new Connection(port)) {
            check(number, connection);
        }
        reported.forEach(System.out::println);
        return faults.get() == 0;
    }

    private boolean run() throws IOException, InterruptedException {
        var before = ordinary();
        long begun = System.nanoTime();
        var clients = new ArrayList<Thread>();
        for (int client = 0; client < CLIENTS; client++) {
            var thread = new Thread(this::keepSending);
            thread.start();
            clients.add(thread);
        }
        for (var client : clients) {
            client.join();
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        print(seconds);
        reported.forEach(System.out::println);
        boolean isSame = before.equals(ordinary());
        System.out.println("an ordinary report is answered " + (isSame ? "as before" : "OTHERWISE THAN BEFORE"));
        return isSilentMetrics() & isSame & faults.get() == 0;
    }

    private String ordinary() throws IOException {
        var report = Files.readString(EXAMPLES.resolve("triage.wound-infection.request.json"));
        var answer = send(
                port,
                "POST /v1/triage HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + report.getBytes(UTF_8).length + "\r\n\r\n" + report);
        if (answer.status() != 200) {
            throw new IOException("an ordinary report is answered with " + answer.status());
        }
        return answer.body();
    }

    private void keepSending() {
        try (var connection = new Connection(port)) {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                check(number, connection);
            }
        } catch (IOException e) {
            report(-1, null, "no connection: " + e);
        }
    }

    private void check(int number, Connection connection) throws IOException {
        var request = requests.make(number);
        try {
            var answer = connection.exchange(request);
            synchronized (table) {
                table.get(request.kind())
                        .computeIfAbsent(answer.status(), status -> new AtomicInteger())
                        .incrementAndGet();
            }
            judge(number, request, answer);
        } catch (SocketTimeoutException hang) {
            report(number, request, "no answer");
        } catch (IOException | NumberFormatException e) {
            connection.close();
            report(number, request, "not readable: " + e);
        }
    }

    private void judge(int number, Request request, Answer answer) throws IOException {
        var body = POINTER.matcher(answer.body()).replaceAll("");
        boolean isBusy =
                answer.status() == 503 && answer.head().toLowerCase(Locale.ROOT).contains("retry-after:");
        if (answer.status() >= 500 && !isBusy) {
            report(number, request, "status " + answer.status());
        }
        if (answer.status() == Answer.CLOSED && request.isWellFormed()) {
            report(number, request, "closed without an answer");
        }
        if (answer.head().contains(Requests.CANARY)) {
            report(number, request, "canary in the headers");
        }
        if (body.contains(Requests.CANARY)) {
            report(number, request, "canary in the body");
        } else if (answer.body().contains(Requests.CANARY)) {
            if (namesProperty(request)) {
                names.incrementAndGet();
            } else {
                report(number, request, "canary in a pointer, though not in the name of a property");
            }
        }
        if (answer.status() >= 400) {
            if (!answer.isProblem()) {
                bare.merge(answer.status() + " " + request.kind().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
            if (INTERNALS.matcher(answer.body()).find()) {
                report(number, request, "internals in the body");
            }
        }
    }

    /** Zeroes stand between the characters of UTF-16 and UTF-32. */
    private static boolean namesProperty(Request request) {
        return CANARY_AS_NAME
                .matcher(new String(request.body(), ISO_8859_1).replace("\0", ""))
                .find();
    }

    private void report(int number, Request request, String what) {
        if (faults.incrementAndGet() > REPORTED) {
            return;
        }
        reported.add("request " + number + ": " + what + (request == null ? "" : ": " + request.target()));
        if (request != null) {
            try {
                Files.write(OUT.resolve(number + ".request"), request.bytes());
            } catch (IOException e) {
                reported.add("not written: " + e);
            }
        }
    }

    private void print(long seconds) {
        System.out.printf("%,d requests in %d s%n", count, seconds);
        var statuses = table.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        System.out.printf("%-10s", "status");
        table.keySet().forEach(kind -> System.out.printf(" %10s", kind.name().toLowerCase(Locale.ROOT)));
        System.out.printf(" %10s%n", "all");
        for (int status : statuses) {
            System.out.printf(
                    "%-10s",
                    switch (status) {
                        case Answer.CLOSED -> "closed";
                        case Answer.NOT_HTTP -> "no HTTP/1";
                        default -> String.valueOf(status);
                    });
            int all = 0;
            for (var row : table.values()) {
                int times = row.containsKey(status) ? row.get(status).get() : 0;
                all += times;
                System.out.printf(" %10d", times);
            }
            System.out.printf(" %10d%n", all);
        }
        System.out.printf(
                "%d faults; %d answers point at a property named by the canary; refused without a problem document: %s%n",
                faults.get(), names.get(), bare);
    }

    private boolean isSilentMetrics() throws IOException {
        var metrics = get(port, "/q/metrics");
        long canaries = metrics.body()
                .lines()
                .filter(line -> line.contains(Requests.CANARY))
                .peek(line -> System.out.println("in the metrics: " + line))
                .count();
        System.out.printf(
                "metrics: %d lines, %d with a canary%n", metrics.body().lines().count(), canaries);
        return metrics.status() == 200 && canaries == 0;
    }

    private static boolean isSilentLog() throws IOException {
        var levels = new TreeMap<String, Integer>();
        int canaries = 0;
        try (var log = Files.newBufferedReader(LOG, ISO_8859_1)) {
            for (var line = log.readLine(); line != null; line = log.readLine()) {
                var level = LEVEL.matcher(line);
                var name = level.find() ? level.group(1) : "other";
                int times = levels.merge(name, 1, Integer::sum);
                boolean isCanary = line.contains(Requests.CANARY);
                if (isCanary && ++canaries <= REPORTED
                        || List.of("ERROR", "WARN").contains(name) && times <= REPORTED) {
                    System.out.println("in the log: " + line);
                }
            }
        }
        System.out.printf("log lines %s, %d with a canary%n", levels, canaries);
        return canaries == 0 && !levels.containsKey("ERROR");
    }
}
