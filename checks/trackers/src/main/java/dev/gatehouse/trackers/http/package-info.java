/**
 * Requests to a tracker: time-outs, bounded answers, what a refusal means, how long to wait, and no secret in any
 * message. Called by the trackers' clients; knows no tracker and no outbox.
 */
@NullMarked
package dev.gatehouse.trackers.http;

import org.jspecify.annotations.NullMarked;
