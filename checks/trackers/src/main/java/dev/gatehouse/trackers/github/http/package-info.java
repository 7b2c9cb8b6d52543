/**
 * One request to GitHub and what came of it: time limits, size limits, rate limits, and failures told apart by what
 * to do about them. Knows nothing of checks, comments or releases.
 */
@NullMarked
package dev.gatehouse.trackers.github.http;

import org.jspecify.annotations.NullMarked;
