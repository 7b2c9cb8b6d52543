package dev.gatehouse.server.control.account;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.server.control.web.Denied;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes and erases accounts and tokens. Every secret is handed out once and kept as a digest. */
public final class People {
    /** What every token begins with, so that secret scanners know one. */
    public static final String TOKEN_PREFIX = "ghouse_";

    private static final Duration INVITATION = Duration.ofDays(3);
    private static final Duration LONGEST_TOKEN = Duration.ofDays(366);
    private static final int LONGEST_LABEL = 80;

    private final BookKeeper keeper;
    private final Passwords passwords;
    private final SecureRandom random;
    private final InstantSource clock;

    public People(BookKeeper keeper, Passwords passwords, SecureRandom random, InstantSource clock) {
        this.keeper = keeper;
        this.passwords = passwords;
        this.random = random;
        this.clock = clock;
    }

    public Book book() {
        return keeper.read();
    }

    /** A code for whoever is to be the first administrator; an older one counts no more. */
    public String inviteFirst() {
        return invite("", "");
    }

    /** A code with which a person chooses a password for that name. */
    public String inviteAs(String name, String fullName) {
        Account.name(name);
        line("a full name", fullName);
        if (keeper.read().isTaken(name)) {
            throw new BadInput("%s has or had an account; take another name".formatted(name));
        }
        return invite(name, fullName);
    }

    private String invite(String name, String fullName) {
        var code = Digests.code(random);
        long expires = clock.millis() + INVITATION.toMillis();
        keeper.change(book -> book.with(new Invitation(Digests.of(code), name, fullName, expires)));
        return code;
    }

    /** Whom a code invites: empty for no code that counts, and an empty name for the first administrator. */
    public Optional<Invitation> invitation(String code) {
        return keeper.read().invitation(Digests.of(code.strip()), clock.millis());
    }

    /** Makes the account of an invitation; the code counts no more. */
    public Account accept(String code, String wantedName, String fullName, Proof proof) {
        var kept = proof instanceof Proof.Password password ? passwords.hash(passwords.check(password.text())) : "";
        var identity = proof instanceof Proof.By by ? by.identity() : Identity.NONE;
        var digest = Digests.of(code.strip());
        var made = new Account[1];
        keeper.change(book -> {
            var invitation = book.invitation(digest, clock.millis())
                    .orElseThrow(() -> Denied.notAllowed("The code is wrong, was used, or is too old."));
            boolean first = invitation.account().isEmpty();
            var name = Account.name(first ? wantedName : invitation.account());
            if (book.isTaken(name)) {
                throw new BadInput("%s has or had an account; take another name".formatted(name));
            }
            if (book.account(identity).isPresent()) {
                throw new BadInput("whoever you are at the provider has an account already: sign in with it");
            }
            made[0] = new Account(
                    name,
                    line("a full name", first ? fullName : invitation.fullName()),
                    kept,
                    identity,
                    "",
                    List.of(),
                    0,
                    clock.millis());
            return book.withoutInvitations(other -> other.digest().equals(digest))
                    .with(made[0]);
        });
        return made[0];
    }

    /** Another password; every other session of the account ends. */
    public void changePassword(String name, String old, String wanted, String keptSession) {
        var account = keeper.read().account(name).orElseThrow();
        if (!passwords.isRight(old, account.password())) {
            throw Denied.notAllowed("The old password is wrong.");
        }
        var hash = passwords.hash(passwords.check(wanted));
        keeper.change(book -> book.change(name, known -> known.withPassword(hash))
                .withoutSessions(session ->
                        session.account().equals(name) && !session.digest().equals(keptSession)));
    }

    /** A token and its secret, which is shown once. */
    public record Made(ApiToken token, String secret) {}

    public Made token(String account, String label, Set<Scope> scopes, Duration validFor) {
        line("a label", label);
        if (scopes.isEmpty()) {
            throw new BadInput("a token needs a scope: read, propose, approve, release or access");
        }
        if (validFor.compareTo(Duration.ofHours(1)) < 0 || validFor.compareTo(LONGEST_TOKEN) > 0) {
            throw new BadInput("a token is valid for 1 hour to 366 days");
        }
        var secret = TOKEN_PREFIX + Digests.secret(random);
        long now = clock.millis();
        var id = Digests.of("id " + secret).substring(0, 12);
        var token = new ApiToken(id, account, Digests.of(secret), label, scopes, now, now + validFor.toMillis());
        keeper.change(book -> book.swept(now).with(token));
        return new Made(token, secret);
    }

    /** Whose token that is. */
    public Optional<ApiToken> token(String secret) {
        var digest = Digests.of(secret);
        return keeper.read().tokens().stream()
                .filter(token -> token.digest().equals(digest) && token.expires() > clock.millis())
                .findFirst();
    }

    public void revokeToken(String id) {
        keeper.change(book -> book.withoutTokens(token -> token.id().equals(id)));
    }

    /** Erases all that is kept of a person; the name, which the ledger has, stays taken. */
    public void erase(String name) {
        keeper.change(book -> book.erase(name));
    }

    private static String line(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST_LABEL || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadInput("%s is one line of 1 to %d characters".formatted(what, LONGEST_LABEL));
        }
        return text;
    }
}
