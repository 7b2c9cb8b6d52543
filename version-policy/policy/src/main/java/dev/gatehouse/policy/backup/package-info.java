/** Restores of backups, as the ledger keeps them. Called by the command and the statement; knows no file of a backup. */
@NullMarked
package dev.gatehouse.policy.backup;

import org.jspecify.annotations.NullMarked;
