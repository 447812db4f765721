package org.afterfusion.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the values that a part hands over. */
final class ValuedSerializer extends Wrapper<Valued> {

    private final List<ValueWriter> writers = new ArrayList<>();

    /** @param wrapped that of a bean */
    ValuedSerializer(JsonSerializer<?> wrapped) {
        super(wrapped);
    }

    @Override
    public void resolve(SerializerProvider provider) throws JsonMappingException {
        super.resolve(provider);
        for (var property : propertiesOfBean()) {
            writers.add(new ValueWriter(property, provider));
        }
    }

    @Override
    public void serialize(Valued value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        var values = value.values();
        generator.writeStartObject();
        for (int i = 0; i < values.length; i++) {
            writers.get(i).write(values[i], generator, provider);
        }
        generator.writeEndObject();
    }
}
