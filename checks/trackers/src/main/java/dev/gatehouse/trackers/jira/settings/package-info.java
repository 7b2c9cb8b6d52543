/** The part {@code trackers.jira} of the policy file. Knows no request and no finding beyond their places. */
@NullMarked
package dev.gatehouse.trackers.jira.settings;

import org.jspecify.annotations.NullMarked;
