/**
 * The one comment on a pull request: its text, and finding it again by a hidden mark.
 */
@NullMarked
package dev.gatehouse.trackers.github.comment;

import org.jspecify.annotations.NullMarked;
