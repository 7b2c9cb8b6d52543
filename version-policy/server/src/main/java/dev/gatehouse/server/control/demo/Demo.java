package dev.gatehouse.server.control.demo;

import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.server.control.access.AccessDesk;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.account.BookKeeper;
import dev.gatehouse.server.control.account.Passwords;
import dev.gatehouse.server.control.account.People;
import dev.gatehouse.server.control.account.Proof;
import dev.gatehouse.server.control.account.Scope;
import dev.gatehouse.server.control.account.Seal;
import dev.gatehouse.server.control.account.SecondStep;
import dev.gatehouse.server.control.account.Totp;
import dev.gatehouse.server.control.room.Adoption;
import dev.gatehouse.server.control.room.BuildChecks;
import dev.gatehouse.server.control.room.ScanReports;
import dev.gatehouse.server.control.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Fills an empty server. */
public final class Demo {
    private static final String PASSWORD = "gatehouse demo";

    private final LedgerStore ledger;
    private final Vault vault;
    private final Seal seal;
    private final SecureRandom random;
    private final Clock clock;

    public Demo(LedgerStore ledger, Vault vault, Seal seal, SecureRandom random, Clock clock) {
        this.ledger = ledger;
        this.vault = vault;
        this.seal = seal;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Writes the policy file, the ledger, accounts, counts and a scan report.
     *
     * @return how to sign in
     */
    public String fill(Path policy) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var story = new Story(today);
        try {
            Files.writeString(policy, story.policyFile());
        } catch (IOException e) {
            throw new UncheckedIOException(policy + ": cannot be written", e);
        }
        var report = new ScanReports(vault, clock).add(DemoReport.bytes(clock.instant()));
        var past = new Past(ledger, policy, clock.instant());
        var next = story.tell(past, report.sha256());
        past.state()
                .candidate(Story.IOS, next)
                .ifPresent(candidate -> new BuildChecks(vault)
                        .add(
                                candidate.digest(),
                                new BuildChecks.Check(
                                        "jira",
                                        true,
                                        "12 of 12 issues of shop %s are done".formatted(next),
                                        "https://jira.example/projects/SHOP/versions/" + next,
                                        "dora",
                                        clock.millis())));
        new DemoClients(new Adoption(vault)).ask(past, today);
        return accounts(past);
    }

    private String accounts(Past past) {
        var keeper = new BookKeeper(vault);
        var people = new People(keeper, new Passwords(random), random, clock);
        var second = new SecondStep(keeper, seal, random, clock);
        var lines = new ArrayList<String>();
        var tokens = new ArrayList<String>();
        for (var person : List.of(
                new Cast("ada", "Ada Admin", Role.ADMINISTRATOR),
                new Cast("anna", "Anna Anders", Role.RELEASE_MANAGER),
                new Cast("carl", "Carl Cools", Role.SECURITY_OFFICER),
                new Cast("dora", "Dora Diaz", Role.DEVELOPER),
                new Cast("vera", "Vera Voss", Role.VIEWER))) {
            people.accept(
                    people.inviteAs(person.name, person.fullName),
                    person.name,
                    person.fullName,
                    new Proof.Password(PASSWORD));
            var sealed = second.propose(person.name);
            var secret = second.secret(person.name, sealed);
            second.set(person.name, sealed, Totp.code(secret, Totp.step(clock.millis() / 1000) - 1));
            past.at(clock.instant().minus(Duration.ofDays(30)))
                    .grant(new AccessDesk.Wish(
                            person.name,
                            person.role,
                            "member of the demo's cast",
                            clock.instant().plus(Duration.ofDays(90)),
                            false));
            lines.add("  %-5s %-16s authenticator secret %s"
                    .formatted(person.name, person.role.words(), Totp.base32(secret)));
            tokens.add("  %-5s %s".formatted(person.name, token(people, person.name)));
        }
        return """
                demo: sign in with the password '%s' and a code of the authenticator as
                %s
                demo: or let commands ask it: --server with its address, and GATEHOUSE_TOKEN, for a week, of
                %s""".formatted(PASSWORD, String.join("\n", lines), String.join("\n", tokens));
    }

    private static String token(People people, String name) {
        return people.token(name, "demo", EnumSet.allOf(Scope.class), Duration.ofDays(7))
                .secret();
    }

    private record Cast(String name, String fullName, Role role) {}
}
