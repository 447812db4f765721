package org.afterfusion.triage;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the service knows, immutable and checked.
 *
 * @param version of the clinical content, as year.month.number
 * @param digest {@code sha256:} and the hash of all knowledge files
 * @param languages of every text
 * @param causes in catalogue order, without the unexplained
 * @param unexplained stands for every cause not modelled; ranked along, never listed
 * @param levels by urgency, low to high
 * @param contacts names of those to contact, by key
 * @param phrases texts by key, among them every {@link Phrase}
 * @param changeLog what changed from version to version, down from this one
 */
public record KnowledgeBase(
        String version,
        String digest,
        Review review,
        List<String> languages,
        Method method,
        List<Finding> findings,
        List<Combination> combinations,
        List<Cause> causes,
        Cause unexplained,
        List<RedFlag> redFlags,
        List<ScopeLimit> scope,
        List<UrgencyLevel> levels,
        List<EducationLink> education,
        List<Source> sources,
        Map<String, Text> contacts,
        Map<String, Text> phrases,
        IntendedUse intendedUse,
        HazardLog hazardLog,
        ChangeLog changeLog,
        InterviewPlan interview,
        RecoveryTimeline recovery) {

    /**
     * Whom or what the knowledge base was not made for.
     *
     * @param atLeast the level given all the same
     * @param outOfScope whether the answer's status says so, or only a notice
     * @param notice key of {@link KnowledgeBase#phrases}; names the limit
     */
    public record ScopeLimit(Condition when, boolean outOfScope, Urgency atLeast, String notice) {}

    public @Nullable Finding findFinding(String id) {
        return find(findings, Finding::id, id);
    }

    public @Nullable Cause findCause(String id) {
        return find(causes, Cause::id, id);
    }

    public @Nullable RedFlag findRedFlag(String id) {
        return find(redFlags, RedFlag::id, id);
    }

    public @Nullable Source findSource(String id) {
        return find(sources, Source::id, id);
    }

    public UrgencyLevel level(Urgency urgency) {
        return levels.get(urgency.rank() - 1);
    }

    public Text phrase(Phrase phrase) {
        return phrase(Words.of(phrase));
    }

    /** Returns the text of a key that the checks have seen to exist. */
    public Text phrase(String key) {
        return existing(phrases, key);
    }

    public Text contact(String key) {
        return existing(contacts, key);
    }

    private static <T> @Nullable T find(List<T> all, Function<T, String> id, String wanted) {
        return all.stream()
                .filter(one -> id.apply(one).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private static Text existing(Map<String, Text> texts, String key) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return text;
    }
}
