package org.afterfusion.api.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Packs long answers that stay the same once instead of for every client, which takes far longer than sending them. Keeps one for
 * each marked method and language. All other answers are packed by the server as they are sent.
 */
@Singleton
final class PackedAnswers {

    private static final String GZIP = "gzip";

    /** Response filters run from high to low: after those that decide on the language and whether there is anything to send. */
    private static final int LAST = 0;

    private final ObjectMapper mapper;
    private final Map<String, byte[]> packed = new ConcurrentHashMap<>();

    PackedAnswers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @PackedOnce
    @ServerResponseFilter(priority = LAST)
    void pack(
            RoutingContext exchange, UriInfo address, ContainerResponseContext response, SimpleResourceInfo resource) {
        if (response.getStatus() == Status.OK.getStatusCode()
                && address.getQueryParameters().isEmpty()
                && isPackedWanted(exchange)) {
            var name = String.join(
                    " ",
                    resource.getResourceClass().getName(),
                    resource.getMethodName(),
                    response.getHeaderString(HttpHeaders.CONTENT_LANGUAGE));
            var bytes = packed.computeIfAbsent(name, first -> packed(response.getEntity()));
            response.setEntity(bytes, response.getEntityAnnotations(), response.getMediaType());
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
    }

    private static boolean isPackedWanted(RoutingContext exchange) {
        for (var encoding : exchange.parsedHeaders().acceptEncoding()) {
            if (encoding.value().equalsIgnoreCase(GZIP)) {
                return encoding.weight() > 0;
            }
        }
        return false;
    }

    private byte[] packed(Object answer) {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            mapper.writeValue(packing, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
