package org.afterfusion.api.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses and methods that the resources answer. */
@Singleton
public final class Routes {

    private record Route(String template, Pattern path, String httpMethod, Method endpoint) {}

    /** What the framework answers beside the resources. */
    private static final Set<String> BESIDE = Set.of(
            "/", "/openapi", "/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics");

    private static final String SWAGGER_UI = "/swagger-ui";
    private static final String FILES = "/*";

    private final List<Route> routes;
    private final Map<String, String> plain;

    Routes(BeanManager beans) {
        routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(Routes::routes)
                .sorted(Comparator.comparingLong(
                        route -> route.template().chars().filter(c -> c == '{').count()))
                .toList();
        plain = Stream.concat(
                        BESIDE.stream(), routes.stream().map(Route::template).filter(template -> !isVariable(template)))
                .distinct()
                .collect(Collectors.toMap(template -> template, template -> template));
    }

    /** Returns the HTTP methods that a path answers; none where there is nothing. */
    public Set<String> methodsAt(String path) {
        return at(path).map(Route::httpMethod).collect(Collectors.toSet());
    }

    /**
     * Returns a name for a path out of a closed list, such as {@code /v1/findings/{id}}: the path itself may hold anything.
     *
     * @param status what was answered, which tells a file of the page from nothing at all
     */
    String nameOf(String path, int status) {
        var same = plain.get(path);
        if (same != null) {
            return same;
        }
        return at(path).map(Route::template).findFirst().orElseGet(() -> nameBeside(path, status));
    }

    private static String nameBeside(String path, int status) {
        if (status >= Response.Status.BAD_REQUEST.getStatusCode()) {
            return Exchange.OTHER;
        }
        return path.startsWith(SWAGGER_UI) ? SWAGGER_UI + FILES : FILES;
    }

    /** Returns the methods in Java that answer. */
    List<Method> endpoints() {
        return routes.stream().map(Route::endpoint).toList();
    }

    private Stream<Route> at(String path) {
        return routes.stream().filter(route -> route.path().matcher(path).matches());
    }

    private static Stream<Route> routes(Class<?> resource) {
        var base = resource.getAnnotation(Path.class).value();
        return Stream.of(resource.getMethods()).flatMap(endpoint -> Stream.of(endpoint.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(method -> method != null)
                .map(method -> {
                    var own = endpoint.getAnnotation(Path.class);
                    var segments = segments(own == null ? base : base + "/" + own.value());
                    return new Route("/" + String.join("/", segments), pattern(segments), method.value(), endpoint);
                }));
    }

    private static boolean isVariable(String template) {
        return template.contains("{");
    }

    private static List<String> segments(String template) {
        return Stream.of(template.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private static Pattern pattern(List<String> segments) {
        return segments.stream()
                .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.collectingAndThen(Collectors.joining("/+", "/*", "/*"), Pattern::compile));
    }
}
