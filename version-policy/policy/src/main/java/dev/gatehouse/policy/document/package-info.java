/**
 * The signed document that tells client apps which versions may run. Called by export and verification; knows neither
 * approvals nor the ledger's storage.
 */
@NullMarked
package dev.gatehouse.policy.document;

import org.jspecify.annotations.NullMarked;
