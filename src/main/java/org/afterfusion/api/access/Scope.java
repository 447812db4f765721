package org.afterfusion.api.access;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Collection;
import java.util.Set;
import org.afterfusion.triage.Words;

/** What a token may allow: to read what the service knows, or to send reports, which includes reading. */
enum Scope {
    TRIAGE,
    CATALOGUE;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    static Scope neededFor(HttpServerRequest request) {
        return READING.contains(request.method()) ? CATALOGUE : TRIAGE;
    }

    boolean isAmong(Collection<String> granted) {
        return granted.contains(Words.of(this)) || granted.contains(Words.of(TRIAGE));
    }
}
