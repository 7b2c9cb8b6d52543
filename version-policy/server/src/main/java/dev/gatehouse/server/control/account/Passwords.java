package dev.gatehouse.server.control.account;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.server.control.web.Denied;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as Argon2id (RFC 9106) keeps them, in the usual text form {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}.
 * Only a few are worked on at once, since each takes 19 MiB of memory.
 */
public final class Passwords {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int BYTES = 32;
    private static final int SALT = 16;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random;
    private final Semaphore atOnce = new Semaphore(2);
    private final String nobodys;

    public Passwords(SecureRandom random) {
        this.random = random;
        this.nobodys = hash("nobody has this password");
    }

    /** Refuses a password that is too short to be one; length says more than signs do. */
    public static String check(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new BadInput("a password has %d to %d characters".formatted(SHORTEST, LONGEST));
        }
        if (password.chars().distinct().count() < 5) {
            throw new BadInput("a password has five different characters at least");
        }
        return password;
    }

    public String hash(String password) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        MEMORY_KIB,
                        PASSES,
                        LANES,
                        base64.encodeToString(salt),
                        base64.encodeToString(derive(password, salt, MEMORY_KIB, PASSES, LANES, BYTES)));
    }

    /** Whether it is that password. */
    public boolean isRight(String password, String kept) {
        var form = FORM.matcher(kept);
        if (!form.matches() || password.length() > LONGEST) {
            return false;
        }
        var wanted = Base64.getDecoder().decode(form.group(5));
        var given = derive(
                password,
                Base64.getDecoder().decode(form.group(4)),
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                wanted.length);
        return MessageDigest.isEqual(wanted, given);
    }

    /** As long as {@link #isRight} takes, so that time does not tell which names there are. */
    public void pretend(String password) {
        isRight(password, nobodys);
    }

    private byte[] derive(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var derived = new byte[length];
        if (!isMyTurn()) {
            throw Denied.tooOften("Too many people sign in just now: try again.");
        }
        try {
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), derived);
        } finally {
            atOnce.release();
        }
        return derived;
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
