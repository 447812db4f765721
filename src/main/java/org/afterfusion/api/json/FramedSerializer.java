package org.afterfusion.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes the varying properties of a part, and between them what was written the first time. */
final class FramedSerializer extends Wrapper<Framed> {

    /** Neighbours, which are either all fixed or a single one that varies. */
    private record Stretch(boolean varying, List<PropertyWriter> properties) {}

    private final List<Stretch> stretches = new ArrayList<>();

    /** @param wrapped that of a bean */
    FramedSerializer(JsonSerializer<?> wrapped) {
        super(wrapped);
        wrapped.properties().forEachRemaining(property -> {
            boolean varying = property.getAnnotation(Varying.class) != null;
            if (varying || stretches.isEmpty() || last().varying()) {
                stretches.add(new Stretch(varying, new ArrayList<>()));
            }
            last().properties().add(property);
        });
    }

    private Stretch last() {
        return stretches.get(stretches.size() - 1);
    }

    @Override
    FramedSerializer around(JsonSerializer<?> other) {
        return new FramedSerializer(other);
    }

    @Override
    public void serialize(Framed value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        var fixed = value.encoded().parts;
        if (fixed == null) {
            fixed = fixed(value, generator, provider);
            value.encoded().parts = fixed;
        }
        generator.writeStartObject();
        for (int i = 0; i < fixed.size(); i++) {
            if (stretches.get(i).varying()) {
                write(stretches.get(i), value, generator, provider);
            } else {
                generator.writeRaw(fixed.get(i));
            }
        }
        generator.writeEndObject();
    }

    /** What stands before the first property that varies ends with a comma; the generator, which knows nothing of it, sets none. */
    private List<SerializableString> fixed(Framed value, JsonGenerator generator, SerializerProvider provider)
            throws IOException {
        var fixed = new ArrayList<SerializableString>();
        boolean first = true;
        for (var stretch : stretches) {
            var json = stretch.varying() ? "" : json(stretch, value, generator, provider);
            fixed.add(new SerializedString(json.isEmpty() ? "" : first ? json + "," : "," + json));
            first &= !stretch.varying();
        }
        return fixed;
    }

    private static String json(Stretch stretch, Framed value, JsonGenerator generator, SerializerProvider provider)
            throws IOException {
        var text = new StringWriter();
        try (var own = generator.getCodec().getFactory().createGenerator(text)) {
            own.writeStartObject();
            write(stretch, value, own, provider);
            own.writeEndObject();
        }
        return text.toString().substring(1, text.getBuffer().length() - 1);
    }

    private static void write(Stretch stretch, Framed value, JsonGenerator generator, SerializerProvider provider)
            throws IOException {
        for (var property : stretch.properties()) {
            try {
                property.serializeAsField(value, generator, provider);
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
