package org.afterfusion.api.problem;

import java.util.List;

/** A request that cannot be served, for a reason the client can mend. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient List<Fault> faults;
    private final transient List<String> redFlagsSeen;

    public ProblemException(ProblemType type) {
        this(type, List.of(), List.of());
    }

    /**
     * Makes a rejection with its faults.
     *
     * @param redFlagsSeen ids of worrying findings recognised all the same
     */
    public ProblemException(ProblemType type, List<Fault> faults, List<String> redFlagsSeen) {
        // No stack trace: this is an answer, not a failure of ours.
        super(type.name(), null, false, false);
        this.type = type;
        this.faults = List.copyOf(faults);
        this.redFlagsSeen = List.copyOf(redFlagsSeen);
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> faults() {
        return faults;
    }

    public List<String> redFlagsSeen() {
        return redFlagsSeen;
    }
}
