package org.afterfusion.api.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What the headers of a deprecated operation say.
 *
 * @param since structured date (RFC 9651)
 * @param sunset HTTP date (RFC 9110)
 */
record DeprecationNotice(String since, String sunset, List<String> links) {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    /**
     * Returns the headers for an annotation.
     *
     * @throws IllegalArgumentException naming the value that is wrong
     */
    static DeprecationNotice of(Deprecation deprecation) {
        var since = date("since", deprecation.since());
        var sunset = date("sunset", deprecation.sunset());
        if (sunset.isBefore(since)) {
            throw new IllegalArgumentException("sunset is before since");
        }
        var successor = address("successor", deprecation.successor());
        var page = address("link", deprecation.link());
        return new DeprecationNotice(
                "@" + since.toEpochSecond(),
                HTTP_DATE.format(sunset),
                List.of(
                        link(successor, "successor-version", ""),
                        link(page, "deprecation", "; type=\"text/html\""),
                        link(page, "sunset", "; type=\"text/html\"")));
    }

    private static ZonedDateTime date(String name, String value) {
        try {
            return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is not a date such as 2027-01-01", e);
        }
    }

    private static URI address(String name, String value) {
        try {
            var address = new URI(value);
            if (address.isAbsolute() || value.startsWith("/")) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name + " is not an address", e);
        }
        throw new IllegalArgumentException(name + " is neither absolute nor from the root");
    }

    private static String link(URI target, String relation, String more) {
        return "<" + target.toASCIIString() + ">; rel=\"" + relation + "\"" + more;
    }
}
