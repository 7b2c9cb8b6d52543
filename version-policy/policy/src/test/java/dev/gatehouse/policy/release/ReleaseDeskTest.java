package dev.gatehouse.policy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.SupportPolicy;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        record(desk("paul").propose(state, candidate("incomplete", "aa")));
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
        record(desk("paul").propose(state, candidate("passed", "bb")));
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
        record(desk("paul").propose(state, candidate("passed", "aa")));
        record(desk("both").approve(state, TRACK, V, "release-manager"));
        record(desk("both").approve(state, TRACK, V, "security-officer"));
        assertThatThrownBy(() -> publish("anna", ""))
                .isInstanceOf(Refused.class)
                .hasMessage("0 of 1 approvals as security-officer");
    }

    @Test
    void nobodyApprovesTheirOwnProposalOrCommit() {
        record(desk("anna").propose(state, candidate("passed", "aa")));
        assertThatThrownBy(() -> desk("anna").approve(state, TRACK, V, "release-manager"))
                .hasMessageContaining("nobody approves their own proposal");
        assertThatThrownBy(() -> desk("carl").approve(state, TRACK, V, "security-officer"))
                .hasMessageContaining("nobody approves their own work");
        assertThatThrownBy(() -> desk("dora").approve(state, TRACK, V, "security-officer"))
                .hasMessageContaining("nobody approves their own work");
        assertThatThrownBy(() -> desk("mallory").approve(state, TRACK, V, "release-manager"))
                .hasMessageContaining("mallory is not in the role release-manager");
    }

    @Test
    void aRejectionStopsWhatWasApproved() {
        approved(candidate("passed", "aa"));
        record(desk("anna").reject(state, TRACK, V, "crashes on start"));
        assertThatThrownBy(() -> publish("anna", "")).hasMessage("rejected by anna: crashes on start");
    }

    @Test
    void breakGlassIsForItsRolesOnlyAndShoutsInTheRecord() {
        record(desk("paul").propose(state, candidate("passed", "aa")));
        assertThatThrownBy(() -> publish("anna", "fire")).hasMessageContaining("does not let anna break the glass");
        var draft = publish("carl", "fire");
        assertThat(draft.payload().get("breakGlass").get("reason").asText()).isEqualTo("fire");
        assertThat(draft.payload().get("breakGlass").get("missing")).hasSize(2);
    }

    @Test
    void theGlassDoesNotHideAFailedScan() {
        record(desk("paul").propose(state, candidate("failed", "aa")));
        assertThatThrownBy(() -> publish("carl", "fire")).hasMessage("the scan's verdict is failed");
    }

    @Test
    void theFloorKeepsItsRolesAndForbidsBreakGlass() {
        var floor = YamlFile.parse(
                "floor.yml", "approvals: {roles: {security-officer: [zoe]}, require: {security-officer: 2}}");
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
        record(desk("paul").propose(state, candidate(next, "passed", "cc")));
        record(desk("anna").approve(state, TRACK, next, "release-manager"));
        record(desk("both").approve(state, TRACK, next, "security-officer"));
        record(desk("anna").publish(state, TRACK, next, List.of(), now, open(), ""));
        record(desk("anna").minimum(state, TRACK, next, now, true, "hole"));
        record(desk("carl").proposeRollback(state, TRACK, V, "4.4 loses data"));
        assertThatThrownBy(() -> desk("carl").rollBack(state, TRACK, V)).isInstanceOf(Refused.class);
        record(desk("anna").approveRollback(state, TRACK, V, "release-manager"));
        record(desk("dora").approveRollback(state, TRACK, V, "security-officer"));
        record(desk("carl").rollBack(state, TRACK, V));
        assertThat(state.window(TRACK).minimum(now)).contains(V);
        record(desk("anna").minimum(state, TRACK, next, now, true, "hole"));
        assertThatThrownBy(() -> desk("carl").rollBack(state, TRACK, V)).hasMessageContaining("no rollback");
    }

    private void approved(Candidate candidate) {
        record(desk("paul").propose(state, candidate));
        record(desk("anna").approve(state, TRACK, V, "release-manager"));
        record(desk("both").approve(state, TRACK, V, "security-officer"));
    }

    private Draft publish(String actor, String breakGlass) {
        return desk(actor).publish(state, TRACK, V, List.of(), now, open(), breakGlass);
    }

    private static PublishingWindow open() {
        return (version, at) -> List.of();
    }

    private ReleaseDesk desk(String actor) {
        var settings = YamlFile.parse("p.yml", SETTINGS);
        return new ReleaseDesk(SupportPolicy.read(settings, null), ApprovalPolicy.read(settings, null), actor, now);
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
