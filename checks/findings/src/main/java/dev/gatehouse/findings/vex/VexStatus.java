package dev.gatehouse.findings.vex;

/** What a statement says, in the four words of VEX (CISA, minimum requirements for VEX, 2023). */
public enum VexStatus {
    NOT_AFFECTED("not affected"),
    FIXED("fixed"),
    AFFECTED("affected"),
    UNDER_INVESTIGATION("under investigation");

    private final String words;

    VexStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Only what clears a product may let a finding through. */
    public boolean clears() {
        return this == NOT_AFFECTED || this == FIXED;
    }
}
