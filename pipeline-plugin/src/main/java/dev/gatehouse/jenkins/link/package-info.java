/** {@code linkFindings}: Jira and GitHub hear from the command what a scan found. */
@NullMarked
package dev.gatehouse.jenkins.link;

import org.jspecify.annotations.NullMarked;
