package dev.gatehouse.policy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is approved goes out with its train only; the ledger's own record says what went out before. */
class PublishingOnTrainsTest {
    private static final Track TRACK = new Track("shop", "ios", "stable");
    private static final String SETTINGS = """
            release:
              anchor: 2026-09-08
              timeZone: Europe/Berlin
              minor: every 2 weeks
              major: every quarter
              toleranceDays: 1
              freezes: [{from: 2026-10-19, to: 2026-10-24, reason: audit, exceptions: [hotfix]}]
            versions: {apps: {shop: {ios: {channels: [stable]}}}}
            approvals:
              roles: {release-manager: [anna]}
              require: {release-manager: 1}
              breakGlass: [release-manager]
            """;

    private final ReleaseState state = new ReleaseState();
    private Instant now = Instant.parse("2026-09-08T10:00:00Z");
    private long sequence;

    @BeforeEach
    void firstVersions() {
        publish("1.0.0", "2026-09-08");
        publish("1.1.0", "2026-09-23");
    }

    @Test
    void theNextMinorVersionGoesOutInItsWindow() {
        publish("1.2.0", "2026-10-06");
        assertThat(state.window(TRACK).latest()).contains(ClientVersion.parse("1.2.0"));
    }

    @Test
    void outOfItsWindowItIsRefusedWithTheNextOne() {
        refused("1.2.0", "2026-10-01")
                .hasMessage("no window is open on 2026-10-01; the next for a minor release opens on 2026-10-06");
    }

    @Test
    void theDayIsThatOfTheTrainsTimeZone() {
        now = Instant.parse("2026-10-05T22:30:00Z");
        propose("1.2.0");
        assertThat(ask(new Command.Publish(TRACK, ClientVersion.parse("1.2.0"), List.of(), null, "", ""))
                        .type())
                .isEqualTo("version.published");
    }

    @Test
    void aSecondMinorVersionInAWindowTheWrongBumpAndASkippedOneAreRefused() {
        refused("1.2.0", "2026-09-23").hasMessageContaining("1.1.0 of 2026-09-23 has used this window already");
        refused("2.0.0", "2026-10-06").hasMessageContaining("admits no major release");
        refused("1.3.0", "2026-10-06").hasMessageContaining("1.3.0 skips: the next minor version after 1.1.0 is 1.2.0");
        refused("1.1.0-rc.1", "2026-10-06").hasMessageContaining("1.1.0-rc.1 is not above 1.1.0 of 2026-09-23");
    }

    @Test
    void aPatchGoesOutAtAnyTimeButNotInAFreeze() {
        publish("1.1.1", "2026-10-01");
        refused("1.1.2", "2026-10-20")
                .hasMessage("frozen from 2026-10-19 to 2026-10-24: audit; a hotfix may go out with --hotfix REASON");
    }

    @Test
    void theHotfixLaneNeedsAReasonWhichIsRecorded() {
        now = Instant.parse("2026-10-20T10:00:00Z");
        propose("1.1.1");
        record(ask(new Command.Publish(TRACK, ClientVersion.parse("1.1.1"), List.of(), null, "crash at start", "")));
        assertThat(state.publications(TRACK).get(2).hotfix()).isEqualTo("crash at start");
    }

    @Test
    void breakingTheGlassOpensNoWindow() {
        now = Instant.parse("2026-10-01T10:00:00Z");
        propose("1.2.0");
        assertThatThrownBy(() ->
                        ask(new Command.Publish(TRACK, ClientVersion.parse("1.2.0"), List.of(), null, "", "fire")))
                .hasMessageContaining("no window is open on 2026-10-01");
    }

    @Test
    void whatStandsInTheWayIsPartOfWhereACandidateStands() {
        now = Instant.parse("2026-10-01T10:00:00Z");
        propose("1.2.0");
        var standings = new ReleaseDesk(rules()).standings(state, now);
        assertThat(standings).extracting(Standing::stage).containsExactly(Standing.Stage.WAITING);
        assertThat(standings.get(0).missing()).singleElement().asString().startsWith("no window is open");
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(String version, String day) {
        now = Instant.parse(day + "T10:00:00Z");
        propose(version);
        return assertThatThrownBy(
                () -> ask(new Command.Publish(TRACK, ClientVersion.parse(version), List.of(), null, "", "")));
    }

    private void publish(String version, String day) {
        now = Instant.parse(day + "T10:00:00Z");
        propose(version);
        record(ask(new Command.Publish(TRACK, ClientVersion.parse(version), List.of(), null, "", "")));
    }

    private void propose(String version) {
        var candidate = new Candidate(
                TRACK,
                ClientVersion.parse(version),
                List.of(new Artifact("shop.ipa", "aa")),
                "c0ffee",
                List.of(),
                new ScanResult("passed", "c0ffee", "dd"));
        record(new ReleaseDesk(rules()).decide(state, new Command.Propose(candidate), "paul", now));
        record(ask(new Command.Approve(TRACK, ClientVersion.parse(version), "release-manager")));
    }

    private Draft ask(Command command) {
        return new ReleaseDesk(rules()).decide(state, command, "anna", now);
    }

    private static ReleaseRules rules() {
        return ReleaseRules.read(GatehouseFile.parse("p.yml", Path.of("/srv/shop"), SETTINGS), null);
    }

    private void record(Draft draft) {
        sequence++;
        state.accept(new Entry(sequence, now, draft.actor(), draft.type(), draft.version(), draft.payload(), "p", "h"));
    }
}
