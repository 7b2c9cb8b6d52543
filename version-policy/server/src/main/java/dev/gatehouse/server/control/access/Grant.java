package dev.gatehouse.server.control.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's access.
 *
 * @param id the sequence of its entry in the ledger
 * @param account who
 * @param by who granted it
 * @param until when it ends by itself
 * @param support whether it lets somebody from outside help; everybody sees it
 * @param revoked when it was ended before its time; null when it was not
 */
public record Grant(
        long id,
        String account,
        Role role,
        String reason,
        String by,
        Instant from,
        Instant until,
        boolean support,
        @Nullable Instant revoked) {

    public boolean isActive(Instant now) {
        return revoked == null && until.isAfter(now);
    }

    Grant revokedAt(Instant time) {
        return new Grant(id, account, role, reason, by, from, until, support, time);
    }
}
