/**
 * The ledger in a table of PostgreSQL, for several machines at once. Called by whoever wires a ledger to its place; knows
 * entries, not what they mean.
 */
@NullMarked
package dev.gatehouse.ledger.postgres;

import org.jspecify.annotations.NullMarked;
