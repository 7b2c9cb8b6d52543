package dev.gatehouse.server.control.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.support.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Decides on access; writes nothing itself. */
public final class AccessDesk {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration LONGEST_SUPPORT = Duration.ofHours(8);
    private static final Set<Role> HARMLESS = Set.of(Role.VIEWER, Role.DEVELOPER);

    private AccessDesk() {}

    /** What somebody asks to be granted. */
    public record Wish(String account, Role role, String reason, Instant until, boolean support) {}

    /** Grants access; nobody grants themselves what decides on releases or on access. */
    public static Draft grant(Wish wish, String actor, Instant now) {
        if (wish.account().equals(actor) && !HARMLESS.contains(wish.role())) {
            throw new Refused("nobody grants themselves the role " + wish.role().label());
        }
        var longest = wish.support() ? LONGEST_SUPPORT : LONGEST;
        if (!wish.until().isAfter(now)) {
            throw new Refused("a grant cannot end in the past");
        }
        if (wish.until().isAfter(now.plus(longest))) {
            throw new Refused(
                    wish.support()
                            ? "support access ends after 8 hours at most"
                            : "a grant ends after 366 days at most");
        }
        return draft(actor, AccessState.GRANTED, granted(wish));
    }

    /** The first administrator's grant, which nobody else can give. */
    public static Draft first(AccessState state, String account, Instant now) {
        if (state.hasAdministrator(now)) {
            throw new Refused("there is an administrator already");
        }
        var wish = new Wish(
                account, Role.ADMINISTRATOR, "first administrator, by the one-time code", now.plus(LONGEST), false);
        return draft(account, AccessState.GRANTED, granted(wish));
    }

    public static Draft revoke(AccessState state, long id, String reason, String actor, Instant now) {
        var grant = state.grant(id).orElseThrow(() -> new Refused("there is no grant " + id));
        if (!grant.isActive(now)) {
            throw new Refused("grant %d has ended already".formatted(id));
        }
        var payload = object().put("grant", id).put("account", grant.account()).put("reason", reason);
        return draft(actor, AccessState.REVOKED, payload);
    }

    /** Records something that was done to an account or a token. */
    public static Draft note(String type, String account, String what, String actor) {
        var payload = object().put("account", account);
        if (!what.isEmpty()) {
            payload.put("what", what);
        }
        return draft(actor, type, payload);
    }

    private static ObjectNode granted(Wish wish) {
        return object().put("account", wish.account())
                .put("role", wish.role().label())
                .put("reason", wish.reason())
                .put("until", wish.until().toString())
                .put("support", wish.support());
    }

    private static Draft draft(String actor, String type, ObjectNode payload) {
        return new Draft(actor, type, AccessState.VERSION, payload);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
