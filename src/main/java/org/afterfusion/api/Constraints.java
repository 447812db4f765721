package org.afterfusion.api;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.api.problem.Fault;
import org.afterfusion.api.problem.Fault.Code;

/** Bean Validation's violations as faults. */
final class Constraints {

    private static final Set<Class<?>> BOUNDS = Set.of(Min.class, Max.class, DecimalMin.class, DecimalMax.class);

    private Constraints() {}

    /** Adds the violations of a bean, save those that only follow from a fault already noted at the same place. */
    static <T> void check(T bean, Validator validator, List<Fault> faults, Class<?>... groups) {
        var noted = faults.stream().map(Fault::pointer).collect(Collectors.toSet());
        for (var violation : validator.validate(bean, groups)) {
            var fault = fault(violation, validator);
            if (!noted.contains(fault.pointer())) {
                faults.add(fault);
            }
        }
    }

    private static Fault fault(ConstraintViolation<?> violation, Validator validator) {
        var pointer = pointer(violation.getPropertyPath());
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        var annotation = violation.getConstraintDescriptor().getAnnotation().annotationType();
        if (annotation == NotNull.class) {
            return Fault.of(pointer, Code.REQUIRED);
        }
        if (BOUNDS.contains(annotation)) {
            return Fault.of(
                    pointer,
                    Code.OUT_OF_RANGE,
                    bound(violation, validator, Min.class, DecimalMin.class),
                    bound(violation, validator, Max.class, DecimalMax.class));
        }
        if (annotation == Size.class) {
            return Fault.of(
                    pointer,
                    Code.WRONG_LENGTH,
                    String.valueOf(attributes.get("min")),
                    String.valueOf(attributes.get("max")));
        }
        throw new IllegalStateException("no fault for " + annotation);
    }

    /** Returns one bound of the property that lies outside of its bounds; a violation knows only the one it broke. */
    private static String bound(ConstraintViolation<?> violation, Validator validator, Class<?>... kinds) {
        var name = "";
        for (var node : violation.getPropertyPath()) {
            name = node.getName();
        }
        return validator
                .getConstraintsForClass(violation.getLeafBean().getClass())
                .getConstraintsForProperty(name)
                .getConstraintDescriptors()
                .stream()
                .filter(constraint ->
                        Stream.of(kinds).anyMatch(constraint.getAnnotation().annotationType()::equals))
                .map(constraint -> String.valueOf(constraint.getAttributes().get("value")))
                .findFirst()
                .orElse("");
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (var node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
