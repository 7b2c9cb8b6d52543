package dev.gatehouse.cli.statement;

import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.statement.AccessBook;
import dev.gatehouse.policy.statement.AccessGrant;
import dev.gatehouse.server.control.access.AccessState;
import java.time.Instant;
import java.util.List;

/** The access that a server's ledger has. Apart from the command, whose help is shown where no server's classes are. */
final class Grants implements AccessBook {
    private final AccessState access = new AccessState();

    @Override
    public void accept(Entry entry) {
        access.accept(entry);
    }

    @Override
    public List<AccessGrant> inForce(Instant now) {
        return access.grants().stream()
                .filter(grant -> grant.isActive(now))
                .map(grant -> new AccessGrant(grant.role().label(), grant.from(), grant.until()))
                .toList();
    }
}
