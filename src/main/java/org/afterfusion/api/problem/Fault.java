package org.afterfusion.api.problem;

import java.util.List;
import java.util.stream.Stream;

/**
 * One thing wrong in a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the field; empty for the whole body
 * @param arguments fill the places of the message, as text or as key of the message bundle; never a submitted value
 */
public record Fault(String pointer, Code code, List<String> arguments) {

    public static Fault of(String pointer, Code code, Object... arguments) {
        return new Fault(
                pointer, code, Stream.of(arguments).map(String::valueOf).toList());
    }

    /** What kind of fault it is; on the wire in kebab-case, so that a client can act on it. */
    public enum Code {
        NOT_JSON,
        DUPLICATE_KEY,
        TRAILING_CONTENT,
        TOO_DEEP,
        UNKNOWN_PROPERTY,
        WRONG_TYPE,
        UNKNOWN_WORD,
        REQUIRED,
        OUT_OF_RANGE,
        WRONG_LENGTH,
        WRONG_FORM,
        UNKNOWN_FINDING,
        DUPLICATE_FINDING,
        EXACTLY_ONE_ANSWER,
        DOES_NOT_FIT,
        CONTRADICTION,
        NOT_SERVED,
        MORE_FAULTS
    }
}
