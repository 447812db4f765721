package org.afterfusion.boot;

import io.quarkus.micrometer.runtime.export.handlers.PrometheusHandler;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves the metrics beside the API as long as the management interface is closed. Where it is open they are there and nowhere
 * else; the framework can put them there, but only for good, when it is built.
 */
@Singleton
final class MetricsPlace {

    private static final String PATH = "/q/metrics";
    private static final boolean COMPRESSED = false;

    private final boolean moved;

    MetricsPlace(@ConfigProperty(name = "quarkus.management.host-enabled") boolean moved) {
        this.moved = moved;
    }

    void register(@Observes Router router) {
        if (!moved) {
            router.get(PATH).blockingHandler(new PrometheusHandler(COMPRESSED, Optional.empty()), false);
        }
    }
}
