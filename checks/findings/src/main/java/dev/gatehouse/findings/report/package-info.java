/**
 * The report: {@link dev.gatehouse.findings.report.Report} is the source of truth, {@code report.json} its file; the
 * other formats are written from it and never read back.
 */
@NullMarked
package dev.gatehouse.findings.report;

import org.jspecify.annotations.NullMarked;
