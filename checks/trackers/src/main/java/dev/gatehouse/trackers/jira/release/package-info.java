/**
 * The Jira side of a release: which issues its commits name, whether it keeps to the rules, and its notes. Reads git and
 * Jira, and writes neither.
 */
@NullMarked
package dev.gatehouse.trackers.jira.release;

import org.jspecify.annotations.NullMarked;
