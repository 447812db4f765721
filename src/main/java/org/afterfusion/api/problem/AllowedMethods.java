package org.afterfusion.api.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods an address answers: the framework refuses the others with 405 but leaves out the Allow header. */
@Singleton
final class AllowedMethods {

    private record Route(Pattern path, String method) {}

    private final List<Route> routes;

    AllowedMethods(BeanManager beans) {
        routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(AllowedMethods::routes)
                .toList();
    }

    /** Returns the value of the Allow header for a path. */
    String at(String path) {
        var methods = routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }

    private static Stream<Route> routes(Class<?> resource) {
        var base = resource.getAnnotation(Path.class).value();
        return Stream.of(resource.getMethods()).flatMap(endpoint -> Stream.of(endpoint.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(method -> method != null)
                .map(method -> {
                    var own = endpoint.getAnnotation(Path.class);
                    return new Route(pattern(own == null ? base : base + "/" + own.value()), method.value());
                }));
    }

    private static Pattern pattern(String template) {
        return Stream.of(template.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.collectingAndThen(Collectors.joining("/+", "/*", "/*"), Pattern::compile));
    }
}
