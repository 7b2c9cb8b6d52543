package dev.gatehouse.server.control.account;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.module.ModuleStart;
import dev.gatehouse.server.control.web.Denied;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Passwords, kept by Argon2id, in FIPS mode by PBKDF2. Both are read outside of FIPS mode, so that a server may leave it.
 * Only a few are worked on at once, since each takes memory and time.
 */
public final class Passwords {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int SALT = 16;
    private static final int LONGEST = 200;

    private final SecureRandom random;
    private final List<PasswordForm> forms;
    private final Semaphore atOnce = new Semaphore(2);
    private final String nobodys;

    public Passwords(SecureRandom random) {
        this(random, ModuleStart.module().isPresent());
    }

    /** @param approvedOnly whether only approved algorithms may be used */
    Passwords(SecureRandom random, boolean approvedOnly) {
        this.random = random;
        this.forms = approvedOnly ? List.of(new Pbkdf2()) : List.of(new Argon2id(), new Pbkdf2());
        this.nobodys = hash("nobody has this password");
    }

    /** Refuses a password that is too short to be one; length says more than signs do. */
    public String check(String password) {
        int shortest = own().shortest();
        if (password.length() < shortest || password.length() > LONGEST) {
            throw new BadInput("a password has %d to %d characters".formatted(shortest, LONGEST));
        }
        if (password.chars().distinct().count() < 5) {
            throw new BadInput("a password has five different characters at least");
        }
        return password;
    }

    public String hash(String password) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return inTurn(() -> own().keep(password, salt));
    }

    /** Whether it is that password; never where it is kept in a form that may not be used. */
    public boolean isRight(String password, String kept) {
        if (password.length() > LONGEST) {
            return false;
        }
        for (var form : forms) {
            if (form.reads(kept)) {
                return inTurn(() -> form.isRight(password, kept));
            }
        }
        return false;
    }

    /** As long as {@link #isRight} takes, so that time does not tell which names there are. */
    public void pretend(String password) {
        isRight(password, nobodys);
    }

    private PasswordForm own() {
        return forms.get(0);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!isMyTurn()) {
            throw Denied.tooOften("Too many people sign in just now: try again.");
        }
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    /** Nobody waits long: whoever floods this must not take every thread from those who have come in already. */
    private boolean isMyTurn() {
        try {
            return atOnce.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
