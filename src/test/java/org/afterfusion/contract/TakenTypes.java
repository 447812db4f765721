package org.afterfusion.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openapitools.openapidiff.core.compare.ExtensionDiff;
import org.openapitools.openapidiff.core.compare.OpenApiDiff;
import org.openapitools.openapidiff.core.model.Change;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.DiffContext;
import org.openapitools.openapidiff.core.model.DiffResult;

/**
 * Tells openapi-diff which JSON types a schema takes, null and properties without a name among them: a request may come to take
 * more, an answer fewer.
 */
public final class TakenTypes implements ExtensionDiff {

    static final String OTHER_PROPERTIES = "other properties";
    private static final String NAME = "taken-types";

    static void note(ObjectNode schema, List<String> types) {
        var taken = schema.putArray("x-" + NAME);
        types.forEach(taken::add);
    }

    @Override
    public ExtensionDiff setOpenApiDiff(OpenApiDiff comparison) {
        return this;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Changed diff(Change<?> change, DiffContext context) {
        return new Difference(
                without(change.getOldValue(), change.getNewValue()),
                without(change.getNewValue(), change.getOldValue()),
                context.isRequest());
    }

    private static List<Object> without(Object types, Object others) {
        var rest = types instanceof Collection<?> all ? new ArrayList<Object>(all) : new ArrayList<>();
        if (others instanceof Collection<?> some) {
            rest.removeAll(some);
        }
        return rest;
    }

    /** What a schema does not take any more, and what it takes now. */
    record Difference(List<Object> lost, List<Object> gained, boolean inRequest) implements Changed {

        @Override
        public DiffResult isChanged() {
            if (lost.isEmpty() && gained.isEmpty()) {
                return DiffResult.NO_CHANGES;
            }
            boolean breaks =
                    inRequest ? !lost.isEmpty() : gained.stream().anyMatch(type -> !type.equals(OTHER_PROPERTIES));
            return breaks ? DiffResult.INCOMPATIBLE : DiffResult.COMPATIBLE;
        }

        @Override
        public String toString() {
            return "takes " + gained + " now and not " + lost;
        }
    }
}
