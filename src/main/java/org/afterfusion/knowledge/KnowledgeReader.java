package org.afterfusion.knowledge;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.afterfusion.triage.Condition;
import org.afterfusion.triage.Text;
import org.jspecify.annotations.Nullable;

/** Maps one file to a record, collecting what is wrong in it instead of stopping at the first fault. */
final class KnowledgeReader {

    private final List<KnowledgeIssue> issues;
    private final ObjectMapper mapper;
    private String file = "";

    private KnowledgeReader(MapperBuilder<?, ?> mapper, List<KnowledgeIssue> issues) {
        this.issues = issues;
        this.mapper = mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                .addHandler(new UnknownKeys())
                .addModule(new SimpleModule()
                        .addDeserializer(Text.class, new TextDeserializer())
                        .addDeserializer(Condition.class, new ConditionDeserializer()))
                .build();
        this.mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL));
        this.mapper.configOverride(Map.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    }

    /** Returns a reader of the files as they are written. */
    static KnowledgeReader ofYaml(List<KnowledgeIssue> issues) {
        return new KnowledgeReader(yaml().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS), issues);
    }

    /** A key without a value is a mistake: it holds an empty text, which fits nowhere, rather than nothing, which may. */
    static YAMLMapper.Builder yaml() {
        return YAMLMapper.builder()
                .disable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    /** Returns a reader of {@linkplain KnowledgePacker packed} files. */
    static KnowledgeReader ofJson(List<KnowledgeIssue> issues) {
        return new KnowledgeReader(JsonMapper.builder(), issues);
    }

    /** Returns a parser of a file, or of what holds several. */
    JsonParser open(InputStream content) throws IOException {
        return mapper.createParser(content);
    }

    /**
     * Returns what comes next, or null when it could not be mapped at all.
     *
     * @param path of the file it belongs to, below the knowledge folder
     */
    <T> @Nullable T read(String path, JsonParser content, Class<T> type) {
        file = path;
        int before = issues.size();
        try {
            var read = mapper.readValue(content, type);
            if (read == null && issues.size() == before) {
                report("", "is empty");
            }
            return read;
        } catch (JsonMappingException e) {
            report(pathOf(e), e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            var location = e.getLocation(); // none when it was thrown by one of our own types
            report(location == null ? "" : "line " + location.getLineNr(), e.getOriginalMessage());
        } catch (IOException e) {
            report("", "cannot be read: " + e.getMessage());
        }
        return null;
    }

    private void report(String path, String problem) {
        issues.add(new KnowledgeIssue(file, path, problem));
    }

    private static String pathOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(reference -> reference.getFieldName() == null
                        ? "[" + reference.getIndex() + "]"
                        : "." + reference.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String pathOf(JsonParser parser) {
        return pathOf(parser.getParsingContext().pathAsPointer());
    }

    private static String pathOf(JsonPointer pointer) {
        return pointer.toString()
                .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replace('/', '.')
                .replaceFirst("^\\.", "");
    }

    private final class UnknownKeys extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                @Nullable JsonDeserializer<?> deserializer,
                Object beanOrClass,
                String name)
                throws IOException {
            // A record is built before its unknown keys are looked at, so the reader already stands at its end.
            var owner = pathOf(context.getParser());
            report(owner.isEmpty() ? name : owner + "." + name, "unknown key");
            parser.skipChildren();
            return true;
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> target, String value, String problem) {
            report(pathOf(context.getParser()), "unknown word " + value);
            return null;
        }

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String problem)
                throws IOException {
            report(pathOf(parser), "has the wrong form");
            parser.skipChildren();
            return null;
        }
    }

    private final class TextDeserializer extends JsonDeserializer<Text> {
        @Override
        public Text deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var pointer = parser.getParsingContext().pathAsPointer();
            Map<String, String> byLanguage = context.readValue(
                    parser, context.getTypeFactory().constructMapType(Map.class, String.class, String.class));
            if (byLanguage == null || byLanguage.get(Text.DEFAULT_LANGUAGE) == null) {
                report(pathOf(pointer), "language " + Text.DEFAULT_LANGUAGE + " is missing");
                return new Text(Map.of(Text.DEFAULT_LANGUAGE, ""));
            }
            byLanguage.values().removeIf(Objects::isNull);
            return new Text(byLanguage);
        }
    }

    private final class ConditionDeserializer extends JsonDeserializer<Condition> {
        @Override
        public Condition deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var pointer = parser.getParsingContext().pathAsPointer();
            JsonNode node = context.readTree(parser);
            return new ConditionReader((below, problem) -> report(pathOf(pointer) + below, problem)).read(node);
        }
    }
}
