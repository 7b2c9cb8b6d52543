/**
 * The summary that a person reads on a terminal. Called by the command line; knows no files.
 */
@NullMarked
package dev.gatehouse.findings.report.text;

import org.jspecify.annotations.NullMarked;
