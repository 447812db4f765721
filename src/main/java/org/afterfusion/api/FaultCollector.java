package org.afterfusion.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.api.problem.Fault;
import org.afterfusion.api.problem.Fault.Code;
import org.afterfusion.triage.Words;
import org.jspecify.annotations.Nullable;

/** Notes each fault of form at its JSON pointer and lets binding go on without the value. */
final class FaultCollector extends DeserializationProblemHandler {

    /** Key of the context attribute with the list that takes the faults. */
    static final String FAULTS = "faults";

    private static final int SPEAKABLE_NAME = 64;

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            @Nullable JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        var known = deserializer == null || deserializer.getKnownPropertyNames() == null
                ? Stream.<String>empty()
                : deserializer.getKnownPropertyNames().stream()
                        .map(String::valueOf)
                        .sorted();
        note(
                context,
                unknownPropertyPointer(context, parser, name),
                Code.UNKNOWN_PROPERTY,
                known.collect(Collectors.joining(", ")));
        parser.skipChildren();
        return true;
    }

    /**
     * A key long or odd enough to carry content of its own is left out of the answer. Jackson sets unknown properties of a record
     * aside and replays them, with a path of their own making, when the body's parser has come to the end of the record.
     */
    private static String unknownPropertyPointer(DeserializationContext context, JsonParser parser, String name) {
        var body = context.getParser();
        var at = body.getParsingContext().pathAsPointer();
        var owner = parser == body ? at.head() : at;
        boolean speakable = !name.isEmpty()
                && name.length() <= SPEAKABLE_NAME
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
        return speakable ? owner.appendProperty(name).toString() : owner.toString();
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String problem)
            throws IOException {
        note(
                context,
                parser.getParsingContext().pathAsPointer().toString(),
                Code.WRONG_TYPE,
                expected(target.getRawClass()));
        parser.skipChildren();
        return null;
    }

    private static String expected(Class<?> type) {
        if (type == Integer.class) {
            return "type.integer";
        }
        if (type == Double.class) {
            return "type.number";
        }
        if (type == Boolean.class) {
            return "type.boolean";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "type.array";
        }
        return type.isRecord() ? "type.object" : "type.string";
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String problem) {
        var words = Stream.of(type.getEnumConstants())
                .map(constant -> Words.of((Enum<?>) constant))
                .collect(Collectors.joining(", "));
        note(context, context.getParser().getParsingContext().pathAsPointer().toString(), Code.UNKNOWN_WORD, words);
        return null;
    }

    @SuppressWarnings("unchecked") // set by ReportReader alone
    private static void note(DeserializationContext context, String pointer, Code code, Object... arguments) {
        ((List<Fault>) context.getAttribute(FAULTS)).add(Fault.of(pointer, code, arguments));
    }
}
