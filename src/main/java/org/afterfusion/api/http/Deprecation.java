package org.afterfusion.api.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that is on its way out. Its answers say so by {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594)
 * and {@code Link} headers. The document must say so too: the service does not start unless the method also bears
 * {@code @Operation(deprecated = true)} or is hidden from the document, nor with a value that is not of the form below.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Deprecation {

    /** Date from which on it should no longer be used, as {@code 2027-01-01}; in UTC. */
    String since();

    /** Date from which on it may no longer answer, as {@code 2027-07-01}; in UTC and not before {@link #since}. */
    String sunset();

    /** Address of what takes its place, absolute or from the root, as {@code /v2/triage}. */
    String successor();

    /** Address of a page for people on how to move, absolute or from the root. */
    String link();
}
