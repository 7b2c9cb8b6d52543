package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.policy.outbox.Pause;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.account.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for trackers: who sees it, who may retry and drop it, and what of that is recorded. */
class OutboxTest {
    @TempDir
    private Path folder = Path.of(".");

    private House house;

    @BeforeEach
    void start() throws IOException {
        house = new House(folder);
        house.person("paul", Role.VIEWER);
        house.outbox.add(7, "an <b>old</b> library", Waiting.State.WAITING, "");
        house.outbox.add(8, "SQL injection", Waiting.State.NEEDS_A_PERSON, "the field 'Team' is required");
        house.outbox.add(9, "weak cipher", Waiting.State.FAILED, "Jira answered 502");
        house.outbox.add(10, "open redirect", Waiting.State.IN_WORK, "");
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aViewerSeesWhatWaitsAndWhyButNothingToPress() {
        house.outbox.pauses.add(new Pause(
                "jira", TestQueue.JIRA, Instant.now().plus(Duration.ofMinutes(5)), "Jira asked to be left alone"));
        var page = new Visiting(house)
                .signIn("vera", house.person("vera", Role.VIEWER))
                .get("/outbox");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("the field 'Team' is required", "Jira answered 502", "Jira asked to be left alone")
                .contains("an &lt;b&gt;old&lt;/b&gt; library")
                .contains("3 times", "for 3 hours", "1 needs a person", "/var/lib/gatehouse/outbox.db")
                .doesNotContain("action=\"/outbox/");
        assertThat(page.body().indexOf("SQL injection"))
                .as("what needs a person stands first")
                .isLessThan(page.body().indexOf("weak cipher"));
    }

    @Test
    void aReleaseManagerDropsWithAReasonAndTheLedgerKeepsIt() {
        var anna = new Visiting(house).signIn("anna", house.person("anna", Role.RELEASE_MANAGER));
        var token = anna.formToken("/outbox");
        assertThat(anna.post("/outbox/8/drop", "formToken", token, "reason", "").statusCode())
                .as("no reason")
                .isEqualTo(400);
        assertThat(anna.post("/outbox/8/drop", "reason", "moved").statusCode())
                .as("no form of ours")
                .isEqualTo(403);
        assertThat(house.outbox.entries).hasSize(4);
        var dropped = anna.post("/outbox/8/drop", "formToken", token, "reason", "the project moved");
        assertThat(dropped.headers().firstValue("location")).contains("/outbox?done=dropped");
        assertThat(house.outbox.entries).extracting(Waiting::id).containsExactly(7L, 9L, 10L);
        var entry = recorded("outbox.drop").get(0);
        assertThat(entry.path("actor").asText()).isEqualTo("anna");
        assertThat(entry.path("payload").toString())
                .contains("\"entry\":8", "the project moved", "SQL injection", TestQueue.JIRA, "issue/8");
        assertThat(anna.get("/ledger").body()).contains("outbox.drop", "the project moved");
    }

    @Test
    void aDeveloperRetriesAndDropsNothing() {
        var dora = new Visiting(house).signIn("dora", house.person("dora", Role.DEVELOPER));
        var token = dora.formToken("/outbox");
        assertThat(dora.post("/outbox/9/retry", "formToken", token).headers().firstValue("location"))
                .contains("/outbox?done=retried");
        assertThat(house.outbox.retried).containsExactly(9L);
        assertThat(recorded("outbox.retry")).hasSize(1);
        var refused = dora.post("/outbox/9/drop", "formToken", token, "reason", "annoying");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("needs the role release-manager or security-officer");
        assertThat(house.outbox.entries).hasSize(4);
        assertThat(recorded("outbox.drop")).isEmpty();
    }

    @Test
    void whatABuildWorksOnIsNotDropped() {
        house.person("carl", Role.SECURITY_OFFICER);
        var carl = new Asking(house, house.token("carl"));
        var reason = "{\"reason\":\"done by hand\"}";
        assertThat(carl.post("/api/v1/outbox/10/drop", reason).statusCode()).isEqualTo(409);
        assertThat(recorded("outbox.drop")).isEmpty();
        house.outbox.raced = true;
        var late = carl.post("/api/v1/outbox/9/drop", reason);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("took it up meanwhile");
        assertThat(house.outbox.entries).hasSize(4);
    }

    @Test
    void aTokenMayNoMoreThanItsScopes() {
        house.person("anna", Role.RELEASE_MANAGER);
        house.person("eve");
        var reading = new Asking(house, house.token("anna", Scope.READ));
        assertThat(reading.get("/api/v1/outbox").statusCode()).isEqualTo(200);
        assertThat(reading.post("/api/v1/outbox/9/retry", "{}").statusCode()).isEqualTo(403);
        assertThat(reading.post("/api/v1/outbox/9/drop", "{\"reason\":\"x\"}").statusCode())
                .isEqualTo(403);
        assertThat(new Asking(house, house.token("eve")).get("/api/v1/outbox").statusCode())
                .as("nobody without a role looks")
                .isEqualTo(403);
        assertThat(house.outbox.retried).isEmpty();
    }

    @Test
    void whatIsGoneOrAwayIsSaid() {
        house.person("anna", Role.RELEASE_MANAGER);
        var anna = new Asking(house, house.token("anna"));
        for (var id : List.of("77", "x", "999999999999999999")) {
            assertThat(anna.post("/api/v1/outbox/" + id + "/retry", "{}").statusCode())
                    .as(id)
                    .isEqualTo(404);
        }
        house.outbox.away = true;
        assertThat(anna.get("/api/v1/outbox").statusCode()).isEqualTo(503);
        house.awaitAlarm("storage.away");
        assertThat(anna.get("/api/v1/ledger").statusCode()).isEqualTo(200);
    }

    private List<JsonNode> recorded(String type) {
        var found = new Asking(house, house.token("paul")).get("/api/v1/ledger?type=" + type);
        return StreamSupport.stream(Asking.json(found).path("items").spliterator(), false)
                .toList();
    }
}
