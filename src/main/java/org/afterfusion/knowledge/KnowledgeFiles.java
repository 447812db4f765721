package org.afterfusion.knowledge;

import java.util.List;
import java.util.Map;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.ChangeLog;
import org.afterfusion.triage.Combination;
import org.afterfusion.triage.EducationLink;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.HazardLog;
import org.afterfusion.triage.IntendedUse;
import org.afterfusion.triage.InterviewPlan;
import org.afterfusion.triage.KnowledgeBase.ScopeLimit;
import org.afterfusion.triage.Method;
import org.afterfusion.triage.RecoveryTimeline;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Review;
import org.afterfusion.triage.Source;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.UrgencyLevel;
import org.jspecify.annotations.Nullable;

/**
 * Which files there are, by their path below the knowledge folder, and the outermost keys of those that hold more than one thing; a
 * cause or a red flag is a file of its own.
 */
final class KnowledgeFiles {

    static final String HEAD = "knowledge.yaml";
    static final String COMBINATIONS = "combinations.yaml";
    static final String UNEXPLAINED = "unexplained.yaml";
    static final String LEVELS = "urgency-levels.yaml";
    static final String EDUCATION = "education.yaml";
    static final String SOURCES = "sources.yaml";
    static final String TEXTS = "texts.yaml";
    static final String HAZARDS = "hazards.yaml";
    static final String CHANGES = "changes.yaml";
    static final String INTERVIEW = "interview.yaml";
    static final String RECOVERY = "recovery.yaml";

    static final String FINDINGS = "findings";
    static final String CAUSES = "causes";
    static final String RED_FLAGS = "red-flags";

    private static final Map<String, Class<?>> BY_FILE = Map.ofEntries(
            Map.entry(HEAD, Head.class),
            Map.entry(COMBINATIONS, Combinations.class),
            Map.entry(UNEXPLAINED, Cause.class),
            Map.entry(LEVELS, UrgencyLevels.class),
            Map.entry(EDUCATION, Education.class),
            Map.entry(SOURCES, Sources.class),
            Map.entry(TEXTS, Texts.class),
            Map.entry(HAZARDS, HazardLog.class),
            Map.entry(CHANGES, ChangeLog.class),
            Map.entry(INTERVIEW, InterviewPlan.class),
            Map.entry(RECOVERY, RecoveryTimeline.class));

    private static final Map<String, Class<?>> BY_FOLDER =
            Map.of(FINDINGS, FindingFamily.class, CAUSES, Cause.class, RED_FLAGS, RedFlag.class);

    private KnowledgeFiles() {}

    /** Returns what the file of a path holds, or null where no file has its place. */
    static @Nullable Class<?> typeOf(String path) {
        int folder = path.indexOf('/');
        return folder < 0 ? BY_FILE.get(path) : BY_FOLDER.get(path.substring(0, folder));
    }

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
