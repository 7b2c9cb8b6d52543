/**
 * The append-only, hash-chained record of every decision, behind {@link dev.gatehouse.policy.ledger.LedgerStore}.
 * Called by whoever decides or looks back; knows neither releases nor versions.
 */
@NullMarked
package dev.gatehouse.policy.ledger;

import org.jspecify.annotations.NullMarked;
