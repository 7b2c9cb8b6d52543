package dev.gatehouse.server.control.room;

import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.account.Scope;
import dev.gatehouse.server.control.web.Denied;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whoever asks, proven.
 *
 * @param roles granted now
 * @param scopes of the token; all of them for a person at a browser
 */
public record Person(String name, Set<Role> roles, Set<Scope> scopes) {
    public Person {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** Somebody at a browser. */
    public static Person atABrowser(String name, Set<Role> roles) {
        return new Person(name, roles, EnumSet.allOf(Scope.class));
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... wanted) {
        for (var role : wanted) {
            if (is(role)) {
                return true;
            }
        }
        return false;
    }

    /** Refuses a token that was made for less. */
    public Person needs(Scope scope) {
        if (!scopes.contains(scope)) {
            throw Denied.notAllowed("This needs a token with the scope %s.".formatted(scope.label()));
        }
        return this;
    }

    /** Refuses whoever has none of these roles. */
    public Person needs(Role... wanted) {
        if (!isAny(wanted)) {
            var names = Arrays.stream(wanted).map(Role::label).toList();
            throw Denied.notAllowed(
                    "This needs the role %s; an administrator grants it.".formatted(String.join(" or ", names)));
        }
        return this;
    }

    /** Refuses whoever may not even look: everybody with any role may. */
    public Person mayLook() {
        needs(Scope.READ);
        return needs(Role.values());
    }
}
