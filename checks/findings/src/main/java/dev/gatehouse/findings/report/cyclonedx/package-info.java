/**
 * {@code bom.json}: the components and their vulnerabilities as CycloneDX 1.6, written with Jackson alone so that the
 * core stays light. Called through {@link dev.gatehouse.findings.report.ReportFormat}.
 */
@NullMarked
package dev.gatehouse.findings.report.cyclonedx;

import org.jspecify.annotations.NullMarked;
