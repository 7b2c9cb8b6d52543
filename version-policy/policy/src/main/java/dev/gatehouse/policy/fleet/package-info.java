/** What was found when the deployed servers were asked for their versions, as the ledger keeps it. */
@NullMarked
package dev.gatehouse.policy.fleet;

import org.jspecify.annotations.NullMarked;
