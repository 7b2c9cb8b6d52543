/**
 * A report as SARIF uploads that GitHub's code scanning takes: one category for each scanner and module, cut to its
 * limits worst first, with a sentence for all that was cut; and sending them.
 */
@NullMarked
package dev.gatehouse.trackers.github.sarif;

import org.jspecify.annotations.NullMarked;
