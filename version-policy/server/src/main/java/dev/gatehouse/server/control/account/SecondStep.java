package dev.gatehouse.server.control.account;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Authenticators and recovery codes of accounts. */
public final class SecondStep {
    private static final int RECOVERY_CODES = 8;

    private final BookKeeper keeper;
    private final Seal seal;
    private final SecureRandom random;
    private final InstantSource clock;

    public SecondStep(BookKeeper keeper, Seal seal, SecureRandom random, InstantSource clock) {
        this.keeper = keeper;
        this.seal = seal;
        this.random = random;
        this.clock = clock;
    }

    /** A new secret, sealed, for a form to carry until its first code has proven that it arrived. */
    public String propose(String account) {
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        return seal.seal(secret, purpose(account));
    }

    /** What {@link #propose} sealed. */
    public byte[] secret(String account, String sealed) {
        return seal.open(sealed, purpose(account));
    }

    /**
     * Sets an authenticator up.
     *
     * @param code the first that it shows
     * @return recovery codes, to be shown once; none when the code is wrong
     */
    public List<String> set(String account, String sealed, String code) {
        long now = clock.millis();
        var step = Totp.accept(secret(account, sealed), digits(code), now / 1000, 0);
        if (step.isEmpty()) {
            return List.of();
        }
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(Digests.code(random));
        }
        var digests = codes.stream().map(Digests::of).toList();
        keeper.change(book -> book.change(
                account, known -> known.withSecondStep(sealed, digests).withUsedStep(step.getAsLong())));
        return codes;
    }

    /** Whether that is the authenticator's code, or a recovery code; either counts once. */
    boolean accept(String name, String code) {
        var accepted = new boolean[1];
        keeper.change(book -> book.change(name, account -> {
            accepted[0] = false;
            if (!account.hasSecondStep()) {
                return account;
            }
            var digest = Digests.of(code.strip().toLowerCase(Locale.ROOT));
            if (account.recovery().contains(digest)) {
                accepted[0] = true;
                return account.withoutRecovery(digest);
            }
            var step = Totp.accept(
                    secret(name, account.secondStep()), digits(code), clock.millis() / 1000, account.lastStep());
            accepted[0] = step.isPresent();
            return step.isPresent() ? account.withUsedStep(step.getAsLong()) : account;
        }));
        return accepted[0];
    }

    private static String digits(String code) {
        return code.replace(" ", "").strip();
    }

    private static String purpose(String account) {
        return "second step of " + account;
    }
}
