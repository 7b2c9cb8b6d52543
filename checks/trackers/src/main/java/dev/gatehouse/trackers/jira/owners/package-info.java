/**
 * Who answers for a finding: by CODEOWNERS, or by who wrote the line last. Reads the checkout, and nothing else; what it
 * finds is a proposal that no issue depends on.
 */
@NullMarked
package dev.gatehouse.trackers.jira.owners;

import org.jspecify.annotations.NullMarked;
