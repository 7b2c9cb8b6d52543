package dev.gatehouse.server.control.access;

import dev.gatehouse.findings.BadInput;
import java.util.Arrays;
import java.util.Locale;

/** What a grant is of. Nobody has more than what was granted: an administrator approves nothing. */
public enum Role {
    /** Looks at everything but other people's accounts. */
    VIEWER,
    /** Proposes candidates and hands in scan reports. */
    DEVELOPER,
    /** Approves, rejects, publishes, and changes the versions in use. */
    RELEASE_MANAGER,
    /** Approves, rejects, blocks versions and moves minimums. */
    SECURITY_OFFICER,
    /** Invites people and grants access. */
    ADMINISTRATOR;

    /** As written in the ledger, in addresses and under {@code approvals.roles}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people read it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static Role parse(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "a role is viewer, developer, release-manager, security-officer or administrator"));
    }
}
