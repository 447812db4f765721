package org.afterfusion.api.json;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import java.util.ArrayList;
import java.util.List;

/** A serializer that leaves to another one, made by the framework, what has not been written before. */
abstract class Wrapper<T> extends JsonSerializer<T> implements ContextualSerializer, ResolvableSerializer {

    final JsonSerializer<Object> wrapped;

    @SuppressWarnings("unchecked")
    Wrapper(JsonSerializer<?> wrapped) {
        this.wrapped = (JsonSerializer<Object>) wrapped;
    }

    /** Returns the properties of a bean, once resolved. */
    final List<BeanPropertyWriter> propertiesOfBean() {
        var properties = new ArrayList<BeanPropertyWriter>();
        wrapped.properties().forEachRemaining(property -> properties.add((BeanPropertyWriter) property));
        return properties;
    }

    @Override
    public void resolve(SerializerProvider provider) throws JsonMappingException {
        if (wrapped instanceof ResolvableSerializer resolvable) {
            resolvable.resolve(provider);
        }
    }

    /** Where a part is to be written in another way than everywhere else, the framework writes it. */
    @Override
    public final JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
            throws JsonMappingException {
        if (wrapped instanceof ContextualSerializer contextual) {
            var chosen = contextual.createContextual(provider, property);
            return chosen == wrapped ? this : chosen;
        }
        return this;
    }
}
