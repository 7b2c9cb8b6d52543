/** {@code gatehouse ledger}: Looking at the ledger. Only wires options to the policy module; holds no rule of its own. */
@NullMarked
package dev.gatehouse.cli.ledger;

import org.jspecify.annotations.NullMarked;
