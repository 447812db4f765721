package org.afterfusion.api.json;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.afterfusion.triage.TriageEngine;

/** Makes the writing of answers cheap: what stays the same from answer to answer is turned into JSON once. */
@Singleton
final class AnswerJson implements ObjectMapperCustomizer {

    private final TriageEngine engine;

    AnswerJson(TriageEngine engine) {
        this.engine = engine;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        // Also gives the same digits on every JDK.
        mapper.getFactory().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER.mappedFeature());
        mapper.registerModule(new SimpleModule("constants")
                .addSerializer(String.class, new KnownTexts(engine.knowledge()))
                .setSerializerModifier(new BeanSerializerModifier() {
                    @Override
                    public JsonSerializer<?> modifySerializer(
                            SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
                        var type = bean.getBeanClass();
                        if (Constant.class.isAssignableFrom(type)) {
                            return new ConstantSerializer(serializer);
                        }
                        if (Framed.class.isAssignableFrom(type)) {
                            return new FramedSerializer(serializer);
                        }
                        return Valued.class.isAssignableFrom(type) ? new ValuedSerializer(serializer) : serializer;
                    }
                }));
    }
}
