/**
 * The living security statement: claims, what is asked of the evidence for each, and what came out. Called by the command;
 * knows no file format of its own result and nothing about where a ledger is kept.
 */
@NullMarked
package dev.gatehouse.policy.statement;

import org.jspecify.annotations.NullMarked;
