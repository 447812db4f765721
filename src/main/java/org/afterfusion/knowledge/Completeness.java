package org.afterfusion.knowledge;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.afterfusion.triage.Condition;
import org.afterfusion.triage.Text;
import org.jspecify.annotations.Nullable;

/** Checks that a value read from a file lacks nothing: what our records do not mark as nullable must be there. */
final class Completeness {

    // A class makes its components anew for every caller, and the JVM generates code for the first call of each.
    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Component::new).toList();
        }
    };

    private final List<String> languages;
    private final BiConsumer<String, String> report;

    /** @param report takes the path and the problem */
    Completeness(Collection<String> languages, BiConsumer<String, String> report) {
        this.languages = List.copyOf(languages);
        this.report = report;
    }

    /**
     * Walks a value and reports every key that is missing, every text that lacks a language or has one too many.
     *
     * @return whether nothing is missing, so that further checks meet no null
     */
    boolean check(String path, @Nullable Object value) {
        if (value == null) {
            report.accept(path, "is missing");
            return false;
        }
        if (value instanceof Condition) {
            return true;
        }
        if (value instanceof Text text) {
            if (!text.languages().equals(Set.copyOf(languages))) {
                report.accept(path, "must be in " + languages);
            }
            text.byLanguage().values().stream()
                    .filter(String::isBlank)
                    .forEach(blank -> report.accept(path, "is blank"));
            return true;
        }
        boolean complete = true;
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                complete &= check(path + "[" + i + "]", list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                complete &= check(path + "." + entry.getKey(), entry.getValue());
            }
        } else if (value instanceof Record) {
            for (var component : COMPONENTS.get(value.getClass())) {
                var part = component.of(value);
                if (part != null || !component.nullable()) {
                    complete &= check(path.isEmpty() ? component.name() : path + "." + component.name(), part);
                }
            }
        }
        return complete;
    }

    private record Component(String name, Method accessor, boolean nullable) {

        Component(RecordComponent component) {
            this(
                    component.getName(),
                    component.getAccessor(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object of(Object owner) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
