package org.afterfusion.boot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** A collector of OTLP over HTTP. Keeps what it is sent, byte for byte, and gives all of it back on {@value #RECEIVED}. */
public final class TraceCollector implements QuarkusTestResourceLifecycleManager {

    public static final String ENDPOINT = "otel.exporter.otlp.endpoint";
    public static final String RECEIVED = "/received";

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final HttpServer server;

    public TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            received.writeBytes(exchange.getRequestBody().readAllBytes());
            answer(exchange, new byte[0]);
        });
        server.createContext(RECEIVED, exchange -> answer(exchange, received.toByteArray()));
    }

    private static void answer(HttpExchange exchange, byte[] body) {
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of(
                ENDPOINT,
                "http://localhost:" + server.getAddress().getPort(),
                "otel.exporter.otlp.compression",
                "none",
                "otel.bsp.schedule.delay",
                "10");
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
