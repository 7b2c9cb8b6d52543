package dev.gatehouse.jenkins.release;

import dev.gatehouse.policy.train.Ruling;

/** One rule's word, for a page. */
public final class RulingRow {
    private final Ruling ruling;

    RulingRow(Ruling ruling) {
        this.ruling = ruling;
    }

    public String getRule() {
        return ruling.rule();
    }

    public boolean isKept() {
        return ruling.kept();
    }

    public String getReason() {
        return ruling.reason();
    }
}
