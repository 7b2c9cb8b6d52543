package dev.gatehouse.findings.gate;

/** Something that a scan must keep to. */
public sealed interface Rule permits CountRule, ScannersRule, CompletenessRule, DatabaseRule {
    String name();

    Origin origin();

    /** What it asks for, as a sentence. */
    String sentence();

    /** Looks at a scan; pure. */
    Judgement judge(Seen seen);
}
