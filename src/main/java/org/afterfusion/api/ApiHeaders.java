package org.afterfusion.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.afterfusion.triage.TriageEngine;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says on every answer in which language it is; lets clients keep the catalogue and ask whether it has changed. */
final class ApiHeaders {

    private static final String KEEP_AND_REVALIDATE = "%s, max-age=300, must-revalidate";
    private static final int TAG_DIGITS = 16;
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Languages languages;
    private final String versionTag;
    private final String cacheControl;

    ApiHeaders(
            Languages languages,
            TriageEngine engine,
            @ConfigProperty(name = "afterfusion.auth") String authentication,
            @ConfigProperty(name = "quarkus.application.version") String applicationVersion) {
        this.languages = languages;
        // What asks for a token must not be had from a shared cache without one.
        cacheControl = KEEP_AND_REVALIDATE.formatted(authentication.equals("none") ? "public" : "private");
        var digest = engine.knowledge().digest();
        versionTag = applicationVersion + "-"
                + digest.substring(digest.indexOf(':') + 1).substring(0, TAG_DIGITS);
    }

    @ServerResponseFilter
    void add(ContainerRequestContext request, ContainerResponseContext response) {
        var language = languages.of(request);
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, language);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.ACCEPT_ENCODING);
        if (READING.contains(request.getMethod()) && response.getStatus() == Status.OK.getStatusCode()) {
            var tag = "\"" + versionTag + "-" + language + formOf(response) + "\"";
            // Weak, since the compressed bytes bear it too.
            headers.putSingle(HttpHeaders.ETAG, "W/" + tag);
            headers.putSingle(HttpHeaders.CACHE_CONTROL, cacheControl);
            if (isKnown(tag, request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
                response.setStatus(Status.NOT_MODIFIED.getStatusCode());
                response.setEntity(null, response.getEntityAnnotations(), null);
                headers.remove(HttpHeaders.CONTENT_TYPE);
            }
        } else {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** Tells a page from the same thing for programs. */
    private static String formOf(ContainerResponseContext response) {
        var type = response.getMediaType();
        return type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE) ? "-" + type.getSubtype() : "";
    }

    /** Compares weakly, as RFC 9110 asks for If-None-Match. */
    private static boolean isKnown(String tag, @org.jspecify.annotations.Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (var candidate : ifNoneMatch.split(",", -1)) {
            var known = candidate.strip();
            if (known.equals("*") || known.equals(tag) || known.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
