import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Calls a running service with every kind of request at a set rate, however slowly it answers: a time is counted from when the
 * request was due. Everything runs on one event loop.
 */
final class Soak {

    enum Kind {
        TRIAGE(70),
        BAD(10),
        INTERVIEW(8),
        BATCH(1),
        CATALOGUE(11);

        /** Of a hundred calls. */
        final int share;

        Kind(int share) {
            this.share = share;
        }
    }

    record Call(
            Kind kind, HttpMethod method, String path, String type, Buffer body, int status, Predicate<String> good) {}

    private static final int BATCH_LINES = 50;
    private static final int IN_FLIGHT_AT_PEAK = 16;
    private static final int CONNECTIONS = 64;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final Pattern AFTER_COLLECTION = Pattern.compile("->(\\d+)M\\(");
    private static final double PEAK_SHARE = 0.7;
    private static final double MOST_GROWTH = 1.25;

    private static final List<String> CATALOGUE = List.of(
            "/v1/findings",
            "/v1/findings?search=calf",
            "/v1/findings/saddle-numbness",
            "/v1/causes",
            "/v1/red-flags",
            "/v1/education",
            "/v1/urgency-levels",
            "/v1/knowledge",
            "/v1/recovery");

    /** What was seen in one stretch of time. */
    private static final class Stretch {

        final Map<Kind, Histogram> micros = new EnumMap<>(Kind.class);
        OptionalInt heapMegabytes = OptionalInt.empty();

        Stretch() {
            for (var kind : Kind.values()) {
                micros.put(kind, new Histogram(LONGEST_MICROS, 3));
            }
        }

        long requests() {
            return micros.values().stream().mapToLong(Histogram::getTotalCount).sum();
        }

        double millis(Kind kind, double percentile) {
            return micros.get(kind).getValueAtPercentile(percentile) / 1e3;
        }

        static Stretch sum(List<Stretch> stretches) {
            var sum = new Stretch();
            stretches.forEach(stretch ->
                    stretch.micros.forEach((kind, seen) -> sum.micros.get(kind).add(seen)));
            var heaps = stretches.stream()
                    .flatMapToInt(stretch -> stretch.heapMegabytes.stream())
                    .sorted()
                    .toArray();
            sum.heapMegabytes = heaps.length == 0 ? OptionalInt.empty() : OptionalInt.of(heaps[heaps.length / 2]);
            return sum;
        }
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final int port;
    private final String pid;
    private final Path collections;
    private final List<String> reports;
    private final HttpClient client;
    private final List<Kind> turns;
    private final Map<String, Integer> wrong = new TreeMap<>();

    private Stretch current = new Stretch();
    private int sent;
    private int waiting;
    private long collectionsRead;
    private int errorsShown;

    private Soak(int port, String pid, Path collections, Path reports) throws IOException {
        this.port = port;
        this.pid = pid;
        this.collections = collections;
        this.reports = Files.readAllLines(reports);
        client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setMaxWaitQueueSize(-1));
        turns = Stream.of(Kind.values())
                .flatMap(kind -> Collections.nCopies(kind.share, kind).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(turns, new Random(1));
    }

    /** Arguments: port and process of the service, its log of garbage collections, reports, seconds, seconds to warm up, rate or 0. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var soak = new Soak(Integer.parseInt(arguments[0]), arguments[1], Path.of(arguments[2]), Path.of(arguments[3]));
        int seconds = Integer.parseInt(arguments[4]);
        int warmUpSeconds = Integer.parseInt(arguments[5]);
        double rate = Double.parseDouble(arguments[6]);
        soak.atPeak(warmUpSeconds);
        if (rate == 0) {
            double peak = soak.atPeak(warmUpSeconds).requests() / (double) warmUpSeconds;
            rate = PEAK_SHARE * peak;
            System.out.printf("peak of this mixture: %.0f requests/s%n", peak);
        }
        System.exit(soak.run(seconds, rate) ? 0 : 1);
    }

    /** Sends a request as soon as another is answered. */
    private Stretch atPeak(int seconds) throws InterruptedException {
        current = new Stretch();
        var done = new CountDownLatch(IN_FLIGHT_AT_PEAK);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        vertx.runOnContext(start -> {
            for (int i = 0; i < IN_FLIGHT_AT_PEAK; i++) {
                keepCalling(end, done);
            }
        });
        done.await();
        return current;
    }

    private void keepCalling(long end, CountDownLatch done) {
        long now = System.nanoTime();
        if (now >= end) {
            done.countDown();
        } else {
            call(next(), now).onComplete(answered -> keepCalling(end, done));
        }
    }

    private boolean run(int seconds, double rate) throws InterruptedException {
        int length = Math.min(60, Math.max(5, seconds / 12));
        int count = seconds / length;
        var stretches = new ArrayList<Stretch>();
        var done = new CountDownLatch(1);
        System.out.printf(
                "%d stretches of %d s at %.0f requests/s; p50/p99 in ms from when a request was due%n",
                count, length, rate);
        System.out.printf("%6s %9s %7s %7s", "s", "answered", "waiting", "errors");
        for (var kind : Kind.values()) {
            System.out.printf(" %24s", kind.name().toLowerCase());
        }
        System.out.printf(" %9s %8s%n", "heap MiB", "RSS MiB");
        vertx.runOnContext(begin -> {
            long start = System.nanoTime();
            long[] due = {0};
            readCollections();
            current = new Stretch();
            vertx.setPeriodic(1, tick -> {
                long now = System.nanoTime();
                for (; start + due[0] * 1e9 / rate <= now; due[0]++) {
                    call(next(), start + (long) (due[0] * 1e9 / rate));
                }
                if (now - start >= TimeUnit.SECONDS.toNanos((long) length * (stretches.size() + 1))) {
                    current.heapMegabytes = readCollections();
                    stretches.add(current);
                    print(length * stretches.size());
                    current = new Stretch();
                }
                if (stretches.size() == count) {
                    vertx.cancelTimer(tick);
                    done.countDown();
                }
            });
        });
        done.await();
        return verdict(stretches, rate);
    }

    private void print(int second) {
        int errors = wrong.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("%6d %9d %7d %7d", second, current.requests(), waiting, errors - errorsShown);
        errorsShown = errors;
        for (var kind : Kind.values()) {
            System.out.printf(
                    " %8d %7.1f/%7.1f",
                    current.micros.get(kind).getTotalCount(), current.millis(kind, 50), current.millis(kind, 99));
        }
        System.out.printf(
                " %9s %8s%n",
                current.heapMegabytes.isPresent() ? current.heapMegabytes.getAsInt() : "-",
                resident().map(String::valueOf).orElse("-"));
    }

    private boolean verdict(List<Stretch> stretches, double rate) {
        int third = Math.max(1, stretches.size() / 3);
        var first = Stretch.sum(stretches.subList(0, third));
        var last = Stretch.sum(stretches.subList(stretches.size() - third, stretches.size()));
        System.out.println("last third against first third:");
        boolean stable = waiting < rate;
        System.out.printf("  waiting at the end: %d%s%n", waiting, stable ? "" : ", more than come in a second");
        for (var kind : Kind.values()) {
            boolean seen = first.micros.get(kind).getTotalCount() > 0
                    && last.micros.get(kind).getTotalCount() > 0;
            double growth = seen ? last.millis(kind, 99) / first.millis(kind, 99) : Double.NaN;
            System.out.printf(
                    "  p99 %-10s %.1f ms after %.1f ms: %.2f%n",
                    kind.name().toLowerCase(), last.millis(kind, 99), first.millis(kind, 99), growth);
            // A batch is too rare for its p99 to say much.
            stable &= kind == Kind.BATCH || growth <= MOST_GROWTH;
        }
        if (first.heapMegabytes.isPresent() && last.heapMegabytes.isPresent()) {
            double growth = last.heapMegabytes.getAsInt() / (double) first.heapMegabytes.getAsInt();
            System.out.printf(
                    "  heap after collection %d MiB after %d MiB: %.2f%n",
                    last.heapMegabytes.getAsInt(), first.heapMegabytes.getAsInt(), growth);
            stable &= growth <= MOST_GROWTH;
        } else {
            System.out.println("  heap after collection: none was seen");
            stable = false;
        }
        wrong.forEach((what, times) -> System.out.println("error, " + times + " times: " + what));
        System.out.println(
                wrong.isEmpty() ? "errors beyond those provoked: none" : "errors beyond those provoked: see above");
        System.out.printf("%s (growth of at most %.2f)%n", stable ? "stable" : "not stable", MOST_GROWTH);
        return stable && wrong.isEmpty();
    }

    private Future<Void> call(Call call, long dueNanos) {
        waiting++;
        var options = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMethod(call.method())
                .setURI(call.path())
                .putHeader("Accept-Language", sent % 2 == 0 ? "en" : "es");
        if (call.type() == null) {
            options.putHeader("Accept-Encoding", "gzip");
        } else {
            options.putHeader("Content-Type", call.type());
        }
        if (call.status() == 304) {
            options.putHeader("If-None-Match", "*");
        }
        return client.request(options)
                .compose(request -> send(request, call.body()))
                .compose(response -> response.body().map(body -> {
                    if (response.statusCode() != call.status() || !call.good().test(body.toString())) {
                        wrong(call.kind() + " " + call.path() + ": " + response.statusCode()
                                + ", or its body, instead of " + call.status());
                    }
                    return body;
                }))
                .otherwise(failure -> {
                    wrong(call.kind() + ": " + failure);
                    return null;
                })
                .onComplete(answered -> {
                    waiting--;
                    current.micros
                            .get(call.kind())
                            .recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - dueNanos) / 1_000));
                })
                .mapEmpty();
    }

    private static Future<io.vertx.core.http.HttpClientResponse> send(HttpClientRequest request, Buffer body) {
        return body == null ? request.send() : request.send(body);
    }

    private void wrong(String what) {
        wrong.merge(what, 1, Integer::sum);
    }

    private Call next() {
        sent++;
        return switch (turns.get(sent % turns.size())) {
            case TRIAGE -> post(Kind.TRIAGE, "/v1/triage", report(), 200, answer -> answer.startsWith("{\"urgency\":"));
            case BAD -> bad();
            case INTERVIEW ->
                post(Kind.INTERVIEW, "/v1/interview", report(), 200, answer -> answer.contains("\"next\":["));
            case BATCH -> batch();
            case CATALOGUE -> catalogue();
        };
    }

    private String report() {
        return reports.get(sent % reports.size());
    }

    private static Call post(Kind kind, String path, String body, int status, Predicate<String> good) {
        return new Call(kind, HttpMethod.POST, path, "application/json", Buffer.buffer(body), status, good);
    }

    private Call bad() {
        var report = report();
        return switch (sent / turns.size() % 6) {
            case 0 -> bad("/v1/triage", report.substring(0, report.length() / 2), 400);
            case 1 -> bad("/v1/triage", report.replaceFirst("\"id\": \"", "$0no-such-"), 400);
            case 2 -> bad("/v1/interview", report.replaceFirst("\"daysAgo\": ", "$099999"), 400);
            case 3 -> bad("/v1/no-such-place", report, 404);
            case 4 -> bad("/v1/triage", report + " ".repeat(70_000), 413);
            default ->
                new Call(
                        Kind.BAD,
                        HttpMethod.POST,
                        "/v1/triage",
                        "text/plain",
                        Buffer.buffer(report),
                        415,
                        Soak::isProblem);
        };
    }

    private static Call bad(String path, String body, int status) {
        return post(Kind.BAD, path, body, status, Soak::isProblem);
    }

    private static boolean isProblem(String answer) {
        return answer.contains("\"safetyNet\":");
    }

    private Call batch() {
        var lines = new StringBuilder();
        for (int i = 0; i < BATCH_LINES; i++) {
            lines.append(reports.get((sent + i) % reports.size())).append('\n');
        }
        return new Call(
                Kind.BATCH,
                HttpMethod.POST,
                "/v1/triage/batch",
                "application/x-ndjson",
                Buffer.buffer(lines.toString()),
                200,
                answer -> answer.lines()
                                .filter(line -> line.contains(",\"triage\":{"))
                                .count()
                        == BATCH_LINES);
    }

    private Call catalogue() {
        int turn = sent / 7;
        return new Call(
                Kind.CATALOGUE,
                HttpMethod.GET,
                CATALOGUE.get(turn % CATALOGUE.size()),
                null,
                null,
                turn / CATALOGUE.size() % 2 == 0 ? 200 : 304,
                any -> true);
    }

    /** Returns the smallest heap after a collection since the last time. */
    private OptionalInt readCollections() {
        try (var log = Files.newByteChannel(collections)) {
            var fresh = java.nio.ByteBuffer.allocate((int) (log.size() - collectionsRead));
            log.position(collectionsRead);
            while (fresh.hasRemaining() && log.read(fresh) >= 0) {}
            collectionsRead = log.position();
            return AFTER_COLLECTION
                    .matcher(new String(fresh.array(), StandardCharsets.UTF_8))
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .min();
        } catch (IOException e) {
            wrong("heap not readable: " + e);
            return OptionalInt.empty();
        }
    }

    private Optional<Long> resident() {
        try (var lines = Files.lines(Path.of("/proc", pid, "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            wrong("memory not readable: " + e);
            return Optional.empty();
        }
    }
}
