/**
 * What an earlier build found, and how this build compares with it. Called by the scan and the {@code baseline} command;
 * knows no scanner, no policy and no report format but {@code report.json}.
 */
@NullMarked
package dev.gatehouse.findings.baseline;

import org.jspecify.annotations.NullMarked;
