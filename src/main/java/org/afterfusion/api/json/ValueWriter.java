package org.afterfusion.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes a property whose value is at hand as the framework would write it. */
final class ValueWriter {

    private final SerializableString name;
    private final boolean leftOutWithoutValue;
    private final JsonSerializer<Object> serializer;

    /** @param property of a declared type that says how all its values are written */
    ValueWriter(BeanPropertyWriter property, SerializerProvider provider) throws JsonMappingException {
        name = property.getSerializedName();
        leftOutWithoutValue = property.willSuppressNulls();
        serializer = provider.findPrimaryPropertySerializer(property.getType(), property);
    }

    void write(@Nullable Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        if (value != null) {
            generator.writeFieldName(name);
            serializer.serialize(value, generator, provider);
        } else if (!leftOutWithoutValue) {
            generator.writeFieldName(name);
            generator.writeNull();
        }
    }
}
