package dev.gatehouse.findings.model;

/**
 * A category of the OWASP Top 10 that a finding belongs to.
 *
 * @param id such as {@code A05:2025}
 * @param name such as {@code Injection}
 * @param inherited true when the finding's CWE is not listed and its nearest listed ancestor in MITRE's research view
 *     stands in for it
 */
public record OwaspCategory(String id, String name, boolean inherited) {}
