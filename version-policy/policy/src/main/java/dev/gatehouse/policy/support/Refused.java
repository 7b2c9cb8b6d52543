package dev.gatehouse.policy.support;

import java.util.List;

/** The policy says no. Not a mistake of the command line: the same command may be right later. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    public Refused(String... reasons) {
        this(List.of(reasons));
    }

    public Refused(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** Every rule that refuses, one sentence each. */
    public List<String> reasons() {
        return reasons;
    }
}
