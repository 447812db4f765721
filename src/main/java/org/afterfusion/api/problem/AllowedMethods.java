package org.afterfusion.api.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import java.util.TreeSet;
import org.afterfusion.api.http.Routes;

/** Which methods an address answers: the framework refuses the others with 405 but leaves out the Allow header. */
@Singleton
final class AllowedMethods {

    private final Routes routes;

    AllowedMethods(Routes routes) {
        this.routes = routes;
    }

    /** Returns the value of the Allow header for a path. */
    String at(String path) {
        var methods = new TreeSet<>(routes.methodsAt(path));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }
}
