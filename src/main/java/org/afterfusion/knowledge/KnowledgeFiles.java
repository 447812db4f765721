package org.afterfusion.knowledge;

import java.util.List;
import java.util.Map;
import org.afterfusion.triage.Combination;
import org.afterfusion.triage.EducationLink;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.IntendedUse;
import org.afterfusion.triage.KnowledgeBase.ScopeLimit;
import org.afterfusion.triage.Method;
import org.afterfusion.triage.Review;
import org.afterfusion.triage.Source;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.UrgencyLevel;

/** The outermost keys of the files that hold more than one thing; a cause or a red flag is a file of its own. */
final class KnowledgeFiles {

    private KnowledgeFiles() {}

    /** {@code knowledge.yaml} */
    record Head(
            String version,
            Review review,
            List<String> languages,
            IntendedUse intendedUse,
            Method method,
            List<ScopeLimit> scope) {}

    /** {@code findings/*.yaml} */
    record FindingFamily(String family, Review review, List<Finding> findings) {}

    /** {@code combinations.yaml} */
    record Combinations(List<Combination> combinations) {}

    /** {@code urgency-levels.yaml} */
    record UrgencyLevels(List<UrgencyLevel> levels) {}

    /** {@code education.yaml} */
    record Education(List<EducationLink> education) {}

    /** {@code sources.yaml} */
    record Sources(List<Source> sources) {}

    /** {@code texts.yaml} */
    record Texts(Map<String, Text> contacts, Map<String, Text> phrases) {}
}
