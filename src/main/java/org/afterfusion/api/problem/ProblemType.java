package org.afterfusion.api.problem;

import org.afterfusion.triage.Words;

/** The kinds of problem, each with its status; titles and details are in the message bundle under the kebab-case name. */
public enum ProblemType {
    INVALID_REPORT(400),
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    KNOWLEDGE_VERSION_NOT_SERVED(409),
    TOO_LARGE(413),
    NOT_JSON(415),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    BUSY(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Returns the stable name on the wire. */
    public String uri() {
        return "urn:afterfusion:problem:" + Words.of(this);
    }

    /** Returns the kind for a status, the general client or server error where there is none of its own. */
    static ProblemType of(int status) {
        for (var type : values()) {
            if (type.status == status && type != INVALID_REPORT) {
                return type;
            }
        }
        return status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
    }
}
