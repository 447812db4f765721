package org.afterfusion.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.afterfusion.api.problem.Fault;
import org.afterfusion.api.problem.Fault.Code;
import org.afterfusion.api.problem.ProblemException;
import org.afterfusion.api.problem.ProblemType;
import org.afterfusion.triage.TriageEngine;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Says on every answer of version 1 which knowledge is in service, and holds clients to the version they insist on, so that an old
 * answer is never made anew with new rules unnoticed.
 */
@Singleton
final class KnowledgeVersions {

    static final String HEADER = "Knowledge-Version";

    /** Year, month and number. */
    static final String FORM = "^[0-9]{4}\\.(1[0-2]|[1-9])\\.(0|[1-9][0-9]{0,3})$";

    private static final Pattern WELL_FORMED = Pattern.compile(FORM);
    private static final String VERSION_1 = "/v1/";
    private static final String BELOW_TRIAGE = "/v1/triage/";
    private static final int AT_ONCE = 1_000;

    private final String served;

    KnowledgeVersions(TriageEngine engine) {
        served = engine.knowledge().version();
    }

    void sayServed(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (request.request().path().startsWith(VERSION_1)) {
                        request.response().putHeader(HEADER, served);
                    }
                    request.next();
                },
                AT_ONCE);
    }

    /**
     * Refuses the wrong version before anything of the body is read. For a single report {@link ReportReader} does it, which can
     * name the other faults too.
     */
    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith(BELOW_TRIAGE)) {
            return;
        }
        var faults = faults(request.getHeaders());
        if (!faults.isEmpty()) {
            throw new ProblemException(typeOf(faults, ProblemType.BAD_REQUEST), faults, List.of());
        }
    }

    /** Returns what is wrong with the version that the header insists on. */
    List<Fault> faults(MultivaluedMap<String, String> headers) {
        var faults = new ArrayList<Fault>();
        var versions = headers.get(HEADER);
        if (versions != null) {
            versions.forEach(version -> check(HEADER, version.strip(), faults));
        }
        return faults;
    }

    /** @param pointer to where the version stands */
    void check(String pointer, String version, List<Fault> faults) {
        if (!WELL_FORMED.matcher(version).matches()) {
            faults.add(Fault.of(pointer, Code.WRONG_FORM, served));
        } else if (!version.equals(served)) {
            faults.add(Fault.of(pointer, Code.NOT_SERVED, served));
        }
    }

    /** Returns the kind of problem: the version alone where nothing else is wrong. */
    static ProblemType typeOf(List<Fault> faults, ProblemType other) {
        return !faults.isEmpty() && faults.stream().allMatch(fault -> fault.code() == Code.NOT_SERVED)
                ? ProblemType.KNOWLEDGE_VERSION_NOT_SERVED
                : other;
    }
}
