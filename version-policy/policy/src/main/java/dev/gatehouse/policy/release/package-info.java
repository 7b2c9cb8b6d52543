/**
 * Candidates, approvals and publishing: who may release what. Called by the commands and the server; knows neither
 * where the ledger is kept nor how git is read.
 */
@NullMarked
package dev.gatehouse.policy.release;

import org.jspecify.annotations.NullMarked;
