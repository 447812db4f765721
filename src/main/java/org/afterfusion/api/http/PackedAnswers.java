package org.afterfusion.api.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Packs long answers that stay the same once instead of for every client, which takes far longer than sending them. Keeps one for
 * each marked method, language and packing. All other answers are packed by the server as they are sent.
 */
@Singleton
final class PackedAnswers {

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
        if (response.getStatus() != Status.OK.getStatusCode()
                || !address.getQueryParameters().isEmpty()) {
            return;
        }
        var packing = wanted(exchange.parsedHeaders().acceptEncoding());
        if (packing != null) {
            var name = String.join(
                    " ",
                    resource.getResourceClass().getName(),
                    resource.getMethodName(),
                    response.getHeaderString(HttpHeaders.CONTENT_LANGUAGE),
                    packing.encoding());
            var bytes = packed.computeIfAbsent(name, first -> packed(response.getEntity(), packing));
            response.setEntity(bytes, response.getEntityAnnotations(), response.getMediaType());
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, packing.encoding());
        }
    }

    /** Returns the packing that weighs most, of several the closest; null if the client named none. */
    private static @Nullable Packing wanted(List<ParsedHeaderValue> accepted) {
        Packing wanted = null;
        float most = 0;
        for (var packing : Packing.values()) {
            float weight = packing.isAvailable() ? weightOf(packing, accepted) : 0;
            if (weight > most) {
                wanted = packing;
                most = weight;
            }
        }
        return wanted;
    }

    private static float weightOf(Packing packing, List<ParsedHeaderValue> accepted) {
        for (var encoding : accepted) {
            if (encoding.value().equalsIgnoreCase(packing.encoding())) {
                return encoding.weight();
            }
        }
        return 0;
    }

    private byte[] packed(Object answer, Packing packing) {
        try {
            return packing.pack(mapper.writeValueAsBytes(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
