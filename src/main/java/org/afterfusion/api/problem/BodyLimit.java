package org.afterfusion.api.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a body that did not say how long it is, once it has been read up to the limit set for its request. */
@Provider
final class BodyLimit implements ReaderInterceptor {

    private static final String KEY = BodyLimit.class.getName();

    private final CurrentVertxRequest current;

    BodyLimit(CurrentVertxRequest current) {
        this.current = current;
    }

    static void set(RoutingContext request, long bytes) {
        request.put(KEY, bytes);
    }

    /**
     * Gives up the connection after the answer, since the rest of the body is still on its way. HTTP/2 knows no such header, and
     * the connection carries other requests: there the rest is thrown away as it comes.
     */
    static void closeAfter(RoutingContext request) {
        if (request.request().version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            request.addEndHandler(end -> request.request().connection().close());
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        var request = current.getCurrent();
        Long limit = request.get(KEY);
        if (limit != null) {
            body.setInputStream(new Limited(body.getInputStream(), limit, request));
        }
        return body.proceed();
    }

    private static final class Limited extends FilterInputStream {

        private final RoutingContext request;
        private long left;

        Limited(InputStream in, long limit, RoutingContext request) {
            super(in);
            this.left = limit;
            this.request = request;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                closeAfter(request);
                throw new ProblemException(ProblemType.TOO_LARGE);
            }
        }
    }
}
