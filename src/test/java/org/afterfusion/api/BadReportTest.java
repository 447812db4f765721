package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.afterfusion.contract.ContractWatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends the requests of {@code bad-reports.yaml}: each is refused with a problem that names every fault and repeats nothing. */
@QuarkusTest
class BadReportTest {

    private static final List<String> CANARIES = List.of("canary-8731", "87318731");
    private static final List<String> INTERNALS = List.of("exception", "java.", "org.afterfusion", "jackson");
    private static final Pattern REPEATED = Pattern.compile("<(\\d+) ([^>]+)>");
    private static final String BYTES = "<bytes>";
    private static final byte[] NOTHING = {};
    private static final JsonMapper JSON = new JsonMapper();

    private static final RestAssuredConfig AS_GIVEN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT));

    @TestHTTPResource
    URI address;

    /**
     * A request and how it must be refused.
     *
     * @param body {@code <300 x>} stands for 300 times x, {@code <bytes>} for {@code bytes}
     * @param bytes in hexadecimal
     * @param contentType {@code none} for no such header
     * @param canary false where the request cannot hold a canary
     */
    record BadReport(
            String name,
            @Nullable String method,
            @Nullable String path,
            @Nullable String body,
            @Nullable String bytes,
            @Nullable Encoding encoding,
            @Nullable String contentType,
            @Nullable Map<String, String> headers,
            int status,
            @Nullable List<ExpectedError> errors,
            @Nullable List<String> redFlagsSeen,
            @Nullable String title,
            @Nullable String allow,
            @Nullable Boolean canary) {

        String wholeBody() {
            return REPEATED.matcher(Objects.requireNonNullElse(body, ""))
                    .replaceAll(times -> times.group(2).repeat(Integer.parseInt(times.group(1))));
        }

        byte[] encodedBody() throws IOException {
            var text = bytes == null
                    ? wholeBody()
                    : wholeBody().replace(BYTES, new String(HexFormat.of().parseHex(bytes), ISO_8859_1));
            if (bytes != null) {
                return text.getBytes(ISO_8859_1);
            }
            return encoding == null ? text.getBytes(UTF_8) : encoding.of(text);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * One expected entry of {@code errors}.
     *
     * @param says part of the message
     * @param times how often, with 0, 1, 2 ... in the place of # in the pointer
     */
    record ExpectedError(
            String pointer,
            String code,
            @Nullable String says,
            @Nullable Integer times) {

        Stream<String> all() {
            return IntStream.range(0, times == null ? 1 : times)
                    .mapToObj(i -> pointer.replace("#", String.valueOf(i)) + " " + code);
        }
    }

    enum Encoding {
        BYTE_ORDER_MARK,
        UTF16,
        UTF16_BE,
        UTF16_LE,
        UTF32,
        GZIP;

        byte[] of(String text) throws IOException {
            return switch (this) {
                case BYTE_ORDER_MARK -> ("\uFEFF" + text).getBytes(UTF_8);
                case UTF16, UTF16_BE, UTF16_LE, UTF32 ->
                    text.getBytes(name().replace("UTF", "UTF-").replace("_", ""));
                case GZIP -> zipped(text);
            };
        }

        private static byte[] zipped(String text) throws IOException {
            var zipped = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(zipped)) {
                zip.write(text.getBytes(UTF_8));
            }
            return zipped.toByteArray();
        }
    }

    private record Answer(int status, String headers, JsonNode body) {

        @Nullable
        String header(String name) {
            return headers.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }
    }

    static List<BadReport> badReports() throws IOException {
        var yaml = YAMLMapper.builder()
                .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                .build();
        return yaml.readValue(Path.of("src/test/resources/bad-reports.yaml").toFile(), new TypeReference<>() {});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badReports")
    void isRefused(BadReport report) throws IOException {
        assertThat(report.canary() == null || report.canary())
                .as("has a canary")
                .isEqualTo(CANARIES.stream().anyMatch((report.path() + report.wholeBody())::contains));

        var answer = send(report);

        assertAll(
                () -> assertThat(answer.status()).as("status").isEqualTo(report.status()),
                () -> isProblem(answer),
                () -> repeatsNothing(answer),
                () -> namesEveryFault(report, answer.body()),
                () -> assertThat(texts(answer.body().path("redFlagsSeen")))
                        .as("redFlagsSeen")
                        .isEqualTo(Objects.requireNonNullElse(report.redFlagsSeen(), List.of())),
                () -> isTitled(report, answer),
                () -> assertThat(answer.header("allow")).as("Allow").isEqualTo(report.allow()));
    }

    @Test
    void bodyDeclaredOverOneMebibyteIsRefusedUnread() throws IOException {
        var answer = exchange("POST /v1/triage HTTP/1.1\r\nHost: localhost\r\nAccept-Language: es\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2000000\r\n\r\n");

        assertThat(answer.status()).isEqualTo(413);
        isProblem(answer);
        assertThat(answer.body().path("title").textValue()).isEqualTo("Cuerpo demasiado grande");
        assertThat(answer.header("content-language")).isEqualTo("es");
        assertThat(answer.header("vary")).isEqualToIgnoringCase("Accept-Language");
    }

    @Test
    void chunkedBodyOver64KibibytesIsRefused() throws IOException {
        var answer = exchange(chunkedRequest(70_000) + "0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(413);
        isProblem(answer);
        repeatsNothing(answer);
    }

    @Test
    void chunkedBodyOverOneMebibyteIsRefusedBeforeItsEnd() throws IOException {
        var answer = exchange(chunkedRequest(1024 * 1024 + 1));

        assertThat(answer.status()).isEqualTo(413);
        isProblem(answer);
        repeatsNothing(answer);
    }

    @Test
    void http2BodyOverOneMebibyteIsRefused() throws Exception {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        client.send(HttpRequest.newBuilder(address.resolve("/v1/knowledge")).build(), BodyHandlers.discarding());
        var body = " ".repeat(3 * 1024 * 1024).getBytes(UTF_8);

        for (var unread : List.of(BodyPublishers.ofByteArray(body), chunked(body))) {
            var answer = client.send(
                    HttpRequest.newBuilder(address.resolve("/v1/triage"))
                            .header("Content-Type", "application/json")
                            .POST(unread)
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(json(answer.body()).path("type").asText()).isEqualTo("urn:afterfusion:problem:too-large");
        }
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static String chunkedRequest(int length) {
        return "POST /v1/triage HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length) + "\r\n"
                + "\"canary-8731\"" + " ".repeat(length - 13) + "\r\n";
    }

    @Test
    void byteOrderMarkIsIgnored() throws IOException {
        given().config(AS_GIVEN)
                .contentType("application/json")
                .body(Encoding.BYTE_ORDER_MARK.of("""
                        {"surgery": {"daysAgo": 5}, "findings": [{"id": "shooting-electric", "presence": "present"}]}
                        """))
                .post("/v1/triage")
                .then()
                .statusCode(200);
    }

    private static Answer send(BadReport report) throws IOException {
        var request = given().config(AS_GIVEN).headers(Objects.requireNonNullElse(report.headers(), Map.of()));
        var contentType = Objects.requireNonNullElse(report.contentType(), "application/json");
        if (contentType.equals("none")) {
            request.noContentType();
        } else {
            request.contentType(contentType);
        }
        if (report.body() != null) {
            request.body(report.encodedBody());
        }
        var response = request.request(
                Objects.requireNonNullElse(report.method(), "POST"),
                Objects.requireNonNullElse(report.path(), "/v1/triage"));
        return new Answer(
                response.statusCode(),
                response.headers().asList().stream()
                        .map(header -> header.getName() + ": " + header.getValue() + "\n")
                        .reduce("", String::concat),
                json(response.asString()));
    }

    /** Sends bytes that no client library would send. */
    private Answer exchange(String request) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            var answer = new ByteArrayOutputStream();
            var in = socket.getInputStream();
            var buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                answer.write(buffer, 0, read);
            }
            var parts = answer.toString(UTF_8).split("\r\n\r\n", 2);
            int status = Integer.parseInt(parts[0].split(" ", 3)[1]);
            if (!parts[1].isEmpty()) {
                ContractWatch.check(
                        "POST", "/v1/triage", null, NOTHING, status, headers(parts[0]), parts[1].getBytes(UTF_8));
            }
            return new Answer(status, parts[0], json(parts[1]));
        }
    }

    private static Map<String, String> headers(String head) {
        return head.lines()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(header -> header[0].toLowerCase(Locale.ROOT), header -> header[1]));
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    private static void isProblem(Answer answer) {
        var problem = answer.body();
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(problem.path("status").intValue()).isEqualTo(answer.status());
        assertThat(problem.path("type").asText()).startsWith("urn:afterfusion:problem:");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("safetyNet").asText()).isNotBlank();
        assertThat(problem.path("redFlagsSeen").isArray())
                .as("has redFlagsSeen")
                .isTrue();
        assertThat(problem.findValuesAsText("pointer")).as("pointers").isSorted();
        assertThat(problem.findValuesAsText("message")).as("messages").noneMatch(String::isBlank);
    }

    private static void repeatsNothing(Answer answer) {
        var said = (answer.headers() + answer.body()).toLowerCase(Locale.ROOT);
        assertThat(said).doesNotContain(CANARIES).doesNotContain(INTERNALS);
    }

    private static void namesEveryFault(BadReport report, JsonNode problem) {
        var expected = Objects.requireNonNullElse(report.errors(), List.<ExpectedError>of());
        assertThat(items(problem.path("errors"))
                        .map(error -> error.path("pointer").asText() + " "
                                + error.path("code").asText()))
                .as("errors")
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().flatMap(ExpectedError::all).toList());
        for (var error : expected) {
            if (error.says() != null) {
                assertThat(items(problem.path("errors"))
                                .filter(one -> one.path("pointer").asText().equals(error.pointer())
                                        && one.path("code").asText().equals(error.code()))
                                .map(one -> one.path("message").asText()))
                        .as("message of %s", error.pointer())
                        .allMatch(message -> message.contains(error.says()));
            }
        }
    }

    private static void isTitled(BadReport report, Answer answer) {
        if (report.title() != null) {
            assertThat(answer.body().path("title").asText()).as("title").isEqualTo(report.title());
        }
    }

    private static List<String> texts(JsonNode array) {
        return items(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Test
    void thereAreManyBadReports() throws IOException {
        assertThat(badReports())
                .extracting(BadReport::name)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(130);
    }
}
