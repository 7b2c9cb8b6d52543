package dev.gatehouse.server.control.account;

import dev.gatehouse.findings.BadInput;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A person's account. The ledger knows its name only, so a name is a pseudonym and nobody else ever gets it.
 *
 * @param fullName as colleagues know the person; goes with the account when it is erased
 * @param password as {@link Passwords} keeps it; empty for somebody who comes by a provider only
 * @param identity at a provider; {@link Identity#NONE} for none
 * @param secondStep the sealed secret of the authenticator; empty until it is set up
 * @param recovery digests of the recovery codes that are left
 * @param lastStep the authenticator's last step that was used, which cannot be used again
 * @param created milliseconds since 1970, UTC
 */
public record Account(
        String name,
        String fullName,
        String password,
        Identity identity,
        String secondStep,
        List<String> recovery,
        long lastStep,
        long created) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,39}");

    public Account {
        recovery = List.copyOf(recovery);
    }

    /** Refuses a name that could not stand in the ledger. */
    public static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new BadInput(
                    "an account's name is of small letters, digits, '.', '_' and '-', begins with a letter and has 40"
                            + " characters at most, such as anna");
        }
        return text;
    }

    public boolean hasPassword() {
        return !password.isEmpty();
    }

    public boolean hasSecondStep() {
        return !secondStep.isEmpty();
    }

    Account withPassword(String hash) {
        return new Account(name, fullName, hash, identity, secondStep, recovery, lastStep, created);
    }

    Account withSecondStep(String sealed, List<String> codes) {
        return new Account(name, fullName, password, identity, sealed, codes, lastStep, created);
    }

    Account withUsedStep(long step) {
        return new Account(name, fullName, password, identity, secondStep, recovery, step, created);
    }

    Account withoutRecovery(String digest) {
        return new Account(
                name,
                fullName,
                password,
                identity,
                secondStep,
                recovery.stream().filter(code -> !code.equals(digest)).toList(),
                lastStep,
                created);
    }
}
