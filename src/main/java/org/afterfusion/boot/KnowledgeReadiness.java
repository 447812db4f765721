package org.afterfusion.boot;

import org.afterfusion.triage.TriageEngine;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that a checked knowledge base is in service; says which. */
@Readiness
final class KnowledgeReadiness implements HealthCheck {

    private final TriageEngine engine;

    KnowledgeReadiness(TriageEngine engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("knowledge")
                .up()
                .withData("version", engine.knowledge().version())
                .withData("digest", engine.knowledge().digest())
                .build();
    }
}
