/**
 * A GitHub release of a published version, with its notes and evidence files; safe to repeat after any interruption.
 */
@NullMarked
package dev.gatehouse.trackers.github.release;

import org.jspecify.annotations.NullMarked;
