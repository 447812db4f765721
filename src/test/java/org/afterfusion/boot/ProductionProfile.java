package org.afterfusion.boot;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** As the service runs for good, its own packages telling all they have to tell, and with a collector of traces. */
public final class ProductionProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.management.host-enabled", "true",
                "quarkus.log.console.json.enabled", "true",
                "quarkus.log.category.\"org.afterfusion\".level", "DEBUG");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(TraceCollector.class));
    }
}
