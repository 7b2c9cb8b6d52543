package dev.gatehouse.policy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.train.Ruling;
import dev.gatehouse.policy.version.ClientVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseDeskTest {
    private static final Track TRACK = new Track("shop", "ios", "stable");
    private static final ClientVersion V = ClientVersion.parse("4.3.0");
    private static final String SETTINGS = """
            versions: {apps: {shop: {ios: {channels: [stable]}}}}
            approvals:
              roles: {release-manager: [anna, both], security-officer: [carl, both, dora]}
              require: {release-manager: 1, security-officer: 1}
              people: {dora: ["Dora D"]}
              breakGlass: [security-officer]
            """;

    private final ReleaseState state = new ReleaseState();
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private long sequence;

    @Test
    void whatTheRolesApprovedIsPublished() {
        approved(candidate("passed", "aa"));
        record(publish("anna", ""));
        assertThat(state.window(TRACK).supported()).containsExactly(V);
    }

    @Test
    void everythingThatIsMissingIsSaid() {
        record(ask("paul", new Command.Propose(candidate("incomplete", "aa"))));
        assertThatThrownBy(() -> publish("anna", ""))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.reasons())
                                .containsExactly(
                                        "the scan's verdict is incomplete",
                                        "0 of 1 approvals as release-manager",
                                        "0 of 1 approvals as security-officer"));
    }

    @Test
    void anApprovalLapsesWhenTheDigestChanges() {
        approved(candidate("passed", "aa"));
        record(ask("paul", new Command.Propose(candidate("passed", "bb"))));
        assertThatThrownBy(() -> publish("anna", ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("0 of 1");
    }

    @Test
    void anApprovalExpires() {
        approved(candidate("passed", "aa"));
        now = now.plus(Duration.ofDays(14));
        assertThatThrownBy(() -> publish("anna", ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("0 of 1");
    }

    @Test
    void nobodyApprovesTwice() {
        record(ask("paul", new Command.Propose(candidate("passed", "aa"))));
        record(ask("both", new Command.Approve(TRACK, V, "release-manager")));
        assertThatThrownBy(() -> ask("both", new Command.Approve(TRACK, V, "security-officer")))
                .isInstanceOf(Refused.class)
                .hasMessage("both has approved it as release-manager already, and nobody counts twice");
    }

    @Test
    void nobodyApprovesTheirOwnProposalOrCommit() {
        record(ask("anna", new Command.Propose(candidate("passed", "aa"))));
        assertThatThrownBy(() -> ask("anna", new Command.Approve(TRACK, V, "release-manager")))
                .hasMessageContaining("nobody approves their own proposal");
        assertThatThrownBy(() -> ask("carl", new Command.Approve(TRACK, V, "security-officer")))
                .hasMessageContaining("nobody approves their own work");
        assertThatThrownBy(() -> ask("dora", new Command.Approve(TRACK, V, "security-officer")))
                .hasMessageContaining("nobody approves their own work");
        assertThatThrownBy(() -> ask("mallory", new Command.Approve(TRACK, V, "release-manager")))
                .hasMessageContaining("mallory is not in the role release-manager");
    }

    @Test
    void aRejectionStopsWhatWasApproved() {
        approved(candidate("passed", "aa"));
        record(ask("anna", new Command.Reject(TRACK, V, "crashes on start")));
        assertThatThrownBy(() -> publish("anna", "")).hasMessage("rejected by anna: crashes on start");
    }

    @Test
    void breakGlassIsForItsRolesOnlyAndShoutsInTheRecord() {
        record(ask("paul", new Command.Propose(candidate("passed", "aa"))));
        assertThatThrownBy(() -> publish("anna", "fire")).hasMessageContaining("does not let anna break the glass");
        var draft = publish("carl", "fire");
        assertThat(draft.payload().get("breakGlass").get("reason").asText()).isEqualTo("fire");
        assertThat(draft.payload().get("breakGlass").get("missing")).hasSize(2);
    }

    @Test
    void theGlassDoesNotHideAFailedScan() {
        record(ask("paul", new Command.Propose(candidate("failed", "aa"))));
        assertThatThrownBy(() -> publish("carl", "fire")).hasMessage("the scan's verdict is failed");
    }

    @Test
    void theGlassDoesNotHideARejection() {
        record(ask("paul", new Command.Propose(candidate("passed", "aa"))));
        record(ask("anna", new Command.Reject(TRACK, V, "loses data")));
        assertThatThrownBy(() -> publish("carl", "fire")).hasMessage("rejected by anna: loses data");
        assertThatThrownBy(() -> ask("both", new Command.Approve(TRACK, V, "release-manager")))
                .hasMessage("rejected by anna: loses data; only a new proposal takes that back");
    }

    @Test
    void whatIsPublishedIsNeitherProposedNorApprovedNorRejectedNorPublishedAgain() {
        approved(candidate("passed", "aa"));
        record(publish("anna", ""));
        for (var command : List.of(
                new Command.Propose(candidate("passed", "bb")),
                new Command.Approve(TRACK, V, "security-officer"),
                new Command.Reject(TRACK, V, "late"),
                new Command.Publish(TRACK, V, List.of(), null, "", ""))) {
            assertThatThrownBy(() -> ask("dora", command))
                    .isInstanceOf(BadInput.class)
                    .hasMessage("4.3.0 is published on shop/ios/stable already, by entry 4 of the ledger:"
                            + " propose a higher version");
        }
    }

    @Test
    void everyCandidateTellsWhereItStands() {
        record(ask("paul", new Command.Propose(candidate("passed", "aa"))));
        assertThat(standing().stage()).isEqualTo(Standing.Stage.WAITING);
        assertThat(standing().missing())
                .containsExactly("0 of 1 approvals as release-manager", "0 of 1 approvals as security-officer");
        record(ask("anna", new Command.Approve(TRACK, V, "release-manager")));
        record(ask("both", new Command.Approve(TRACK, V, "security-officer")));
        assertThat(standing().stage()).isEqualTo(Standing.Stage.READY);
        assertThat(standing().rulings()).extracting(Ruling::rule).containsExactly("verdict", "approvals", "approvals");
        record(ask("anna", new Command.Reject(TRACK, V, "no")));
        assertThat(standing().stage()).isEqualTo(Standing.Stage.REJECTED);
        approved(candidate("passed", "aa"));
        record(publish("anna", ""));
        assertThat(new ReleaseDesk(rules()).standings(state, now)).isEmpty();
        assertThat(state.publications(TRACK))
                .extracting(Publication::actor, Publication::entry)
                .containsExactly(tuple("anna", 8L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{require: {release-manger: 1}, roles: {release-manager: [a]}}"
                        + " | p.yml:1:39: there is no role 'release-manger' under approvals.roles; did you mean 'release-manager'?",
                "{require: {release-manager: 2}, roles: {release-manager: [a]}}"
                        + " | p.yml:1:40: release-manager needs 2 approvals, but one person is in it under approvals.roles",
                "{breakGlass: [boss], roles: {release-manager: [a]}}"
                        + " | p.yml:1:26: there is no role 'boss' under approvals.roles",
                "{require: {release-manager: 0}, roles: {release-manager: [a]}}"
                        + " | p.yml:1:40: release-manager needs 1 to 20 approvals, not 0",
                "{validForDays: 0} | p.yml:1:27: validForDays is 0; give 1 to 366 days",
                "{rolls: {}} | p.yml:1:13: unknown key 'rolls'; did you mean 'roles'?"
            })
    void rulesThatNobodyCouldKeepAreRefusedWithTheirPlace(String section, String message) {
        assertThatThrownBy(() -> ApprovalPolicy.read(YamlFile.parse("p.yml", "approvals: " + section), null))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    @Test
    void theFloorKeepsItsRolesAndForbidsBreakGlass() {
        var floor = YamlFile.parse(
                "floor.yml", "approvals: {roles: {security-officer: [zoe, yan]}, require: {security-officer: 2}}");
        var policy = ApprovalPolicy.read(YamlFile.parse("p.yml", SETTINGS), floor);
        assertThat(policy.isIn("carl", "security-officer")).isFalse();
        assertThat(policy.required()).containsEntry("security-officer", 2).containsEntry("release-manager", 1);
        assertThat(policy.breakGlass()).isEmpty();
    }

    @Test
    void aRollbackNeedsItsOwnApprovalsAndUsesThemUp() {
        approved(candidate("passed", "aa"));
        record(publish("anna", ""));
        var next = ClientVersion.parse("4.4.0");
        record(ask("paul", new Command.Propose(candidate(next, "passed", "cc"))));
        record(ask("anna", new Command.Approve(TRACK, next, "release-manager")));
        record(ask("both", new Command.Approve(TRACK, next, "security-officer")));
        record(ask("anna", new Command.Publish(TRACK, next, List.of(), null, "", "")));
        record(ask("anna", new Command.RaiseMinimum(TRACK, next, null, "hole")));
        record(ask("carl", new Command.ProposeRollback(TRACK, V, "4.4 loses data")));
        assertThatThrownBy(() -> ask("carl", new Command.RollBack(TRACK, V))).isInstanceOf(Refused.class);
        record(ask("anna", new Command.ApproveRollback(TRACK, V, "release-manager")));
        record(ask("dora", new Command.ApproveRollback(TRACK, V, "security-officer")));
        record(ask("carl", new Command.RollBack(TRACK, V)));
        assertThat(state.window(TRACK).minimum(now)).contains(V);
        record(ask("anna", new Command.RaiseMinimum(TRACK, next, null, "hole")));
        assertThatThrownBy(() -> ask("carl", new Command.RollBack(TRACK, V))).hasMessageContaining("no rollback");
    }

    private void approved(Candidate candidate) {
        record(ask("paul", new Command.Propose(candidate)));
        record(ask("anna", new Command.Approve(TRACK, V, "release-manager")));
        record(ask("both", new Command.Approve(TRACK, V, "security-officer")));
    }

    private Draft publish(String actor, String breakGlass) {
        return ask(actor, new Command.Publish(TRACK, V, List.of(), null, "", breakGlass));
    }

    private Standing standing() {
        return new ReleaseDesk(rules()).standings(state, now).get(0);
    }

    private Draft ask(String actor, Command command) {
        return new ReleaseDesk(rules()).decide(state, command, actor, now);
    }

    private static ReleaseRules rules() {
        return ReleaseRules.read(GatehouseFile.parse("p.yml", Path.of("/srv/shop"), SETTINGS), null);
    }

    private static Candidate candidate(String verdict, String digest) {
        return candidate(V, verdict, digest);
    }

    private static Candidate candidate(ClientVersion version, String verdict, String digest) {
        return new Candidate(
                TRACK,
                version,
                List.of(new Artifact("shop.ipa", digest)),
                "c0ffee",
                version.equals(V) ? List.of("carl@example.org", "Dora D") : List.of("x@example.org"),
                new ScanResult(verdict, "c0ffee", "dd"));
    }

    private void record(Draft draft) {
        sequence++;
        state.accept(new Entry(sequence, now, draft.actor(), draft.type(), draft.version(), draft.payload(), "p", "h"));
    }
}
