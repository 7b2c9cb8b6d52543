/**
 * Makes Jira as the scan wants it, one crash-proof step after another. Called by the outbox's drain; the only place that
 * decides what is written to an issue.
 */
@NullMarked
package dev.gatehouse.trackers.jira.sync;

import org.jspecify.annotations.NullMarked;
