package dev.gatehouse.findings.acceptance;

/** On whose word something stands: the organisation's floor, or the repository, which the author of a change can edit. */
public enum Authority {
    FLOOR,
    REPOSITORY
}
