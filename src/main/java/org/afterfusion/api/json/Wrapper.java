package org.afterfusion.api.json;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;

/** A serializer that leaves to another one, made by the framework, what has not been written before. */
abstract class Wrapper<T> extends JsonSerializer<T> implements ContextualSerializer, ResolvableSerializer {

    final JsonSerializer<Object> wrapped;

    @SuppressWarnings("unchecked")
    Wrapper(JsonSerializer<?> wrapped) {
        this.wrapped = (JsonSerializer<Object>) wrapped;
    }

    /** Returns such a serializer around another one. */
    abstract Wrapper<T> around(JsonSerializer<?> other);

    @Override
    public final void resolve(SerializerProvider provider) throws JsonMappingException {
        if (wrapped instanceof ResolvableSerializer resolvable) {
            resolvable.resolve(provider);
        }
    }

    @Override
    public final JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
            throws JsonMappingException {
        if (wrapped instanceof ContextualSerializer contextual) {
            var chosen = contextual.createContextual(provider, property);
            return chosen == wrapped ? this : around(chosen);
        }
        return this;
    }
}
