package dev.gatehouse.cli.statement;

import dev.gatehouse.policy.ledger.LedgerAudit;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.statement.AccessGrant;
import dev.gatehouse.server.control.access.AccessState;
import java.time.Instant;
import java.util.List;

/** The access that a server's ledger has. Apart from the command, whose help is shown where no server's classes are. */
final class Grants {
    private Grants() {}

    static List<AccessGrant> inForce(LedgerStore store, Instant now) {
        var access = new AccessState();
        LedgerAudit.verify(store, access::accept);
        return access.grants().stream()
                .filter(grant -> grant.isActive(now))
                .map(grant -> new AccessGrant(grant.role().label(), grant.from(), grant.until()))
                .toList();
    }
}
