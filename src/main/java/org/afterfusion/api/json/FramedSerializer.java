package org.afterfusion.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes the varying properties of a part, and between them what was written the first time. */
final class FramedSerializer extends Wrapper<Framed> {

    private final List<ValueWriter> varying = new ArrayList<>();

    /** The fixed properties before, between and after the varying ones. */
    private final List<List<BeanPropertyWriter>> fixed = new ArrayList<>();

    /** @param wrapped that of a bean */
    FramedSerializer(JsonSerializer<?> wrapped) {
        super(wrapped);
    }

    @Override
    public void resolve(SerializerProvider provider) throws JsonMappingException {
        super.resolve(provider);
        fixed.add(new ArrayList<>());
        for (var property : propertiesOfBean()) {
            if (property.getAnnotation(Varying.class) == null) {
                fixed.get(varying.size()).add(property);
            } else {
                varying.add(new ValueWriter(property, provider));
                fixed.add(new ArrayList<>());
            }
        }
    }

    @Override
    public void serialize(Framed value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        var frame = value.encoded().parts;
        if (frame == null) {
            frame = frame(value, generator, provider);
            value.encoded().parts = frame;
        }
        var values = value.values();
        generator.writeStartObject();
        for (int i = 0; i < values.length; i++) {
            generator.writeRaw(frame[i]);
            varying.get(i).write(values[i], generator, provider);
        }
        generator.writeRaw(frame[values.length]);
        generator.writeEndObject();
    }

    /** What stands before the first property that varies ends with a comma; the generator, which knows nothing of it, sets none. */
    private SerializableString[] frame(Framed value, JsonGenerator generator, SerializerProvider provider)
            throws IOException {
        var frame = new SerializableString[fixed.size()];
        for (int i = 0; i < frame.length; i++) {
            var json = json(fixed.get(i), value, generator, provider);
            frame[i] = new SerializedString(json.isEmpty() ? "" : i == 0 ? json + "," : "," + json);
        }
        return frame;
    }

    private static String json(
            List<BeanPropertyWriter> properties, Framed value, JsonGenerator generator, SerializerProvider provider)
            throws IOException {
        var text = new StringWriter();
        try (var own = generator.getCodec().getFactory().createGenerator(text)) {
            own.writeStartObject();
            for (var property : properties) {
                write(property, value, own, provider);
            }
            own.writeEndObject();
        }
        return text.toString().substring(1, text.getBuffer().length() - 1);
    }

    private static void write(
            BeanPropertyWriter property, Framed value, JsonGenerator generator, SerializerProvider provider)
            throws IOException {
        try {
            property.serializeAsField(value, generator, provider);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
