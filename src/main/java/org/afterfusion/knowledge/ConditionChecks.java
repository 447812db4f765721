package org.afterfusion.knowledge;

import java.util.Map;
import java.util.function.BiConsumer;
import org.afterfusion.triage.Condition;
import org.afterfusion.triage.Finding;
import org.jspecify.annotations.Nullable;

/** Checks that conditions ask for findings that exist, and for answers that those can have. */
final class ConditionChecks {

    private final Map<String, Finding> findings;
    private final BiConsumer<String, String> report;

    /**
     * @param findings by id
     * @param report takes the path of a key, and what is wrong there
     */
    ConditionChecks(Map<String, Finding> findings, BiConsumer<String, String> report) {
        this.findings = findings;
        this.report = report;
    }

    /** @param condition may be null: that one must be there is checked elsewhere */
    void check(String path, @Nullable Condition condition) {
        if (condition != null) {
            condition.findings().filter(id -> !findings.containsKey(id)).forEach(id -> unknown(path, id));
            condition.leaves().forEach(leaf -> checkAnswerFits(path, leaf));
        }
    }

    /** A number is compared with numbers, a choice with its options. */
    private void checkAnswerFits(String path, Condition leaf) {
        if (leaf instanceof Condition.Chosen chosen) {
            var finding = findings.get(chosen.id());
            if (finding != null) {
                chosen.options().forEach(option -> checkChoice(path, finding, option));
            }
        } else if (leaf instanceof Condition.Value value) {
            var finding = findings.get(value.id());
            if (finding != null && finding.type() != Finding.Type.VALUE) {
                report.accept(path, value.id() + " is not a number");
            }
        }
    }

    void checkChoice(String path, Finding finding, String option) {
        if (finding.choices().stream().noneMatch(choice -> choice.id().equals(option))) {
            unknown(path, option);
        }
    }

    private void unknown(String path, String id) {
        report.accept(path, "unknown id " + id);
    }
}
