/** {@code gatehouse incident}: what went wrong, told in the ledger. Only wires options to the policy module. */
@NullMarked
package dev.gatehouse.cli.incident;

import org.jspecify.annotations.NullMarked;
