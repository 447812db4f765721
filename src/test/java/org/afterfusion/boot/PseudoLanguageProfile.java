package org.afterfusion.boot;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** Starts the service with {@link PseudoLanguage} as its third language. */
public final class PseudoLanguageProfile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(PseudoLanguage.class);
    }

    /** Called before the service starts, so the files are written here; overrides nothing. */
    @Override
    public Map<String, String> getConfigOverrides() {
        PseudoLanguage.write();
        return Map.of();
    }
}
