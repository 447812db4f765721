package org.afterfusion.fuzz;

/**
 * What is sent over a connection of its own or one that others have used.
 *
 * @param bytes all of it
 * @param body what it means to carry, before it was cut into chunks or compressed
 * @param isWellFormed whether HTTP allows it, so that it has to be answered
 * @param isForHead whether the answer has no body whatever its headers say
 * @param target the address, for people
 */
record Request(Kind kind, byte[] bytes, byte[] body, boolean isWellFormed, boolean isForHead, String target) {

    enum Kind {
        TRIAGE,
        INTERVIEW,
        BATCH,
        CATALOGUE,
        BESIDE,
        ADDRESS,
        MALFORMED
    }
}
