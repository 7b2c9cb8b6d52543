package dev.gatehouse.server.control.account;

import java.util.Set;
import java.util.TreeSet;

/**
 * A program's way in, for one account and some of what it may do.
 *
 * @param id shown in lists
 * @param digest of the token, which is nowhere else but with its owner
 * @param label what it is for
 * @param created milliseconds since 1970, UTC
 * @param expires milliseconds since 1970, UTC
 */
public record ApiToken(
        String id, String account, String digest, String label, Set<Scope> scopes, long created, long expires) {
    public ApiToken {
        scopes = Set.copyOf(new TreeSet<>(scopes));
    }
}
