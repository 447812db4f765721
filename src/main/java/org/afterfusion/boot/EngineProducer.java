package org.afterfusion.boot;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.TriageEngine;

/** Loads the shipped knowledge once, at start-up; whatever is wrong in it keeps the service from being built or from starting. */
@Singleton
final class EngineProducer {

    private static final String FOLDER = "knowledge";

    /** Made of the folder by the build. */
    private static final String PACKED = "/knowledge.json";

    @Produces
    @Singleton
    @Startup
    TriageEngine engine() throws IOException {
        // Whoever works on the files sees each change at once.
        return new TriageEngine(LaunchMode.current() == LaunchMode.NORMAL ? packed() : folder());
    }

    private static KnowledgeBase packed() throws IOException {
        try (var packed = Resources.open(PACKED)) {
            return KnowledgeLoader.unpack(packed);
        }
    }

    private static KnowledgeBase folder() throws IOException {
        var knowledge = new AtomicReference<KnowledgeBase>();
        ClassPathUtils.consumeAsPaths(FOLDER, folder -> knowledge.set(KnowledgeLoader.load(folder)));
        if (knowledge.get() == null) {
            throw new IllegalStateException("no folder " + FOLDER + " on the class path");
        }
        return knowledge.get();
    }
}
