package org.afterfusion.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import java.io.IOException;
import java.io.StringWriter;

/** Writes a constant part as it was written the first time. */
final class ConstantSerializer extends JsonSerializer<Constant> implements ContextualSerializer, ResolvableSerializer {

    private final JsonSerializer<Object> first;

    ConstantSerializer(JsonSerializer<Object> first) {
        this.first = first;
    }

    @Override
    public void serialize(Constant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        var json = value.encoded().json;
        if (json == null) {
            json = new SerializedString(written(value, generator, provider));
            value.encoded().json = json;
        }
        generator.writeRawValue(json);
    }

    private String written(Constant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        var text = new StringWriter();
        try (var own = generator.getCodec().getFactory().createGenerator(text)) {
            first.serialize(value, own, provider);
        }
        return text.toString();
    }

    @Override
    public void resolve(SerializerProvider provider) throws JsonMappingException {
        if (first instanceof ResolvableSerializer resolvable) {
            resolvable.resolve(provider);
        }
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
            throws JsonMappingException {
        if (first instanceof ContextualSerializer contextual) {
            var chosen = contextual.createContextual(provider, property);
            if (chosen != first) {
                @SuppressWarnings("unchecked")
                var own = (JsonSerializer<Object>) chosen;
                return new ConstantSerializer(own);
            }
        }
        return this;
    }
}
