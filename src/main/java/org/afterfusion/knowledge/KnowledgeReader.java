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
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.afterfusion.triage.Condition;
import org.afterfusion.triage.Text;
import org.jspecify.annotations.Nullable;

/** Maps one YAML file to a record, collecting what is wrong in it instead of stopping at the first fault. */
final class KnowledgeReader {

    private final Path root;
    private final List<KnowledgeIssue> issues;
    private final ObjectMapper mapper;
    private String file = "";

    KnowledgeReader(Path root, List<KnowledgeIssue> issues) {
        this.root = root;
        this.issues = issues;
        mapper = YAMLMapper.builder(YAMLFactory.builder().build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                .addHandler(new UnknownKeys())
                .addModule(new SimpleModule()
                        .addDeserializer(Text.class, new TextDeserializer())
                        .addDeserializer(Condition.class, new ConditionDeserializer()))
                .build();
        mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL));
        mapper.configOverride(Map.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    }

    /** Returns the content of a file, or null when it could not be mapped at all. */
    <T> @Nullable T read(Path path, Class<T> type) {
        file = root.relativize(path).toString();
        int before = issues.size();
        try (var input = Files.newInputStream(path)) {
            var content = mapper.readValue(input, type);
            if (content == null && issues.size() == before) {
                report("", "is empty");
            }
            return content;
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
