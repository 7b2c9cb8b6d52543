/** Jira: findings become issues that are right, once, and stay right; versions follow releases. */
@NullMarked
package dev.gatehouse.trackers.jira;

import org.jspecify.annotations.NullMarked;
