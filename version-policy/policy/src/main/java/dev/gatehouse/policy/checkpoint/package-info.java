/**
 * Signed heads of a ledger. The chain alone cannot tell a ledger that was cut off at its end from a shorter one; whoever
 * holds a checkpoint can. Called by commands and the server; knows neither releases nor where a ledger is kept.
 */
@NullMarked
package dev.gatehouse.policy.checkpoint;

import org.jspecify.annotations.NullMarked;
