package dev.gatehouse.server.control.account;

import dev.gatehouse.server.control.web.Denied;
import dev.gatehouse.server.log.EventLog;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Signing in and out: password, then authenticator or recovery code, with growing waits for whoever fails. */
public final class Doorkeeper {
    private static final Duration HALF = Duration.ofMinutes(10);
    private static final Duration WHOLE = Duration.ofHours(10);
    private static final int ADDRESS_FREE = 4;
    private static final int ALARMING = 5;

    private final BookKeeper keeper;
    private final Passwords passwords;
    private final SecondStep secondStep;
    private final Lockouts lockouts;
    private final SecureRandom random;
    private final InstantSource clock;
    private final EventLog log;

    public Doorkeeper(
            BookKeeper keeper,
            Passwords passwords,
            SecondStep secondStep,
            SecureRandom random,
            InstantSource clock,
            EventLog log) {
        this.keeper = keeper;
        this.passwords = passwords;
        this.secondStep = secondStep;
        this.lockouts = new Lockouts(clock);
        this.random = random;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Takes a name and a password.
     *
     * @return the cookie's secret of a session that may do nothing but the second step
     */
    public String password(String name, String password, String peer) {
        refuseWaiting(name, peer);
        var account = keeper.read().account(name).filter(Account::hasPassword);
        boolean right;
        if (account.isEmpty()) {
            passwords.pretend(password);
            right = false;
        } else {
            right = passwords.isRight(password, account.get().password());
        }
        if (!right) {
            throw failed(name, peer, "Name or password is wrong.");
        }
        return open(name, false);
    }

    /**
     * Takes the second step.
     *
     * @param half the session of the password
     * @return the cookie's secret of a whole session, in place of the half one
     */
    public String code(Session half, String code, String peer) {
        refuseWaiting(half.account(), peer);
        if (!secondStep.accept(half.account(), code)) {
            throw failed(half.account(), peer, "The code is wrong, or was used already.");
        }
        lockouts.succeed(half.account());
        lockouts.succeed(peer);
        return whole(half);
    }

    /**
     * Lets somebody in whom a provider has named.
     *
     * @param whole whether the provider is relied on for the second step too
     * @return the cookie's secret
     */
    public String named(Identity identity, boolean whole) {
        var account = keeper.read()
                .account(identity)
                .orElseThrow(() -> Denied.notAllowed(
                        "Nobody here is who you are at the provider: an administrator invites you first."));
        return open(account.name(), whole);
    }

    /** A whole session in place of a half one, once the second step was proven otherwise. */
    public String whole(Session half) {
        out(half);
        return open(half.account(), true);
    }

    /** Whose cookie that is. */
    public Optional<Session> session(String secret) {
        var digest = Digests.of(secret);
        return keeper.read().sessions().stream()
                .filter(session -> session.digest().equals(digest) && session.expires() > clock.millis())
                .findFirst();
    }

    public boolean hasSecondStep(String account) {
        return keeper.read().account(account).filter(Account::hasSecondStep).isPresent();
    }

    public void out(Session session) {
        keeper.change(book -> book.withoutSessions(other -> other.digest().equals(session.digest())));
    }

    private String open(String account, boolean whole) {
        var secret = Digests.secret(random);
        long now = clock.millis();
        var session = new Session(Digests.of(secret), account, whole, now + (whole ? WHOLE : HALF).toMillis());
        keeper.change(book -> book.swept(now).with(session));
        return secret;
    }

    private void refuseWaiting(String name, String peer) {
        var wait = lockouts.wait(name);
        var other = lockouts.wait(peer);
        var longer = wait.compareTo(other) > 0 ? wait : other;
        if (!longer.isZero()) {
            throw Denied.tooOften("Too many failures: try again in %d seconds.".formatted(longer.toSeconds() + 1));
        }
    }

    private Denied failed(String name, String peer, String sentence) {
        int count = lockouts.fail(name, 1);
        lockouts.fail(peer, ADDRESS_FREE);
        if (count == ALARMING) {
            boolean known = keeper.read().account(name).isPresent();
            log.alarm(
                    "sign-in.failing", Map.of("account", known ? name : "unknown", "failures", String.valueOf(count)));
        }
        return Denied.notSignedIn(sentence);
    }
}
