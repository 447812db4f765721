package org.afterfusion.api.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Ends an exchange so that its client sees that the answer is not complete. */
public final class CutOff {

    private CutOff() {}

    /**
     * Cuts off the answer to a request. Over HTTP/1.1 the connection is closed, and not the answer reset: after a reset the
     * framework tells nobody that the exchange is over.
     */
    public static void cut(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
