/**
 * Who is told: Jira and GitHub, and the durable queue in front of them. It depends on the findings and knows no scanner,
 * no release policy and no command.
 */
@NullMarked
package dev.gatehouse.trackers;

import org.jspecify.annotations.NullMarked;
