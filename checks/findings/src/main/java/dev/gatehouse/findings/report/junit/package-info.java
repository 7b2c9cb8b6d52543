/**
 * {@code junit.xml}: the gate as test cases, for every tool that shows test results. Only written; called through
 * {@link dev.gatehouse.findings.report.ReportFormat}.
 */
@NullMarked
package dev.gatehouse.findings.report.junit;

import org.jspecify.annotations.NullMarked;
