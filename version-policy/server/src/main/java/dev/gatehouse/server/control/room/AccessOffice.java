package dev.gatehouse.server.control.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.EntryFormat;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.server.control.access.AccessDesk;
import dev.gatehouse.server.control.access.AccessState;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.account.Account;
import dev.gatehouse.server.control.account.People;
import dev.gatehouse.server.control.account.Proof;
import dev.gatehouse.server.control.account.Scope;
import dev.gatehouse.server.control.web.Denied;
import dev.gatehouse.server.control.web.Missing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Accounts, grants and tokens: what is done to them is recorded. */
public final class AccessOffice {
    private final ControlRoom room;
    private final People people;

    public AccessOffice(ControlRoom room, People people) {
        this.room = room;
        this.people = people;
    }

    /** A code for the first administrator, when there is none; empty when somebody is already. */
    public Optional<String> firstCode() {
        boolean has = room.look(state -> state.access().hasAdministrator(room.now()));
        return has ? Optional.empty() : Optional.of(people.inviteFirst());
    }

    /** A code with which a person makes the account. */
    public String invite(Person person, String name, String fullName) {
        person.needs(Scope.ACCESS).needs(Role.ADMINISTRATOR);
        return people.inviteAs(name, fullName);
    }

    /** Makes the account that a code invites to; the first one becomes administrator. */
    public Account accept(String code, String wantedName, String fullName, Proof proof) {
        boolean first = people.invitation(code)
                .orElseThrow(() -> Denied.notAllowed("The code is wrong, was used, or is too old."))
                .account()
                .isEmpty();
        if (first && room.look(state -> state.access().hasAdministrator(room.now()))) {
            throw Denied.notAllowed("There is an administrator already, who invites others.");
        }
        var account = people.accept(code, wantedName, fullName, proof);
        room.record((state, now) -> AccessDesk.note(AccessState.ACCOUNT_CREATED, account.name(), "", account.name()));
        if (first) {
            room.record((state, now) -> AccessDesk.first(state.access(), account.name(), now));
        }
        return account;
    }

    public Entry grant(Person person, AccessDesk.Wish wish) {
        person.needs(Scope.ACCESS).needs(Role.ADMINISTRATOR);
        Account.name(wish.account());
        if (people.book().account(wish.account()).isEmpty()) {
            throw new BadInput("%s has no account; invite them first".formatted(wish.account()));
        }
        return room.record((state, now) -> AccessDesk.grant(wish, person.name(), now));
    }

    /** Ends a grant before its time. */
    public Entry revoke(Person person, long id, String reason) {
        person.needs(Scope.ACCESS).needs(Role.ADMINISTRATOR);
        return room.record((state, now) -> AccessDesk.revoke(state.access(), id, reason, person.name(), now));
    }

    /** A token for oneself; its secret is in the result and nowhere else. */
    public People.Made token(Person person, String label, Set<Scope> scopes, Duration validFor) {
        for (var scope : scopes) {
            person.needs(scope);
        }
        var made = people.token(person.name(), label, scopes, validFor);
        room.record((state, now) -> AccessDesk.note(
                AccessState.TOKEN_CREATED, person.name(), made.token().id(), person.name()));
        return made;
    }

    /** Everybody ends their own tokens, administrators all. */
    public void revokeToken(Person person, String id) {
        var token = people.book().tokens().stream()
                .filter(known -> known.id().equals(id))
                .filter(known -> known.account().equals(person.name()) || person.is(Role.ADMINISTRATOR))
                .findFirst()
                .orElseThrow(() -> new Missing("There is no such token."));
        people.revokeToken(id);
        room.record((state, now) -> AccessDesk.note(AccessState.TOKEN_REVOKED, token.account(), id, person.name()));
    }

    /** All that is kept of a person, for themselves or an administrator. */
    public ObjectNode export(Person person, String name) {
        own(person, name);
        var book = people.book();
        var account = book.account(name).orElseThrow(() -> new Missing("There is no such account."));
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("name", account.name())
                .put("fullName", account.fullName())
                .put("created", Instant.ofEpochMilli(account.created()).toString())
                .put("identityIssuer", account.identity().issuer())
                .put("identitySubject", account.identity().subject())
                .put("secondStep", account.hasSecondStep())
                .put("recoveryCodesLeft", account.recovery().size());
        var tokens = json.putArray("tokens");
        book.tokens().stream()
                .filter(token -> token.account().equals(name))
                .forEach(token -> tokens.addObject().put("id", token.id()).put("label", token.label()));
        json.put(
                "sessions",
                book.sessions().stream()
                        .filter(session -> session.account().equals(name))
                        .count());
        var entries = json.putArray("ledger");
        new LedgerSearch(room)
                .find(new LedgerSearch.Query(0, 10_000, "", name)).entries().stream()
                        .filter(entry -> entry.actor().equals(name)
                                || entry.payload().path("account").asText("").equals(name))
                        .forEach(entry -> entries.add(EntryFormat.json(entry)));
        return json;
    }

    /** Erases an account; the ledger keeps its name, which means nothing to anybody from then on. */
    public Entry erase(Person person, String name) {
        own(person, name);
        if (people.book().account(name).isEmpty()) {
            throw new Missing("There is no such account.");
        }
        boolean only = room.look(state -> state.access().grants().stream()
                .filter(grant -> grant.role() == Role.ADMINISTRATOR && grant.isActive(room.now()))
                .allMatch(grant -> grant.account().equals(name)));
        if (only && room.roles(name).contains(Role.ADMINISTRATOR)) {
            throw new Refused("%s is the only administrator: grant somebody else the role first".formatted(name));
        }
        people.erase(name);
        return room.record((state, now) -> AccessDesk.note(AccessState.ACCOUNT_ERASED, name, "", person.name()));
    }

    private static void own(Person person, String name) {
        person.needs(Scope.ACCESS);
        if (!person.name().equals(name)) {
            person.needs(Role.ADMINISTRATOR);
        }
    }
}
