/** The connection test: what of the settings holds in the Jira that is there, each by name. Writes nothing. */
@NullMarked
package dev.gatehouse.trackers.jira.check;

import org.jspecify.annotations.NullMarked;
