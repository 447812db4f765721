package org.afterfusion.api;

import java.util.function.BiConsumer;
import org.afterfusion.api.http.AccessNotes;

/** What the access log says of one triage: the outcome, not the reasons. */
record TriageNotes(TriageResponse answer) implements AccessNotes {

    @Override
    public void forEach(BiConsumer<String, String> line) {
        line.accept("urgency", answer.urgency().level());
        line.accept("triage", answer.status());
        line.accept("knowledge", answer.basis().knowledgeVersion());
    }
}
