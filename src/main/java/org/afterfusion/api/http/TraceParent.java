package org.afterfusion.api.http;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code traceparent} as W3C Trace Context asks: version 00 exactly, later versions as far as they are known. */
final class TraceParent {

    static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile(
            "(?<version>[0-9a-f]{2})-(?<trace>[0-9a-f]{32})-(?<parent>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<more>-.*)?");

    private TraceParent() {}

    /** Returns the trace that the headers name; none where they are malformed or name more than one. */
    static Optional<String> traceId(List<String> headers) {
        return parsed(headers).map(form -> form.group("trace"));
    }

    /** Returns the caller's span as the headers name it, without the state that may come along with it. */
    static Optional<SpanContext> span(List<String> headers) {
        return parsed(headers)
                .map(form -> SpanContext.createFromRemoteParent(
                        form.group("trace"),
                        form.group("parent"),
                        TraceFlags.fromHex(form.group("flags"), 0),
                        TraceState.getDefault()));
    }

    private static Optional<Matcher> parsed(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        var form = FORM.matcher(headers.get(0));
        boolean valid = form.matches()
                && !form.group("version").equals("ff")
                && !(form.group("version").equals("00") && form.group("more") != null)
                && !isZero(form.group("trace"))
                && !isZero(form.group("parent"));
        return valid ? Optional.of(form) : Optional.empty();
    }

    private static boolean isZero(String id) {
        return id.chars().allMatch(digit -> digit == '0');
    }
}
