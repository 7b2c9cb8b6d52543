package dev.gatehouse.server.control.account;

import dev.gatehouse.findings.BadInput;
import java.util.Arrays;
import java.util.Locale;

/** What a token is for; its account's roles bound it further. */
public enum Scope {
    /** Look at everything that its account may look at. */
    READ,
    /** Propose candidates and hand in scan reports. */
    PROPOSE,
    /** Approve and reject. */
    APPROVE,
    /** Publish, and change the versions in use. */
    RELEASE,
    /** Accounts, access grants and tokens. */
    ACCESS;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scope parse(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.label().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadInput("a scope is read, propose, approve, release or access"));
    }
}
