/**
 * The kinds of claim: each a record of what was promised, which asks the evidence. Called through
 * {@link dev.gatehouse.policy.statement.Question}.
 */
@NullMarked
package dev.gatehouse.policy.statement.claim;

import org.jspecify.annotations.NullMarked;
