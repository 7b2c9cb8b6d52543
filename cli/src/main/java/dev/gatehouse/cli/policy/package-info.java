/** What the release commands share: options, the ledger, who acts, and how a refusal is told. */
@NullMarked
package dev.gatehouse.cli.policy;

import org.jspecify.annotations.NullMarked;
