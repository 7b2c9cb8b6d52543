/**
 * The {@code gatehouse} command: one class a sub-command, and the one place where everything is wired together. Results
 * go to standard output, messages to standard error.
 */
@NullMarked
package dev.gatehouse.cli;

import org.jspecify.annotations.NullMarked;
