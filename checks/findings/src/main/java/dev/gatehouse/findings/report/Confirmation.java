package dev.gatehouse.findings.report;

/**
 * A finding of the code or of a dependency that a request to the running application confirmed.
 *
 * @param finding id of what was found without running anything
 * @param by id of the finding that was made by running it
 * @param because a sentence on why the two are the same weakness
 */
public record Confirmation(String finding, String by, String because) {}
