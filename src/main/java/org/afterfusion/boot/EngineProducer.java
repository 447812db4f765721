package org.afterfusion.boot;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.TriageEngine;

/** Loads the shipped knowledge once, at start-up; whatever is wrong in it keeps the service from starting. */
@Singleton
final class EngineProducer {

    private static final String KNOWLEDGE_FOLDER = "knowledge";

    @Produces
    @Singleton
    @Startup
    TriageEngine engine() throws IOException {
        var knowledge = new AtomicReference<KnowledgeBase>();
        ClassPathUtils.consumeAsPaths(KNOWLEDGE_FOLDER, folder -> knowledge.set(KnowledgeLoader.load(folder)));
        if (knowledge.get() == null) {
            throw new IllegalStateException("no folder " + KNOWLEDGE_FOLDER + " on the class path");
        }
        return new TriageEngine(knowledge.get());
    }
}
