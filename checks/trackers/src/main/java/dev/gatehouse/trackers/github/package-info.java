/**
 * GitHub: what it should know of a scan or a release (intents), and making it so (handler). Wired by the command; each
 * subject has a package of its own below.
 */
@NullMarked
package dev.gatehouse.trackers.github;

import org.jspecify.annotations.NullMarked;
