/**
 * Writes a statement for tools of auditors, as assessment results in OSCAL (NIST, version 1.1.3). Called by the command;
 * knows nothing about where the evidence comes from.
 */
@NullMarked
package dev.gatehouse.policy.statement.oscal;

import org.jspecify.annotations.NullMarked;
