package dev.gatehouse.jenkins.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.thoughtworks.xstream.XStream;
import dev.gatehouse.policy.remote.ServerAway;
import dev.gatehouse.policy.remote.ServerDesk;
import dev.gatehouse.policy.remote.Wire;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A gate that follows a server, from what the server's API says of the candidate. */
final class ServerGateTest {
    private static final String DIGEST = "d".repeat(64);

    private GateRecord gate = new GateRecord(
            new Track("shop", "ios", "stable"),
            ClientVersion.parse("1.2.0 (7)"),
            DIGEST,
            "eve",
            ".gatehouse.yml",
            "version: 1\n",
            "",
            1000,
            "https://gatehouse.example");
    private long now;
    private ObjectNode candidate = candidate("waiting");
    private URI asked = URI.create("");

    @Test
    void itWaitsWhileTheServerWaits() {
        assertThat(judge()).isFalse();
        assertThat(gate.isWaiting()).isTrue();
        assertThat(asked).hasToString("https://gatehouse.example/api/v1/candidates/shop/ios/stable/1.2.0%20%287%29");
        assertThat(gate.getServerPage())
                .isEqualTo("https://gatehouse.example/releases/shop/ios/stable/1.2.0%20%287%29");
    }

    @Test
    void whatIsReadyThereIsApprovedHereByThosePeople() {
        candidate = candidate("ready");
        decision("anna", true, DIGEST, "");
        decision("carl", true, DIGEST, "");
        decision("old", true, "0".repeat(64), "");

        assertThat(judge()).isTrue();
        assertThat(gate.isApproved()).isTrue();
        assertThat(gate.getPeople()).containsExactly("anna", "carl");
    }

    @Test
    void aRejectionThereEndsItHereWithItsReason() {
        candidate = candidate("rejected");
        decision("carl", false, DIGEST, "the login is slow");

        assertThat(judge()).isTrue();
        assertThat(gate.getOutcome()).isEqualTo("rejected");
        assertThat(gate.getReason()).isEqualTo("the login is slow");
        assertThat(gate.getPeople()).containsExactly("carl");
    }

    @Test
    void anotherProposalOfTheVersionIsNotWhatThisBuildMade() {
        candidate = candidate("ready").put("digest", "e".repeat(64));

        assertThat(judge()).isTrue();
        assertThat(gate.isApproved()).isFalse();
        assertThat(gate.getReason()).contains("something else was proposed");
    }

    @Test
    void whatIsPublishedMeanwhileIsApproved() {
        candidate = candidate("published");

        assertThat(judge()).isTrue();
        assertThat(gate.isApproved()).isTrue();
    }

    @Test
    void aVerdictThatNobodyCanChangeIsNotWaitedFor() {
        rule("verdict", false, "the scan failed");

        assertThat(judge()).isTrue();
        assertThat(gate.getOutcome()).isEqualTo("rejected");
        assertThat(gate.getReason()).isEqualTo("the scan failed");
    }

    @Test
    void itsTimeEndsAndSaysWhatWasMissing() {
        candidate.withArray("missing").add("0 of 1 approvals as product");
        now = 1000;

        assertThat(judge()).isTrue();
        assertThat(gate.getOutcome()).isEqualTo("timed out");
        assertThat(gate.getReason()).isEqualTo("0 of 1 approvals as product");
    }

    @Test
    void aServerThatIsAwayDecidesNothing() {
        var away = server((method, address, fields, body) -> {
            throw new IOException("refused");
        });
        var failing = server((method, address, fields, body) -> new Wire.Reply(503, "<html>busy</html>"));

        assertThatThrownBy(() -> away.candidate(gate)).isInstanceOf(ServerAway.class);
        assertThatThrownBy(() -> failing.candidate(gate)).isInstanceOf(ServerAway.class);
        assertThat(away.timedOut(gate, "away")).isFalse();
        now = 1000;
        assertThat(away.timedOut(gate, "away")).isTrue();
    }

    @Test
    void theRulesOnThePageAreTheServers() {
        rule("approvals", false, "0 of 1 approvals as product");

        assertThat(ServerGate.rulings(candidate)).singleElement().satisfies(ruling -> {
            assertThat(ruling.rule()).isEqualTo("approvals");
            assertThat(ruling.kept()).isFalse();
        });
    }

    @Test
    void afterARestartItStillKnowsItsServer() {
        var xstream = new XStream();
        xstream.allowTypesByWildcard(new String[] {"dev.gatehouse.jenkins.**"});
        gate = (GateRecord) xstream.fromXML(xstream.toXML(gate));

        assertThat(gate.isOnServer()).isTrue();
        assertThat(judge()).isFalse();
    }

    private boolean judge() {
        var server = server((method, address, fields, body) -> {
            asked = address;
            assertThat(method).isEqualTo("GET");
            return new Wire.Reply(200, candidate.toString());
        });
        return server.judge(gate, server.candidate(gate));
    }

    private ServerGate server(Wire wire) {
        return new ServerGate(
                new ServerDesk("the server's address", "https://gatehouse.example", "t".repeat(40), wire), () -> now);
    }

    private void decision(String actor, boolean approves, String digest, String reason) {
        candidate
                .withArray("decisions")
                .addObject()
                .put("actor", actor)
                .put("approves", approves)
                .put("digest", digest)
                .put("role", "product")
                .put("reason", reason);
    }

    private void rule(String name, boolean kept, String reason) {
        candidate
                .withArray("rules")
                .addObject()
                .put("rule", name)
                .put("kept", kept)
                .put("reason", reason);
    }

    private static ObjectNode candidate(String stage) {
        return new JsonMapper().createObjectNode().put("digest", DIGEST).put("stage", stage);
    }
}
