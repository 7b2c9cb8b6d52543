/**
 * Shows how far a long command is: bars on a terminal, plain lines elsewhere, nothing when asked to be quiet. Knows
 * no task in particular.
 */
@NullMarked
package dev.gatehouse.cli.progress;

import org.jspecify.annotations.NullMarked;
