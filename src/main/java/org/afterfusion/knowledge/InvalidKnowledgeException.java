package org.afterfusion.knowledge;

import java.util.List;
import java.util.stream.Collectors;

/** The knowledge files are not fit to triage with; no service may be built of them or start with them. */
public final class InvalidKnowledgeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<KnowledgeIssue> issues;

    InvalidKnowledgeException(List<KnowledgeIssue> issues) {
        super(issues.stream()
                .map(KnowledgeIssue::toString)
                .collect(Collectors.joining("\n  ", issues.size() + " issues in the knowledge files:\n  ", "")));
        this.issues = List.copyOf(issues);
    }

    public List<KnowledgeIssue> issues() {
        return issues;
    }
}
