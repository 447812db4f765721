package org.afterfusion.api.access;

import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks: the subject of the token, or else the address. */
sealed interface Client {

    record Subject(String id) implements Client {}

    record Address(String address) implements Client {}

    /** The first half of an IPv6 address: whoever has one address has all that begin like it. */
    record Network(long prefix) implements Client {}

    static Client of(RoutingContext request) {
        if (request.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token) {
            return new Subject(Objects.requireNonNullElseGet(token.getSubject(), token::getName));
        }
        return of(String.valueOf(request.request().remoteAddress().host()));
    }

    static Client of(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length < 2 * Long.BYTES) {
            return new Address(address);
        }
        long prefix = ByteBuffer.wrap(bytes).getLong();
        // An IPv4 address in IPv6 form, or this machine.
        return prefix == 0 ? new Address(address) : new Network(prefix);
    }
}
