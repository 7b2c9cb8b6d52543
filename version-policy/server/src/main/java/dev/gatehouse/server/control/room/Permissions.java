package dev.gatehouse.server.control.room;

import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.account.Scope;

/**
 * Who may bring which command to the desk. The desk then decides by the policy file as everywhere: a grant opens the
 * door, and never counts for more than the file says.
 */
final class Permissions {
    private Permissions() {}

    static void check(Person person, Command command) {
        if (command instanceof Command.Propose) {
            person.needs(Scope.PROPOSE).needs(Role.DEVELOPER, Role.RELEASE_MANAGER);
        } else if (command instanceof Command.Approve approve) {
            approving(person, approve.role());
        } else if (command instanceof Command.ApproveRollback approve) {
            approving(person, approve.role());
        } else if (command instanceof Command.Reject) {
            person.needs(Scope.APPROVE).needs(Role.RELEASE_MANAGER, Role.SECURITY_OFFICER);
        } else if (command instanceof Command.Block || command instanceof Command.RaiseMinimum) {
            person.needs(Scope.RELEASE).needs(Role.RELEASE_MANAGER, Role.SECURITY_OFFICER);
        } else {
            person.needs(Scope.RELEASE).needs(Role.RELEASE_MANAGER);
        }
    }

    /** Whoever approves as one of the roles that are granted here must have just that one. */
    private static void approving(Person person, String role) {
        person.needs(Scope.APPROVE).needs(Role.RELEASE_MANAGER, Role.SECURITY_OFFICER);
        for (var known : Role.values()) {
            if (known.label().equals(role) && !person.is(known)) {
                throw new Refused("%s was not granted the role %s".formatted(person.name(), role));
            }
        }
    }
}
