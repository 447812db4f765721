package org.afterfusion.triage;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.afterfusion.triage.Condition.Going;
import org.jspecify.annotations.Nullable;

/** Small integers for the findings, in catalogue order. */
final class Vocabulary {

    private final List<Finding> findings;
    private final Map<String, Integer> indexById = new HashMap<>();
    private final BitSet sayingHowItGoes = new BitSet();

    Vocabulary(List<Finding> findings) {
        this.findings = List.copyOf(findings);
        for (int i = 0; i < findings.size(); i++) {
            indexById.put(findings.get(i).id(), i);
            sayingHowItGoes.set(i, findings.get(i).choices().stream().anyMatch(choice -> choice.course() != null));
        }
    }

    int size() {
        return findings.size();
    }

    Finding finding(int index) {
        return findings.get(index);
    }

    List<String> idsInOrder() {
        return indexById.keySet().stream().sorted().toList();
    }

    @Nullable
    Integer find(String id) {
        return indexById.get(id);
    }

    int indexOf(String id) {
        var index = indexById.get(id);
        if (index == null) {
            throw new IllegalArgumentException("no finding " + id);
        }
        return index;
    }

    int optionOf(int finding, String option) {
        var choices = findings.get(finding).choices();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).id().equals(option)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "no choice " + option + " of " + findings.get(finding).id());
    }

    int[] indexesOf(Collection<String> ids) {
        return mask(ids).stream().toArray();
    }

    BitSet mask(Collection<String> ids) {
        var mask = new BitSet(size());
        ids.forEach(id -> mask.set(indexOf(id)));
        return mask;
    }

    /**
     * Returns the findings whose answers a condition looks at: those it names, and where it asks how these go, those that say how
     * the problem as a whole goes.
     */
    BitSet lookedAt(Condition condition) {
        var mask = mask(condition.findings().toList());
        if (condition.leaves().anyMatch(Going.class::isInstance)) {
            mask.or(sayingHowItGoes);
        }
        return mask;
    }
}
