package dev.gatehouse.jenkins.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thoughtworks.xstream.XStream;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.release.ScanResult;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate from its proposal to its end, on a real ledger. */
final class GateTest {
    private static final String POLICY = """
            version: 1
            versions:
              apps:
                shop:
                  ios: {store: "https://store.example/shop", channels: [stable]}
            approvals:
              roles:
                product: [ada, "group:product-owners"]
                security: ["group:security"]
              require:
                product: 1
                security: 2
              people:
                grace: [grace@example.org]
            """;
    private static final Track TRACK = new Track("shop", "ios", "stable");
    private static final ClientVersion VERSION = ClientVersion.parse("1.2.0");

    @TempDir
    private Path folder;

    private final Map<String, Set<String>> groups = new HashMap<>(Map.of(
            "bob", Set.of("security"), "carol", Set.of("security"), "grace", Set.of("security"), "dan", Set.of()));
    private final ReleaseRules rules = GateRules.read(".gatehouse.yml", POLICY, "");
    private long now = System.currentTimeMillis();
    private GateDesk desk;
    private GateRecord gate;

    @BeforeEach
    void propose() {
        desk = desk();
        var candidate = candidate("passed");
        desk.decide(rules, new Command.Propose(candidate), "eve");
        gate = new GateRecord(
                TRACK, VERSION, candidate.digest(), "eve", ".gatehouse.yml", POLICY, "", now + 60_000, "");
    }

    @Test
    void itWaitsUntilEveryRoleHasApprovedAndSaysWhoDid() {
        approve("ada", "product");
        approve("bob", "security");
        assertThat(judge()).isFalse();
        assertThat(gate.isWaiting()).isTrue();

        approve("carol", "security");

        assertThat(judge()).isTrue();
        assertThat(gate.isApproved()).isTrue();
        assertThat(gate.getPeople()).containsExactly("ada", "bob", "carol");
    }

    @Test
    void whoHasLeftTheGroupNoLongerCounts() {
        approve("ada", "product");
        approve("bob", "security");
        approve("carol", "security");
        groups.put("carol", Set.of());

        assertThat(judge()).isFalse();
    }

    @Test
    void neitherTheProposerNorAnAuthorNorAnOutsiderApproves() {
        groups.put("eve", Set.of("security"));

        assertThatThrownBy(() -> approve("eve", "security"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nobody approves their own proposal");
        assertThatThrownBy(() -> approve("grace", "security"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nobody approves their own work");
        assertThatThrownBy(() -> approve("dan", "product"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not in the role");
        assertThat(desk.roles(rules, gate, "eve")).isEmpty();
        assertThat(desk.roles(rules, gate, "bob")).containsExactly("security");
    }

    @Test
    void whoeverIsCalledLikeAGroupIsNotInTheRole() {
        assertThatThrownBy(() -> approve("group:security", "security")).isInstanceOf(Refused.class);
    }

    @Test
    void aRejectionEndsItWithItsReason() {
        desk.decide(rules, new Command.Reject(TRACK, VERSION, "the login is slow"), "bob");

        assertThat(judge()).isTrue();
        assertThat(gate.getOutcome()).isEqualTo("rejected");
        assertThat(gate.getReason()).isEqualTo("the login is slow");
        assertThat(gate.getPeople()).containsExactly("bob");
    }

    @Test
    void itsTimeEndsAndSaysWhatWasMissing() {
        now += 60_000;

        assertThat(judge()).isTrue();
        assertThat(gate.getOutcome()).isEqualTo("timed out");
        assertThat(gate.getReason()).contains("0 of 1 approvals as product", "0 of 2 approvals as security");
    }

    @Test
    void whoeverWaitsSaysHowLong() {
        gate.waitUntil(Instant.ofEpochMilli(now).plusSeconds(1));
        now += 1000;

        assertThat(judge()).isTrue();
        assertThat(gate.getOutcome()).isEqualTo("timed out");
    }

    @Test
    void timeRunsOnWhereTheRulesCannotBeRead() {
        var judging = new Judging(desk, () -> now);
        assertThat(judging.overdue(gate, "floor.yml:1:1: nonsense")).isFalse();
        now += 60_000;

        assertThat(judging.overdue(gate, "floor.yml:1:1: nonsense")).isTrue();
        assertThat(gate.getReason()).contains("nonsense");
    }

    @Test
    void whoMayNotApproveIsToldWhy() {
        assertThat(desk.objections(rules, gate, "dan"))
                .containsExactly("dan is not in the role product", "dan is not in the role security");
        assertThat(desk.objections(rules, gate, "bob")).isEmpty();
    }

    @Test
    void anotherProposalOfTheVersionEndsIt() {
        desk.decide(rules, new Command.Propose(candidate("failed")), "eve");

        assertThat(judge()).isTrue();
        assertThat(gate.getReason()).contains("something else was proposed");
    }

    @Test
    void theFirstWordCounts() {
        assertThat(gate.end(GateRecord.Outcome.ABORTED, "no", List.of())).isTrue();
        assertThat(gate.end(GateRecord.Outcome.APPROVED, "", List.of())).isFalse();
        assertThat(gate.getOutcome()).isEqualTo("aborted");
    }

    @Test
    void afterARestartTheSameGateIsDecidedByTheSameLedger() {
        approve("ada", "product");
        approve("bob", "security");
        var xstream = new XStream();
        xstream.allowTypesByWildcard(new String[] {"dev.gatehouse.jenkins.**"});
        gate = (GateRecord) xstream.fromXML(xstream.toXML(gate));
        desk = desk();

        approve("carol", "security");

        assertThat(judge()).isTrue();
        assertThat(gate.isApproved()).isTrue();
    }

    @Test
    void whatAStepKeepsAndAPipelineGetsIsPlainData() throws Exception {
        gate.end(GateRecord.Outcome.APPROVED, "", List.of("ada"));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new GateDecision(gate));
        }

        var read = (GateDecision) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(read.isApproved()).isTrue();
        assertThat(read.getPeople()).containsExactly("ada");
    }

    @Test
    void aScanThatFailedIsRefusedBeforeAnybodyIsAsked() {
        assertThat(desk.facts(rules, candidate("failed"), "")).anySatisfy(ruling -> {
            assertThat(ruling.rule()).isEqualTo("verdict");
            assertThat(ruling.kept()).isFalse();
        });
    }

    private boolean judge() {
        return new Judging(desk, () -> now).judge(rules, gate);
    }

    private void approve(String who, String role) {
        desk.decide(rules, new Command.Approve(TRACK, VERSION, role), who);
    }

    private GateDesk desk() {
        var ledger = new Ledger<>(
                new FileLedger(folder.resolve("ledger.log")),
                Clock.systemUTC(),
                ReleaseState::new,
                ReleaseState::accept);
        return new GateDesk(ledger, person -> groups.getOrDefault(person, Set.of()), Clock.systemUTC());
    }

    private static Candidate candidate(String verdict) {
        return new Candidate(
                TRACK,
                VERSION,
                List.of(new Artifact("shop.ipa", "0".repeat(64))),
                "1".repeat(40),
                List.of("grace@example.org"),
                new ScanResult(verdict, "1".repeat(40), "2".repeat(64)));
    }
}
