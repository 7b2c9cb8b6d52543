/**
 * From a report to the issues that should be there: which findings share one, what it says, how it is known again. Opens
 * no connection.
 */
@NullMarked
package dev.gatehouse.trackers.jira.issue;

import org.jspecify.annotations.NullMarked;
