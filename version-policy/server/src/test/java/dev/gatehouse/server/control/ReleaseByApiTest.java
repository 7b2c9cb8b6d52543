package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.keys.KeyRing;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.account.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a release through the API, and who may not take which step. */
class ReleaseByApiTest {
    private static final String CANDIDATE = "/api/v1/candidates/shop/ios/stable/1.1.0";

    @TempDir
    private Path folder = Path.of(".");

    private House house;
    private Asking dora;
    private Asking anna;
    private Asking carl;

    @BeforeEach
    void start() throws IOException {
        house = new House(folder);
        house.person("dora", Role.DEVELOPER);
        house.person("anna", Role.RELEASE_MANAGER);
        house.person("carl", Role.SECURITY_OFFICER);
        dora = new Asking(house, house.token("dora"));
        anna = new Asking(house, house.token("anna"));
        carl = new Asking(house, house.token("carl"));
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aReleaseIsProposedApprovedByTwoAndPublishedToTheEdge() {
        assertThat(dora.post("/api/v1/candidates", Asking.proposal("1.1.0")).statusCode())
                .isEqualTo(201);
        assertThat(anna.post(CANDIDATE + "/publication", "{}").statusCode()).isEqualTo(409);
        assertThat(anna.post(CANDIDATE + "/approvals", "{\"role\":\"release-manager\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(carl.post(CANDIDATE + "/approvals", "{\"role\":\"security-officer\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(anna.post(CANDIDATE + "/publication?dryRun=true", "{}").statusCode())
                .isEqualTo(200);
        assertThat(anna.post(CANDIDATE + "/publication", "{}").statusCode()).isEqualTo(201);
        var check = dora.get("/v1/apps/shop/ios/check?version=1.1.0");
        assertThat(Asking.json(check).path("status").asText()).isEqualTo("current");
    }

    @Test
    void nobodyApprovesTheirOwnProposal() {
        assertThat(anna.post("/api/v1/candidates", Asking.proposal("1.1.0")).statusCode())
                .isEqualTo(201);
        var refused = anna.post(CANDIDATE + "/approvals", "{\"role\":\"release-manager\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Asking.json(refused).path("detail").asText()).contains("nobody approves their own proposal");
    }

    @Test
    void aGrantDoesNotMakeAnApproverOfSomebodyWhomThePolicyFileDoesNotName() {
        house.person("mona", Role.RELEASE_MANAGER);
        assertThat(dora.post("/api/v1/candidates", Asking.proposal("1.1.0")).statusCode())
                .isEqualTo(201);
        var refused =
                new Asking(house, house.token("mona")).post(CANDIDATE + "/approvals", "{\"role\":\"release-manager\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("mona is not in the role release-manager");
    }

    @Test
    void thePolicyFileDoesNotOpenTheDoorToSomebodyWithoutAGrant() {
        house.person("paul", Role.VIEWER);
        assertThat(dora.post("/api/v1/candidates", Asking.proposal("1.1.0")).statusCode())
                .isEqualTo(201);
        var refused =
                new Asking(house, house.token("paul")).post(CANDIDATE + "/approvals", "{\"role\":\"release-manager\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenMayDoNoMoreThanItWasMadeFor() {
        var reading = new Asking(house, house.token("dora", Scope.READ));
        assertThat(reading.get("/api/v1/candidates").statusCode()).isEqualTo(200);
        assertThat(reading.post("/api/v1/candidates", Asking.proposal("1.1.0")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void withoutATokenNothingIsTold() {
        var nobody = new Asking(house, "ghouse_wrong");
        assertThat(nobody.get("/api/v1/candidates").statusCode()).isEqualTo(401);
        assertThat(nobody.get("/api/openapi.json").statusCode()).isEqualTo(200);
    }

    @Test
    void aRevokedTokenEndsAtOnceAndIsRecorded() {
        var id = Asking.json(dora.post("/api/v1/tokens", "{\"label\":\"ci\",\"scopes\":[\"read\"],\"days\":3}"))
                .path("id")
                .asText();
        assertThat(id).isNotEmpty();
        assertThat(dora.send("DELETE", "/api/v1/tokens/" + id, "").statusCode()).isEqualTo(204);
        assertThat(dora.get("/api/v1/ledger?type=token.").body()).contains("token.created", "token.revoked");
    }

    @Test
    void aPolicyFileThatHasBecomeWrongChangesNothingAndAlarms() throws IOException {
        Files.writeString(folder.resolve("policy.yml"), "versions: [");
        assertThat(dora.post("/api/v1/candidates", Asking.proposal("1.1.0")).statusCode())
                .isEqualTo(201);
        assertThat(house.alarms).anyMatch(alarm -> alarm.startsWith("policy.not-read"));
    }

    @Test
    void whatABuildSaysIsShownAndALinkThatRunsSomethingIsRefused() {
        dora.post("/api/v1/candidates", Asking.proposal("1.1.0"));
        var check = "{\"name\":\"jira\",\"kept\":false,\"reason\":\"SHOP-7 is open\",\"link\":\"%s\"}";
        assertThat(dora.post(CANDIDATE + "/checks", check.formatted("javascript:alert(1)"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(dora.post(CANDIDATE + "/checks", check.formatted("https://jira.example/browse/SHOP-7"))
                        .statusCode())
                .isEqualTo(201);
        house.person("vera", Role.VIEWER);
        assertThat(new Asking(house, house.token("vera"))
                        .post(CANDIDATE + "/checks", check.formatted(""))
                        .statusCode())
                .isEqualTo(403);
        var page = new Visiting(house).signIn("paul", house.person("paul", Role.RELEASE_MANAGER));
        assertThat(page.get("/releases/shop/ios/stable/1.1.0").body())
                .contains("SHOP-7 is open", "https://jira.example/browse/SHOP-7", "told by dora");
    }

    @Test
    void aRotatedKeySignsWithoutARestart() {
        aReleaseIsProposedApprovedByTwoAndPublishedToTheEdge();
        new KeyRing(folder.resolve("keys.p12"), House.PASSPHRASE.toCharArray(), Clock.systemUTC(), new SecureRandom())
                .rotate();
        assertThat(anna.post(
                                "/api/v1/versions/shop/ios/stable/minimum",
                                "{\"version\":\"1.1.0\",\"reason\":\"the first one\"}")
                        .statusCode())
                .isEqualTo(201);
        var check = dora.get("/v1/apps/shop/ios/check?version=1.0.0");
        assertThat(Asking.json(check).path("status").asText()).isEqualTo("update-required");
        assertThat(house.alarms).isEmpty();
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        var large = "{\"role\":\"" + "x".repeat(9 << 20) + "\"}";
        assertThat(dora.post("/api/v1/candidates", large).statusCode()).isEqualTo(413);
    }
}
