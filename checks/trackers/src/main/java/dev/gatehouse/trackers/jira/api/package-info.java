/**
 * Jira's REST API as far as we use it: one interface, and one adapter each for Cloud (v3) and Data Center (v2). Knows no
 * finding and no outbox.
 */
@NullMarked
package dev.gatehouse.trackers.jira.api;

import org.jspecify.annotations.NullMarked;
