/**
 * Texts that GitHub shows: Markdown from hostile words, and lengths that GitHub takes. Knows nothing of requests.
 */
@NullMarked
package dev.gatehouse.trackers.github.text;

import org.jspecify.annotations.NullMarked;
