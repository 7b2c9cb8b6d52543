package dev.gatehouse.policy.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ScanResult;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentTest {
    private static final Track TRACK = new Track("shop", "ios", "stable");
    private static final Affected OLD = new Affected(TRACK, ClientVersion.parse("4.2.0"));
    private static final Affected FIXED = new Affected(TRACK, ClientVersion.parse("4.2.1"));
    private static final ReleaseRules RULES =
            ReleaseRules.read(GatehouseFile.parse("p.yml", Path.of("/srv/shop"), """
            versions: {apps: {shop: {ios: {channels: [stable]}}}}
            approvals:
              roles: {release-manager: [anna], security-officer: [carl]}
              require: {release-manager: 1, security-officer: 1}
            """), null);

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void theStoryIsTheLedgersAndTheTimeToFixEndsWithThePublishing() {
        published(OLD);
        open();
        pass(Duration.ofMinutes(10));
        measure(new Command.Block(TRACK, OLD.version(), "INC-2026-001: prices can be changed"));
        ask(
                "carl",
                new IncidentCommand.Update("INC-2026-001", "found the cause", Severity.CRITICAL, "SEC-12", List.of()));
        pass(Duration.ofHours(5));
        published(FIXED);
        pass(Duration.ofHours(1));
        ask("carl", new IncidentCommand.Close("INC-2026-001", "fixed and told to customers", FIXED));

        var incident = incident("INC-2026-001");
        assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(incident.issue()).isEqualTo("SEC-12");
        assertThat(incident.affected()).containsExactly(OLD);
        assertThat(incident.story())
                .extracting(Incident.Line::text)
                .containsExactly(
                        "opened: prices can be changed",
                        "shop/ios/stable 4.2.0 must not run any more",
                        "found the cause",
                        "fixed and told to customers");
        assertThat(incident.timeToFix()).contains(Duration.ofMinutes(310));
        assertThat(incident.timeToClose()).contains(Duration.ofMinutes(370));
    }

    @Test
    void idsCountWithinTheYear() {
        published(OLD);
        open();
        open();
        now = Instant.parse("2027-01-01T00:00:00Z");
        open();

        assertThat(ledger().look(IncidentState::incidents))
                .extracting(Incident::id)
                .containsExactly("INC-2026-001", "INC-2026-002", "INC-2027-001");
    }

    @Test
    void aClosedIncidentStaysClosed() {
        published(OLD);
        open();
        ask("anna", new IncidentCommand.Close("INC-2026-001", "a false alarm", null));

        assertThat(incident("INC-2026-001").isOpen()).isFalse();
        assertThat(incident("INC-2026-001").timeToFix()).isEmpty();
        assertRefused(
                "anna",
                new IncidentCommand.Update("INC-2026-001", "more", null, "", List.of()),
                "INC-2026-001 is closed; open another one that names it");
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        published(OLD);
        open();

        assertRefused("mallory", opening(), "mallory is in none of the roles under approvals.roles");
        assertRefused(
                "anna",
                new IncidentCommand.Open("x", Severity.HIGH, "", List.of(FIXED)),
                "4.2.1 was never published on shop/ios/stable");
        assertRefused(
                "anna", new IncidentCommand.Close("INC-2026-009", "x", null), "there is no incident INC-2026-009");
        assertRefused(
                "anna",
                new IncidentCommand.Close("INC-2026-001", "x", FIXED),
                "4.2.1 was never published on shop/ios/stable");
        assertRefused(
                "anna",
                new IncidentCommand.Close("INC-2026-001", "x", OLD),
                "shop/ios/stable 4.2.0 was published at 2026-11-23T10:00:00Z, before INC-2026-001 was opened:"
                        + " it is no fix of it");
    }

    /** A ledger that version 1 wrote must be readable for ever: never write a resource anew, add another one. */
    @Test
    void incidentsOfVersionOneAreReadBack() throws URISyntaxException {
        var stored = new FileLedger(Path.of(Objects.requireNonNull(FileLedger.class.getResource("incidents-v1.jsonl"))
                .toURI()));
        var types = new HashSet<String>();
        var state = new IncidentState();
        stored.read(Head.START, entry -> {
            state.accept(entry);
            types.add(entry.type());
        });

        assertThat(types).containsAll(IncidentState.TYPES);
        var incident = state.incident("INC-2026-001").orElseThrow();
        assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(incident.story()).hasSize(4);
        assertThat(incident.timeToFix()).contains(Duration.ofMinutes(310));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void open() {
        ask("carl", opening());
    }

    private static IncidentCommand opening() {
        return new IncidentCommand.Open("prices can be changed", Severity.HIGH, "", List.of(OLD));
    }

    private void published(Affected version) {
        measure(
                "paul",
                new Command.Propose(new Candidate(
                        TRACK,
                        version.version(),
                        List.of(new Artifact("shop.ipa", "aa")),
                        "c0ffee",
                        List.of("paul@example.org"),
                        new ScanResult("passed", "c0ffee", "dd"))));
        measure("anna", new Command.Approve(TRACK, version.version(), "release-manager"));
        measure("carl", new Command.Approve(TRACK, version.version(), "security-officer"));
        measure("anna", new Command.Publish(TRACK, version.version(), List.of(), null, "", ""));
    }

    private void measure(Command command) {
        measure("carl", command);
    }

    private void measure(String actor, Command command) {
        var desk = new ReleaseDesk(RULES);
        ledger().decide((state, time) -> desk.decide(state.releases(), command, actor, time));
    }

    private Entry ask(String actor, IncidentCommand command) {
        var desk = new IncidentDesk(RULES.approvals());
        return ledger().decide((state, time) -> desk.decide(state, command, actor, time));
    }

    private void assertRefused(String actor, IncidentCommand command, String reason) {
        assertThatThrownBy(() -> ask(actor, command))
                .isInstanceOf(Refused.class)
                .hasMessage(reason);
    }

    private Incident incident(String id) {
        return ledger().look(state -> state.incident(id).orElseThrow());
    }

    private Ledger<IncidentState> ledger() {
        return new Ledger<>(
                new FileLedger(folder.resolve("ledger.jsonl")),
                Clock.fixed(now, ZoneOffset.UTC),
                IncidentState::new,
                IncidentState::accept);
    }
}
