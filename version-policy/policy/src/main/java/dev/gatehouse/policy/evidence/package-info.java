/**
 * The signed bundle for one release: in-toto statements that say what was checked, decided and approved, and the check
 * that believes none of them before it has looked. Called by the commands and the server; works offline and knows
 * neither where the ledger is kept nor how a scan is done.
 */
@NullMarked
package dev.gatehouse.policy.evidence;

import org.jspecify.annotations.NullMarked;
