/**
 * The gate: a {@link dev.gatehouse.findings.gate.Policy} is data, its rules judge what a scan saw, a
 * {@link dev.gatehouse.findings.gate.Gate} adds the judgements up to a verdict. Pure, with a clock given; called by
 * whoever scans, knows nothing of files.
 */
@NullMarked
package dev.gatehouse.findings.gate;

import org.jspecify.annotations.NullMarked;
