/**
 * All files of a report together, whole or not at all. Called by the command line and the plugin; the one package that
 * knows every format.
 */
@NullMarked
package dev.gatehouse.findings.report.files;

import org.jspecify.annotations.NullMarked;
