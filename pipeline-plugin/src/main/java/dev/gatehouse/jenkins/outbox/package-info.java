/**
 * What waits for Jira and GitHub, as a page of Jenkins. The queue is the command's: it is asked and told by the command, on
 * the machine where the queue is.
 */
@NullMarked
package dev.gatehouse.jenkins.outbox;

import org.jspecify.annotations.NullMarked;
