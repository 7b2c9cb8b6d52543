/**
 * Reads {@code statement.yml}; every mistake is told with its place. Called by the command.
 */
@NullMarked
package dev.gatehouse.policy.statement.file;

import org.jspecify.annotations.NullMarked;
