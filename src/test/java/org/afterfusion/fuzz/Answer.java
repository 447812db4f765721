package org.afterfusion.fuzz;

/**
 * What came back.
 *
 * @param status 0 where the connection was closed instead, -1 where it is not HTTP/1
 * @param head status line and headers, and those of interim answers
 * @param body uncompressed, a byte a character
 */
record Answer(int status, String head, String body) {

    static final int CLOSED = 0;
    static final int NOT_HTTP = -1;

    boolean isProblem() {
        return head.contains("application/problem+json");
    }
}
