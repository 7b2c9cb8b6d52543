/**
 * {@code summary.md}: the verdict as Markdown for pull requests and job summaries. Only written; called through
 * {@link dev.gatehouse.findings.report.ReportFormat}.
 */
@NullMarked
package dev.gatehouse.findings.report.markdown;

import org.jspecify.annotations.NullMarked;
