/**
 * What waits for Jira and GitHub, as people see it on the pages of the server and of Jenkins, and what they decide about it.
 * The queue itself is the trackers', which are not known here: whoever has one hands it in.
 */
@NullMarked
package dev.gatehouse.policy.outbox;

import org.jspecify.annotations.NullMarked;
