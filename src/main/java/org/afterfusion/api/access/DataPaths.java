package org.afterfusion.api.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the addresses of data from those that are open to everybody: health, metrics, the document and the page. Whatever is not
 * known to be open counts as data, so that no other spelling of an address gets around a check.
 */
@Singleton
final class DataPaths {

    private static final String OPERATIONS = "/(q|swagger-ui)(/.*)?|/openapi(\\.[a-z]+)?";

    private final Pattern open;

    /** @param page where the files of the page are, as a regular expression */
    DataPaths(@ConfigProperty(name = "quarkus.http.filter.page.matches") String page) {
        open = Pattern.compile(OPERATIONS + "|" + page);
    }

    boolean holds(RoutingContext request) {
        return !open.matcher(request.normalizedPath()).matches();
    }
}
