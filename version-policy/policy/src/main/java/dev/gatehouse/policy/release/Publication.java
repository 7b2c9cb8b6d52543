package dev.gatehouse.policy.release;

import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;

/**
 * One version's publishing, as it was recorded.
 *
 * @param entry its sequence in the ledger
 * @param hotfix why it went by the hotfix lane; empty for the usual way
 * @param breakGlass why it went out without approvals; empty for the usual way
 */
public record Publication(
        ClientVersion version, Instant time, String actor, long entry, String hotfix, String breakGlass) {}
