/**
 * {@code vex.openvex.json}: what was decided about findings, as OpenVEX 0.2.0. Called through
 * {@link dev.gatehouse.findings.report.ReportFormat}.
 */
@NullMarked
package dev.gatehouse.findings.report.openvex;

import org.jspecify.annotations.NullMarked;
