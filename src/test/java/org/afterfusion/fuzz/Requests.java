package org.afterfusion.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.afterfusion.fuzz.Request.Kind;

/** Makes requests of every kind. The same seed and number make the same request; {@code @} stands for its canary. */
final class Requests {

    /** Starts the canary of every request, which the number of the request completes. All digits, so that it fits numbers too. */
    static final String CANARY = "8731946205";

    private static final List<String> BESIDE = List.of(
            "/",
            "/index.html",
            "/js/app.js",
            "/js/@.js",
            "/style.css?@",
            "/words/es.json",
            "/words/@.json",
            "/favicon.svg",
            "/openapi",
            "/openapi?format=json",
            "/openapi?format=@",
            "/openapi.json",
            "/openapi.@",
            "/swagger-ui",
            "/swagger-ui/",
            "/swagger-ui/@",
            "/swagger-ui/?url=//@/",
            "/q",
            "/q/",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started",
            "/q/health/group/@",
            "/q/health/@",
            "/q/metrics/@",
            "/q/dev",
            "/q/dev-ui/@",
            "/q/arc/beans",
            "/q/info",
            "/q/swagger-ui",
            "/q/@");

    private static final List<String> PIECES = List.of(
            "@",
            "v1",
            "v2",
            "V1",
            "triage",
            "batch",
            "findings",
            "q",
            "..",
            ".",
            "",
            "%2e%2e",
            "%2f@",
            "%00",
            "%0d%0aX-Leak:%20@",
            "%",
            "%zz@",
            "%c0%ae",
            "%e2%80%ae@",
            "%ed%a0%80",
            "\u00e9@",
            ";@=1",
            ";jsessionid=@",
            "*",
            "~",
            "{id}",
            "META-INF",
            "WEB-INF",
            "application.properties",
            "js",
            "words",
            "C:\\@",
            "@".repeat(40));

    private static final List<String> TEXTS = List.of(
            "@",
            "",
            "calf",
            "%20",
            "+@+",
            "%C3%B1@",
            "pierna%20@",
            "%00@",
            "%ff%fe",
            "%zz",
            "%",
            "en",
            "es",
            "@-@",
            "rf-17",
            "2026.11.0",
            "2099.1.0",
            "*",
            "%25s%25n@",
            "'%20or%20@=@--",
            "%3Cscript%3E@",
            "(@(",
            "@".repeat(30),
            "a".repeat(900));

    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "QUERY",
            "get",
            "M@");

    private static final List<String> TYPES = List.of(
            "application/json; charset=utf-8",
            "application/json;charset=@",
            "application/json; charset=utf-16",
            "application/json; @=\"@",
            "APPLICATION/JSON",
            "application/x-ndjson",
            "application/@",
            "application/fhir+json",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=@",
            "text/plain",
            "text/@",
            "*/*",
            "@",
            "/",
            ";",
            "");

    private static final Map<String, List<String>> HEADERS = Map.ofEntries(
            Map.entry(
                    "Accept",
                    List.of(
                            "*/*",
                            "application/json",
                            "application/@",
                            "text/html",
                            "@",
                            "a/b;q=@",
                            "application/*;q=0",
                            "")),
            Map.entry(
                    "Accept-Language",
                    List.of(
                            "en",
                            "es",
                            "es-MX,en;q=0.@",
                            "@",
                            "x-@",
                            "*",
                            "en;q=0, *;q=0",
                            "en;q=@",
                            "e".repeat(2_000),
                            "-")),
            Map.entry("Accept-Encoding", List.of("gzip", "deflate", "identity", "@", "gzip;q=0.@", "*", "br")),
            Map.entry("If-None-Match", List.of("*", "\"@\"", "@", "W/\"@\"", "\"", "")),
            Map.entry("If-Match", List.of("*", "\"@\"")),
            Map.entry("If-Modified-Since", List.of("Sun, 22 Nov 2026 00:00:00 GMT", "@")),
            Map.entry("Range", List.of("bytes=0-10", "bytes=@-", "bytes=5-1", "@=1-2")),
            Map.entry("Knowledge-Version", List.of("@", "2026.11.0", "", "\u00e9@")),
            Map.entry("X-Request-Id", List.of("abc", "not well formed @", "@/", "@".repeat(20), "")),
            Map.entry(
                    "traceparent",
                    List.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "00-@-@-01", "@", "")),
            Map.entry("tracestate", List.of("a=@")),
            Map.entry("baggage", List.of("a=@")),
            Map.entry("Authorization", List.of("Bearer @", "Bearer @.@.@", "Basic @", "@", "Bearer")),
            Map.entry("Cookie", List.of("a=@", "@", "q_session=@; JSESSIONID=@")),
            Map.entry("Origin", List.of("https://@.example", "null", "@")),
            Map.entry("Access-Control-Request-Method", List.of("POST", "@")),
            Map.entry("Access-Control-Request-Headers", List.of("@")),
            Map.entry("Referer", List.of("https://example.com/@")),
            Map.entry("User-Agent", List.of("@", "${jndi:ldap://@/}")),
            Map.entry("Forwarded", List.of("for=@;host=@;proto=https")),
            Map.entry("X-Forwarded-For", List.of("@", "1.2.3.4, @")),
            Map.entry("X-Forwarded-Host", List.of("@")),
            Map.entry("X-Forwarded-Prefix", List.of("/@")),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE", "@")),
            Map.entry("Expect", List.of("100-continue", "@")),
            Map.entry("Prefer", List.of("return=@")),
            Map.entry("X-@", List.of("@")));

    private static final List<String> HEADER_NAMES =
            HEADERS.keySet().stream().sorted().toList();

    /** What is no HTTP/1.1, or on its edge. */
    private static final List<String> MALFORMED = List.of(
            "@",
            "@\r\n\r\n",
            "GET\r\n\r\n",
            "GET /@\r\n\r\n",
            "GET /v1/findings?@ HTTP/9.@\r\nHost: x\r\n\r\n",
            "GET /v1/findings HTTP/1.0\r\n\r\n",
            "GET /v1/findings HTTP/1.1\r\n\r\n",
            "GET /v1/findings HTTP/1.1\nHost: x\nX: @\n\n",
            "GET  /v1/findings  HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /v1/find ings/@ HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /v1/\u0000@ HTTP/1.1\r\nHost: x\r\n\r\n",
            "G\u0001@ /v1/findings HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET http://@/v1/findings HTTP/1.1\r\nHost: @\r\n\r\n",
            "GET https://@@@:@/v1/findings HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET v1/findings/@ HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET //@/v1/findings HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET ?@ HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET #@ HTTP/1.1\r\nHost: x\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
            "CONNECT @:443 HTTP/1.1\r\nHost: @\r\n\r\n",
            "GET /v1/findings HTTP/1.1\r\nHost: @ @\r\n\r\n",
            "GET /v1/findings HTTP/1.1\r\nHost: a\r\nHost: @\r\n\r\n",
            "GET /v1/findings HTTP/1.1\r\nno colon @\r\nHost: x\r\n\r\n",
            "GET /v1/findings HTTP/1.1\r\nHost: x\r\n: @\r\n\r\n",
            "GET /v1/findings HTTP/1.1\r\nHost: x\r\nX @: @\r\n\r\n",
            "GET /v1/findings HTTP/1.1\r\nHost: x\r\nX: @\u0000\r\n\r\n",
            "GET /v1/findings HTTP/1.1\r\nHost: x\r\nX: @\r\n folded @\r\n\r\n",
            "GET /v1/findings HTTP/1.1\r\nHost: x\r\nX: " + "@".repeat(1_200) + "\r\n\r\n",
            "GET /v1/findings HTTP/1.1\r\nHost: x\r\n" + "X: @\r\n".repeat(1_500) + "\r\n",
            "GET /v1/findings HTTP/1.1\r\nHost: x\r\n" + "X: @\r\n".repeat(200) + "\r\n",
            "GET /v1/findings?" + "search=@&".repeat(150) + " HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /v1/findings?" + "@".repeat(800) + " HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /" + "@/".repeat(180) + " HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /v1/findings HTTP/1.1\r\nHost: x\r\nContent-Length: @\r\n\r\n",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n{\"@\":1}",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9@\r\n\r\n{\"@\":1}",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n{\"@\":1}",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{\"@\":1",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n@",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /@ HTTP/1.1\r\n\r\n",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: @\r\n\r\n{\"@\":1}",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz@\r\n{}\r\n0\r\n\r\n",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2;@=@\r\n{}\r\n0\r\nX: @\r\n\r\n",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n{\"@\":1}",
            "POST /v1/triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"@",
            "POST /v1/triage/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"a\":\"@",
            "POST /v1/triage/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Length: 999\r\n\r\n{\"a\":\"@\"}\n{",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n@@@@@@@@@",
            "GET /v1/findings HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: @\r\n\r\n",
            "GET /v1/findings HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: @\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003@");

    private final long seed;
    private final Bodies bodies;
    private final List<String> catalogue;
    private final List<String> known;
    private final List<String> parameters;

    /**
     * @param catalogue templates of the addresses to get, such as {@code /v1/findings/{id}}
     * @param known what may stand for the id in a template
     * @param parameters names of query parameters
     */
    Requests(long seed, Bodies bodies, List<String> catalogue, List<String> known, List<String> parameters) {
        this.seed = seed;
        this.bodies = bodies;
        this.catalogue = catalogue;
        this.known = known;
        this.parameters = parameters;
    }

    static String canary(int number) {
        return CANARY + "%07d".formatted(number);
    }

    Request make(int number) {
        var draw = new Draw(seed, number);
        var canary = canary(number);
        int kind = draw.below(100);
        if (kind < 30) {
            return posted(Kind.TRIAGE, "/v1/triage", bodies.report(draw, canary), draw, canary);
        } else if (kind < 50) {
            return posted(Kind.INTERVIEW, "/v1/interview", bodies.report(draw, canary), draw, canary);
        } else if (kind < 58) {
            return posted(Kind.BATCH, "/v1/triage/batch", bodies.batch(draw, canary), draw, canary);
        } else if (kind < 74) {
            return got(Kind.CATALOGUE, catalogueAddress(draw), draw, canary);
        } else if (kind < 80) {
            return got(Kind.BESIDE, draw.oneOf(BESIDE), draw, canary);
        } else if (kind < 90) {
            return got(Kind.ADDRESS, oddAddress(draw), draw, canary);
        }
        return malformed(draw, canary);
    }

    private String catalogueAddress(Draw draw) {
        var path = draw.oneOf(catalogue).replaceAll("\\{[^}]*}", "{}");
        var id = draw.percent(70) ? draw.oneOf(known) : draw.oneOf(PIECES);
        return path.replace("{}", id) + (draw.percent(50) ? "" : query(draw));
    }

    private String query(Draw draw) {
        var query = new StringBuilder("?");
        int count = draw.percent(2) ? draw.below(300) : draw.below(4);
        for (int i = 0; i < count; i++) {
            query.append(draw.percent(85) ? draw.oneOf(parameters) : draw.oneOf(TEXTS))
                    .append(draw.percent(95) ? "=" : "")
                    .append(draw.percent(50) ? draw.oneOf(known) : draw.oneOf(TEXTS))
                    .append(draw.percent(95) ? "&" : ";");
        }
        return query.toString();
    }

    private static String oddAddress(Draw draw) {
        var path = new StringBuilder();
        int count = 1 + draw.below(5);
        for (int i = 0; i < count; i++) {
            path.append('/').append(draw.oneOf(PIECES));
        }
        return draw.percent(20) ? path.append("?@=@").toString() : path.toString();
    }

    private Request posted(Kind kind, String path, byte[] body, Draw draw, String canary) {
        var usualType = kind == Kind.BATCH ? "application/x-ndjson" : "application/json";
        var method = draw.percent(97) ? "POST" : draw.oneOf(METHODS);
        var target = path + (draw.percent(5) ? query(draw) : "");
        var type = draw.percent(93) ? usualType : draw.oneOf(TYPES);
        return framed(kind, method, target, headers(draw, type), body, draw, canary);
    }

    private static Request got(Kind kind, String target, Draw draw, String canary) {
        var method = draw.percent(75) ? "GET" : draw.oneOf(METHODS);
        var headers = headers(draw, draw.percent(5) ? draw.oneOf(TYPES) : null);
        var body = draw.percent(5) ? "{\"a\":\"@\"}".getBytes(UTF_8) : new byte[0];
        return framed(kind, method, target, headers, body, draw, canary);
    }

    private static List<String> headers(Draw draw, String type) {
        var headers = new ArrayList<String>();
        headers.add("Host: localhost");
        if (type != null) {
            headers.add("Content-Type: " + type);
        }
        int count = draw.percent(40) ? 0 : draw.below(6);
        for (int i = 0; i < count; i++) {
            var name = draw.oneOf(HEADER_NAMES);
            headers.add(name + ": " + draw.oneOf(HEADERS.get(name)));
        }
        return headers;
    }

    /** Adds the body in one piece, in chunks or compressed, and now and then not as announced. */
    private static Request framed(
            Kind kind, String method, String target, List<String> headers, byte[] body, Draw draw, String canary) {
        var plain = new String(body, ISO_8859_1).replace("@", canary).getBytes(ISO_8859_1);
        var sent = plain;
        if (draw.percent(4)) {
            var coding = draw.oneOf(List.of("gzip", "gzip", "deflate", "identity", "br", "@"));
            headers.add("Content-Encoding: " + coding);
            sent = coded(coding, sent);
            if (draw.percent(10)) {
                sent = Arrays.copyOf(sent, draw.below(sent.length + 1));
            }
        }
        var framed = new ByteArrayOutputStream();
        if (draw.percent(15)) {
            headers.add("Transfer-Encoding: chunked");
            chunk(sent, framed, draw, canary);
        } else if (sent.length > 0 || method.equals("POST")) {
            headers.add("Content-Length: " + sent.length);
            framed.writeBytes(sent);
        }
        var head = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.replace("@", canary).getBytes(ISO_8859_1));
        request.writeBytes(framed.toByteArray());
        return new Request(kind, request.toByteArray(), plain, true, method.equals("HEAD"), method + " " + target);
    }

    private static byte[] coded(String coding, byte[] body) {
        var coded = new ByteArrayOutputStream();
        try (var out = coding.equals("gzip")
                ? new GZIPOutputStream(coded)
                : coding.equals("deflate") ? new DeflaterOutputStream(coded) : coded) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return coded.toByteArray();
    }

    private static void chunk(byte[] body, ByteArrayOutputStream chunks, Draw draw, String canary) {
        for (int from = 0; from < body.length; ) {
            int length = Math.min(body.length - from, 1 + draw.below(draw.percent(50) ? 20 : 20_000));
            var extension = draw.percent(2) ? ";a=" + canary : "";
            chunks.writeBytes((Integer.toHexString(length) + extension + "\r\n").getBytes(ISO_8859_1));
            chunks.write(body, from, length);
            chunks.writeBytes("\r\n".getBytes(ISO_8859_1));
            from += length;
        }
        var trailer = draw.percent(5) ? "X-Trailer: " + canary + "\r\n" : "";
        chunks.writeBytes(("0\r\n" + trailer + "\r\n").getBytes(ISO_8859_1));
    }

    private Request malformed(Draw draw, String canary) {
        var request = draw.oneOf(MALFORMED).replace("@", canary).getBytes(ISO_8859_1);
        if (draw.percent(30)) {
            int at = draw.below(request.length);
            System.arraycopy(draw.bytes(1), 0, request, at, 1);
        }
        if (draw.percent(10)) {
            request = Arrays.copyOf(request, draw.below(request.length));
        }
        return new Request(Kind.MALFORMED, request, request, false, false, "");
    }
}
