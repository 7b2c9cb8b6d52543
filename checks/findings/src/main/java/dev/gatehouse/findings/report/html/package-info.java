/**
 * {@code report.html}: the report as one page that needs no network. Texts go into it as data only, never as markup;
 * called through {@link dev.gatehouse.findings.report.ReportFormat}.
 */
@NullMarked
package dev.gatehouse.findings.report.html;

import org.jspecify.annotations.NullMarked;
