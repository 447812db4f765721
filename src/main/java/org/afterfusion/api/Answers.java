package org.afterfusion.api;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.Triage;
import org.afterfusion.triage.TriageEngine;

/** Words a triage in the language asked for. */
@Singleton
final class Answers {

    private final ReportDigest reportDigest = new ReportDigest();
    private final Map<String, Wording> wordings = new HashMap<>();

    Answers(TriageEngine engine) {
        var knowledge = engine.knowledge();
        knowledge.languages().forEach(language -> wordings.put(language, new Wording(knowledge, language)));
    }

    TriageResponse of(SymptomReport report, Triage triage, String language) {
        return Objects.requireNonNull(wordings.get(language)).of(triage, reportDigest.of(report));
    }
}
