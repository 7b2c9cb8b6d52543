package dev.gatehouse.policy.backup;

import dev.gatehouse.policy.ledger.Head;
import java.time.Instant;

/**
 * One backup that was put back and found whole.
 *
 * @param time of the restore, UTC
 * @param created when the backup was made, UTC
 * @param head where the ledger in the backup ends
 * @param trial whether it went to a place of its own, beside a server that went on
 */
public record Restored(Instant time, Instant created, Head head, boolean trial) {}
