/**
 * The values that a scan passes along: {@link dev.gatehouse.findings.model.Finding} and its parts, what a scanner did,
 * what was scanned. Records only; they know nothing of how they are made, judged or written.
 */
@NullMarked
package dev.gatehouse.findings.model;

import org.jspecify.annotations.NullMarked;
