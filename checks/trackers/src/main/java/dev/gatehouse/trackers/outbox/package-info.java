/**
 * The durable queue in front of the trackers: what should be true there, kept until it is. Work is handed out at least
 * once, so handlers look before they create. Called by the trackers and the command; knows no tracker.
 */
@NullMarked
package dev.gatehouse.trackers.outbox;

import org.jspecify.annotations.NullMarked;
