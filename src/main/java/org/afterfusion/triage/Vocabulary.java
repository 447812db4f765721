package org.afterfusion.triage;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small integers for the findings, in catalogue order. */
final class Vocabulary {

    private final List<Finding> findings;
    private final Map<String, Integer> indexById = new HashMap<>();
    private final List<BitSet> clearedWith;

    Vocabulary(List<Finding> findings) {
        this.findings = List.copyOf(findings);
        for (int i = 0; i < findings.size(); i++) {
            indexById.put(findings.get(i).id(), i);
        }
        clearedWith = findings.stream().map(this::clearedWith).toList();
    }

    private BitSet clearedWith(Finding cleared) {
        var mask = new BitSet(size());
        for (int i = 0; i < findings.size(); i++) {
            mask.set(i, findings.get(i).clearedBy().contains(cleared.id()));
        }
        return mask;
    }

    /** Returns the findings whose question a "no" to this one settles as well. */
    BitSet clearedWith(int finding) {
        return clearedWith.get(finding);
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

    int optionOf(String id, String option) {
        var choices = findings.get(indexOf(id)).choices();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).id().equals(option)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no choice " + option + " of " + id);
    }

    BitSet mask(Collection<String> ids) {
        var mask = new BitSet(size());
        ids.forEach(id -> mask.set(indexOf(id)));
        return mask;
    }
}
