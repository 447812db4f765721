package org.afterfusion.api.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** An open service on the internet: behind a proxy that it trusts, for pages of one other origin, and limited. */
public final class PublicProfile implements QuarkusTestProfile {

    /** Few, so that slow tests do not win one back unnoticed. */
    public static final int REQUESTS_PER_MINUTE = 6;

    /** The host that pages may call from, on any port; a name that leads to this machine. */
    public static final String FRIEND = "friend.localhost";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "afterfusion.rate-limit.requests-per-minute", String.valueOf(REQUESTS_PER_MINUTE),
                "quarkus.http.cors.enabled", "true",
                "quarkus.http.cors.origins", "/http://" + FRIEND.replace(".", "\\.") + ":[0-9]+/",
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.proxy.trusted-proxies", "127.0.0.1,::1");
    }
}
