/**
 * {@code gatehouse serve}: control plane and edge in one process, and {@code backup} and {@code restore} of what it keeps.
 * Loads the server's libraries, as {@code edge} does.
 */
@NullMarked
package dev.gatehouse.cli.serve;

import org.jspecify.annotations.NullMarked;
