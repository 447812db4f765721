package org.afterfusion.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.triage.SymptomReport.Approach;
import org.afterfusion.triage.SymptomReport.Course;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.Procedure;
import org.afterfusion.triage.SymptomReport.Reporter;
import org.afterfusion.triage.SymptomReport.Sex;
import org.afterfusion.triage.Words;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON has them: no number from a string, no text from a number, no integer from a fraction, no object from an empty
 * text. Jackson's own coercion checks throw past the {@link FaultCollector}; these report to it, so that reading goes on to the
 * next fault.
 */
final class StrictScalars extends SimpleModule {

    private static final long serialVersionUID = 1;

    StrictScalars() {
        addDeserializer(Integer.class, new Scalar<>(Integer.class, StrictScalars::integer, JsonToken.VALUE_NUMBER_INT));
        addDeserializer(
                Double.class,
                new Scalar<>(
                        Double.class, StrictScalars::number, JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT));
        addDeserializer(
                Boolean.class,
                new Scalar<>(Boolean.class, JsonParser::getBooleanValue, JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE));
        addDeserializer(String.class, new Scalar<>(String.class, JsonParser::getText, JsonToken.VALUE_STRING));
        words(Sex.class);
        words(Procedure.class);
        words(Approach.class);
        words(Presence.class);
        words(Course.class);
        words(Reporter.class);
        setDeserializerModifier(new Records());
    }

    private <E extends Enum<E>> void words(Class<E> type) {
        Map<String, E> byWord =
                Stream.of(type.getEnumConstants()).collect(Collectors.toMap(Words::of, Function.identity()));
        addDeserializer(type, new Scalar<>(type, parser -> byWord.get(parser.getText()), JsonToken.VALUE_STRING));
    }

    /** Out of the int range is out of every bound too, so the nearest int stands for it. */
    private static Integer integer(JsonParser parser) throws IOException {
        var number = parser.getBigIntegerValue();
        return number.bitLength() < Integer.SIZE ? number.intValue() : number.signum() * Integer.MAX_VALUE;
    }

    private static Double number(JsonParser parser) throws IOException {
        double number = parser.getDoubleValue();
        return Double.isFinite(number) ? number : Math.copySign(Double.MAX_VALUE, number);
    }

    private static final class Records extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
            return description.getBeanClass().isRecord() ? new ObjectOnly(deserializer) : deserializer;
        }
    }

    private static final class ObjectOnly extends DelegatingDeserializer {

        private static final long serialVersionUID = 1;

        ObjectOnly(JsonDeserializer<?> deserializer) {
            super(deserializer);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> deserializer) {
            return new ObjectOnly(deserializer);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.START_OBJECT)
                    ? super.deserialize(parser, context)
                    : context.handleUnexpectedToken(handledType(), parser);
        }
    }

    private interface Getter<T> {
        @Nullable
        T get(JsonParser parser) throws IOException;
    }

    private static final class Scalar<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Getter<T> getter;
        private final JsonToken[] tokens;

        Scalar(Class<T> type, Getter<T> getter, JsonToken... tokens) {
            super(type);
            this.getter = getter;
            this.tokens = tokens;
        }

        @Override
        @SuppressWarnings("unchecked") // the handler answers with null or not at all
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!Arrays.asList(tokens).contains(parser.currentToken())) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            var value = getter.get(parser);
            return value != null ? value : (T) context.handleWeirdStringValue(handledType(), "", "unknown word");
        }
    }
}
