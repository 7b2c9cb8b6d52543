/**
 * The verdict at the commit: a check run with annotations on new findings, or a commit status where the credentials
 * allow no check run.
 */
@NullMarked
package dev.gatehouse.trackers.github.check;

import org.jspecify.annotations.NullMarked;
