package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ScanResult;
import dev.gatehouse.policy.remote.ServerAway;
import dev.gatehouse.policy.remote.ServerDesk;
import dev.gatehouse.policy.remote.Wire;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.server.control.access.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command and Jenkins ask of a server, asked of a real one. */
class ServerDeskTest {
    private static final Track TRACK = new Track("shop", "ios", "stable");
    private static final ClientVersion VERSION = ClientVersion.parse("1.1.0");
    private static final Candidate CANDIDATE = new Candidate(
            TRACK,
            VERSION,
            List.of(new Artifact("shop.zip", "a".repeat(64))),
            "b".repeat(40),
            List.of("dora@example.org", "eve"),
            new ScanResult("passed", "b".repeat(40), "c".repeat(64)));

    @TempDir
    private Path folder = Path.of(".");

    private House house;
    private ServerDesk jenkins;
    private ServerDesk anna;
    private ServerDesk carl;

    @BeforeEach
    void start() throws IOException {
        house = new House(folder);
        house.person("jenkins", Role.DEVELOPER, Role.RELEASE_MANAGER);
        house.person("anna", Role.RELEASE_MANAGER);
        house.person("carl", Role.SECURITY_OFFICER);
        jenkins = desk(house.token("jenkins"));
        anna = desk(house.token("anna"));
        carl = desk(house.token("carl"));
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void whatIsProposedHereIsTheCandidateThereAndItsStageFollowsThePeople() {
        jenkins.decide(new Command.Propose(CANDIDATE), false);
        var waiting = jenkins.candidate(TRACK, VERSION);
        assertThat(waiting.path("digest").asText()).isEqualTo(CANDIDATE.digest());
        assertThat(waiting.path("stage").asText()).isEqualTo("waiting");
        assertThat(waiting.path("missing")).isNotEmpty();
        assertThat(waiting.path("rules"))
                .anySatisfy(rule -> assertThat(rule.path("rule").asText()).isEqualTo("verdict"));

        anna.decide(new Command.Approve(TRACK, VERSION, "release-manager"), false);
        carl.decide(new Command.Approve(TRACK, VERSION, "security-officer"), false);
        var ready = jenkins.candidate(TRACK, VERSION);
        assertThat(ready.path("stage").asText()).isEqualTo("ready");
        assertThat(ready.path("decisions")).hasSize(2).allSatisfy(decision -> {
            assertThat(decision.path("approves").asBoolean()).isTrue();
            assertThat(decision.path("digest").asText()).isEqualTo(CANDIDATE.digest());
            assertThat(decision.path("actor").asText()).isIn("anna", "carl");
        });

        var entry = jenkins.decide(new Command.Publish(TRACK, VERSION, List.of(), null, "", ""), false);
        assertThat(entry.path("sequence").asLong()).isPositive();
        assertThat(jenkins.candidate(TRACK, VERSION).path("stage").asText()).isEqualTo("published");
    }

    @Test
    void aRejectionIsToldWithItsReason() {
        jenkins.decide(new Command.Propose(CANDIDATE), false);
        carl.decide(new Command.Reject(TRACK, VERSION, "the login is slow"), false);
        var rejected = jenkins.candidate(TRACK, VERSION);
        assertThat(rejected.path("stage").asText()).isEqualTo("rejected");
        assertThat(rejected.path("decisions").get(0).path("reason").asText()).isEqualTo("the login is slow");
    }

    @Test
    void itSaysWhoseTokenItIs() {
        assertThat(jenkins.get("/me").path("name").asText()).isEqualTo("jenkins");
        assertThat(jenkins.get("/me").path("scopes")).isNotEmpty();
    }

    @Test
    void refusedIsNotWrongAndWrongIsNotAway() {
        assertThatThrownBy(() -> jenkins.decide(new Command.Publish(TRACK, VERSION, List.of(), null, "", ""), false))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk("x".repeat(40)).get("/me")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> jenkins.candidate(TRACK, VERSION))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("not proposed");
        house.close();
        assertThatThrownBy(() -> jenkins.get("/me")).isInstanceOf(ServerAway.class);
    }

    private ServerDesk desk(String token) {
        return new ServerDesk("--server", house.at("").toString(), token, new Loopback());
    }

    private static final class Loopback implements Wire {
        private final HttpClient http = HttpClient.newHttpClient();

        @Override
        public Reply send(String method, URI address, Map<String, String> fields, byte[] body)
                throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
            fields.forEach(request::header);
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        }
    }
}
