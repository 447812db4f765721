package org.afterfusion.boot;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As the service runs for good, its own packages telling all they have to tell. */
public final class ProductionProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.management.host-enabled", "true",
                "quarkus.log.console.json.enabled", "true",
                "quarkus.log.category.\"org.afterfusion\".level", "DEBUG");
    }
}
