package dev.gatehouse.server.control.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All accounts and ways in; immutable.
 *
 * @param erased names that had an account once and never get another
 */
public record Book(
        List<Account> accounts,
        List<Session> sessions,
        List<ApiToken> tokens,
        List<Invitation> invitations,
        List<String> erased) {
    static final Book EMPTY = new Book(List.of(), List.of(), List.of(), List.of(), List.of());

    public Book {
        accounts = List.copyOf(accounts);
        sessions = List.copyOf(sessions);
        tokens = List.copyOf(tokens);
        invitations = List.copyOf(invitations);
        erased = List.copyOf(erased);
    }

    public Optional<Account> account(String name) {
        return accounts.stream().filter(account -> account.name().equals(name)).findFirst();
    }

    /** Whose account a provider speaks of. */
    public Optional<Account> account(Identity identity) {
        return accounts.stream()
                .filter(account -> account.identity().equals(identity) && !identity.equals(Identity.NONE))
                .findFirst();
    }

    public boolean isTaken(String name) {
        return account(name).isPresent() || erased.contains(name);
    }

    Optional<Invitation> invitation(String digest, long now) {
        return invitations.stream()
                .filter(invitation -> invitation.digest().equals(digest) && invitation.expires() > now)
                .findFirst();
    }

    Book with(Account account) {
        var all = without(accounts, other -> other.name().equals(account.name()));
        all.add(account);
        return new Book(all, sessions, tokens, invitations, erased);
    }

    Book change(String name, UnaryOperator<Account> change) {
        return account(name).map(account -> with(change.apply(account))).orElse(this);
    }

    Book with(Session session) {
        var all = new ArrayList<>(sessions);
        all.add(session);
        return new Book(accounts, all, tokens, invitations, erased);
    }

    Book withoutSessions(Predicate<Session> gone) {
        return new Book(accounts, without(sessions, gone), tokens, invitations, erased);
    }

    Book with(ApiToken token) {
        var all = new ArrayList<>(tokens);
        all.add(token);
        return new Book(accounts, sessions, all, invitations, erased);
    }

    Book withoutTokens(Predicate<ApiToken> gone) {
        return new Book(accounts, sessions, without(tokens, gone), invitations, erased);
    }

    Book with(Invitation invitation) {
        var all = without(invitations, other -> other.account().equals(invitation.account()));
        all.add(invitation);
        return new Book(accounts, sessions, tokens, all, erased);
    }

    Book withoutInvitations(Predicate<Invitation> gone) {
        return new Book(accounts, sessions, tokens, without(invitations, gone), erased);
    }

    /** Takes away all that was kept of a person but the name, which stays taken. */
    Book erase(String name) {
        var names = new TreeSet<>(erased);
        names.add(name);
        return new Book(
                without(accounts, account -> account.name().equals(name)),
                without(sessions, session -> session.account().equals(name)),
                without(tokens, token -> token.account().equals(name)),
                without(invitations, invitation -> invitation.account().equals(name)),
                List.copyOf(names));
    }

    /** Takes away what is over. */
    Book swept(long now) {
        return withoutSessions(session -> session.expires() <= now)
                .withoutTokens(token -> token.expires() <= now)
                .withoutInvitations(invitation -> invitation.expires() <= now);
    }

    private static <T> List<T> without(List<T> all, Predicate<T> gone) {
        return new ArrayList<>(all.stream().filter(gone.negate()).toList());
    }
}
