package org.afterfusion.contract;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds every exchange of every HTTP test against the served document, without the tests knowing: Quarkus finds this class
 * through {@code META-INF/services}, and REST-assured then calls it. A test that speaks without REST-assured calls
 * {@link #check}.
 */
public final class ContractWatch implements QuarkusTestBeforeClassCallback, QuarkusTestAfterAllCallback, Filter {

    /** Not part of the contract; the last is a resource of the tests. */
    private static final List<String> EXEMPT = List.of("/q/", "/openapi", "/swagger-ui", "/v1/triage/test-only");

    private static final AtomicInteger CHECKED = new AtomicInteger();
    private static final String TOTAL = ContractWatch.class.getName() + ".total";

    private static volatile @Nullable Contract contract;

    @Override
    public void beforeClass(Class<?> testClass) {
        if (RestAssured.filters().stream().noneMatch(ContractWatch.class::isInstance)) {
            RestAssured.filters(this);
        }
    }

    /** Prints how many answers were checked; over all applications that the tests started, so kept outside this class loader. */
    @Override
    public void afterAll(QuarkusTestContext context) {
        int checked = CHECKED.getAndSet(0);
        int total = Integer.getInteger(TOTAL, 0) + checked;
        System.setProperty(TOTAL, String.valueOf(total));
        System.out.printf(
                "Contract: %d answers validated in %s, %d so far%n",
                checked, context.getTestInstance().getClass().getSimpleName(), total);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext chain) {
        var response = chain.next(request, expected);
        var address = URI.create(request.getURI());
        check(
                request.getMethod(),
                address.getRawQuery() == null
                        ? address.getRawPath()
                        : address.getRawPath() + "?" + address.getRawQuery(),
                request.getContentType(),
                bytes(request.getBody()),
                response.statusCode(),
                headers(response),
                unpacked(response));
        return response;
    }

    /**
     * Fails unless the exchange is one that the served document describes.
     *
     * @param path with its query, as sent
     * @param headers of the answer, by their names in lower case
     */
    public static void check(
            String method,
            String path,
            @Nullable String sentType,
            byte[] sent,
            int status,
            Map<String, String> headers,
            byte[] answer) {
        if (method.equals("OPTIONS") || EXEMPT.stream().anyMatch(path::startsWith)) {
            return;
        }
        var exchange = new Exchange(method, path, sentType, sent, status, headers, answer);
        var faults = contract().faults(exchange);
        CHECKED.incrementAndGet();
        if (!faults.isEmpty()) {
            throw new AssertionError("The document and the service differ in " + exchange + ":\n- "
                    + String.join("\n- ", faults)
                    + "\nMend the service, or the annotations that the document is made from.");
        }
    }

    private static Contract contract() {
        var known = contract;
        if (known == null) {
            known = new Contract(served());
            contract = known;
        }
        return known;
    }

    private static JsonNode served() {
        var address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/openapi");
        try (var document = address.toURL().openStream()) {
            return new YAMLMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(@Nullable Object body) {
        if (body == null) {
            return new byte[0];
        }
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        if (body instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw new IllegalArgumentException("send text or bytes, not " + body.getClass());
    }

    /** A test may have told REST-assured to leave a packed answer as it came. */
    private static byte[] unpacked(Response response) {
        var body = response.asByteArray();
        boolean isZipped = body.length > 2 && body[0] == (byte) 0x1f && body[1] == (byte) 0x8b;
        // REST-assured itself never unpacks brotli.
        boolean isBrotli = body.length > 0 && "br".equals(response.header("Content-Encoding"));
        if (!isZipped && !isBrotli) {
            return body;
        }
        var packed = new ByteArrayInputStream(body);
        try (var unpacking = isBrotli ? new BrotliInputStream(packed) : new GZIPInputStream(packed)) {
            return unpacking.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(Response response) {
        var headers = new TreeMap<String, String>();
        response.headers()
                .forEach(header -> headers.merge(
                        header.getName().toLowerCase(Locale.ROOT), header.getValue(), (a, b) -> a + ", " + b));
        return headers;
    }
}
