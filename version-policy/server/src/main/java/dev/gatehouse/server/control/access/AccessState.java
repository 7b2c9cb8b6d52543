package dev.gatehouse.server.control.access;

import dev.gatehouse.policy.ledger.Entry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the entries about access add up to; types of other parts are passed by. */
public final class AccessState {
    public static final String GRANTED = "access.granted";
    public static final String REVOKED = "access.revoked";
    public static final String ACCOUNT_CREATED = "account.created";
    public static final String ACCOUNT_ERASED = "account.erased";
    public static final String TOKEN_CREATED = "token.created";
    public static final String TOKEN_REVOKED = "token.revoked";
    /** The newest payload shape that this build writes and reads. */
    public static final int VERSION = 1;

    private final Map<Long, Grant> grants = new LinkedHashMap<>();

    public void accept(Entry entry) {
        if (isOurs(entry.type())) {
            entry.refuseNewerThan(VERSION);
        }
        var payload = entry.payload();
        switch (entry.type()) {
            case GRANTED ->
                grants.put(
                        entry.sequence(),
                        new Grant(
                                entry.sequence(),
                                payload.required("account").asText(),
                                Role.parse(payload.required("role").asText()),
                                payload.required("reason").asText(),
                                entry.actor(),
                                entry.time(),
                                Instant.parse(payload.required("until").asText()),
                                payload.path("support").asBoolean(false),
                                null));
            case REVOKED ->
                grants.computeIfPresent(
                        payload.required("grant").asLong(), (id, grant) -> grant.revokedAt(entry.time()));
            case ACCOUNT_ERASED ->
                grants.replaceAll((id, grant) ->
                        grant.account().equals(payload.required("account").asText()) && grant.isActive(entry.time())
                                ? grant.revokedAt(entry.time())
                                : grant);
            default -> {}
        }
    }

    /** What a person may do now. */
    public Set<Role> roles(String account, Instant now) {
        var roles = EnumSet.noneOf(Role.class);
        grants.values().stream()
                .filter(grant -> grant.account().equals(account) && grant.isActive(now))
                .forEach(grant -> roles.add(grant.role()));
        return roles;
    }

    /** All that were ever given, newest first. */
    public List<Grant> grants() {
        return grants.values().stream()
                .sorted((a, b) -> Long.compare(b.id(), a.id()))
                .toList();
    }

    public Optional<Grant> grant(long id) {
        return Optional.ofNullable(grants.get(id));
    }

    public boolean hasAdministrator(Instant now) {
        return grants.values().stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR && grant.isActive(now));
    }

    private static boolean isOurs(String type) {
        return type.startsWith("access.") || type.startsWith("account.") || type.startsWith("token.");
    }
}
