package org.afterfusion.api.http;

/**
 * One request with its answer, as far as logs and metrics may know it: each word is one of a closed list.
 *
 * @param method of HTTP, or {@link #OTHER}
 * @param route template of the address, or {@link #OTHER}
 * @param bytes of the answer's body
 * @param whole whether the answer went out to its end
 */
record Exchange(String method, String route, int status, long nanos, long bytes, boolean whole) {

    static final String OTHER = "-";
}
