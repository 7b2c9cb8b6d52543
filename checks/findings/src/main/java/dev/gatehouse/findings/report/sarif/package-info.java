/**
 * {@code report.sarif}: the report as SARIF 2.1.0, for code scanning of GitHub and for editors. Only written, never read
 * back; called through {@link dev.gatehouse.findings.report.ReportFormat}.
 */
@NullMarked
package dev.gatehouse.findings.report.sarif;

import org.jspecify.annotations.NullMarked;
