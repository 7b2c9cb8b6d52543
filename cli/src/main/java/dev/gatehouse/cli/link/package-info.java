/**
 * {@code gatehouse link}: tells trackers what a scan found. What they are to know goes into the outbox first, so a tracker
 * that is down neither fails nor holds up a build.
 */
@NullMarked
package dev.gatehouse.cli.link;

import org.jspecify.annotations.NullMarked;
