package dev.gatehouse.policy.statement;

import dev.gatehouse.policy.ledger.Entry;
import java.time.Instant;
import java.util.List;

/** Learns from a ledger, entry by entry, who has access. */
public interface AccessBook {
    void accept(Entry entry);

    List<AccessGrant> inForce(Instant now);
}
