package org.afterfusion.evaluation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.afterfusion.triage.Text;

/** Reads the stored evaluation and its words, strictly: an unknown key is an error. */
public final class EvaluationLoader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final YAMLMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addDeserializer(Text.class, new TextDeserializer()))
            .build();

    private EvaluationLoader() {}

    public static Evaluation evaluation(InputStream json) throws IOException {
        return JSON.readValue(json, Evaluation.class);
    }

    public static EvaluationTexts texts(InputStream yaml) throws IOException {
        return YAML.readValue(yaml, EvaluationTexts.class);
    }

    private static final class TextDeserializer extends JsonDeserializer<Text> {
        @Override
        public Text deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new Text(context.readValue(
                    parser, context.getTypeFactory().constructType(new TypeReference<Map<String, String>>() {})));
        }
    }
}
