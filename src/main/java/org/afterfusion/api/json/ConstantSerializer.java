package org.afterfusion.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.io.StringWriter;

/** Writes a constant part as it was written the first time. */
final class ConstantSerializer extends Wrapper<Constant> {

    ConstantSerializer(JsonSerializer<?> wrapped) {
        super(wrapped);
    }

    @Override
    public void serialize(Constant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        var kept = value.encoded().parts;
        if (kept == null) {
            kept = new SerializableString[] {new SerializedString(written(value, generator, provider))};
            value.encoded().parts = kept;
        }
        generator.writeRawValue(kept[0]);
    }

    private String written(Constant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        var text = new StringWriter();
        try (var own = generator.getCodec().getFactory().createGenerator(text)) {
            wrapped.serialize(value, own, provider);
        }
        return text.toString();
    }
}
