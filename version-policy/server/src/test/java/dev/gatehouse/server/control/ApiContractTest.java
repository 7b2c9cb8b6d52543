package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.policy.outbox.Pause;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.server.control.access.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every path and method of the document is answered by a running server, and every answer fits its schema. */
class ApiContractTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String TRACK = "/shop/ios/stable";

    @TempDir
    private Path folder = Path.of(".");

    private final Set<String> asked = new HashSet<>();
    private House house;
    private Asking dora;
    private Asking anna;
    private Asking carl;
    private Asking ada;
    private JsonNode document;

    @BeforeEach
    void start() throws IOException {
        house = new House(folder);
        house.person("dora", Role.DEVELOPER);
        house.person("anna", Role.RELEASE_MANAGER);
        house.person("carl", Role.SECURITY_OFFICER);
        house.person("ada", Role.ADMINISTRATOR);
        house.person("eve", Role.VIEWER);
        dora = new Asking(house, house.token("dora"));
        anna = new Asking(house, house.token("anna"));
        carl = new Asking(house, house.token("carl"));
        ada = new Asking(house, house.token("ada"));
        document = Asking.json(dora.get("/api/openapi.json"));
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void everyOperationAnswersAsTheDocumentSays() {
        scans();
        releases();
        versions();
        records();
        access();
        outbox();
        var all = new HashSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                all.add(method.getValue().path("operationId").asText())));
        assertThat(asked).isEqualTo(all);
    }

    @Test
    void refusalsAreProblemsToo() {
        var wrong = dora.get("/api/v1/candidates" + TRACK + "/9.9.9");
        assertThat(wrong.statusCode()).isEqualTo(404);
        fits(wrong, schema("Problem"));
        assertThat(dora.send("DELETE", "/api/v1/candidates", "").statusCode()).isEqualTo(405);
        var day = dora.get("/api/v1/adherence?since=yesterday");
        assertThat(day.statusCode()).isEqualTo(400);
        assertThat(day.body()).contains("'since' is a date such as 2026-12-31");
    }

    private void scans() {
        var report = "{\"schemaVersion\":\"1.0\",\"created\":\"2026-11-25T10:00:00Z\",\"project\":{\"name\":\"shop\"},"
                + "\"verdict\":{\"status\":\"passed\"},\"findings\":[]}";
        var sha256 =
                post(dora, "addScan", "/api/v1/scans", report).path("sha256").asText();
        get(dora, "listScans", "/api/v1/scans");
        get(dora, "getScan", "/api/v1/scans/" + sha256);
    }

    private void releases() {
        for (var version : new String[] {"1.1.0", "1.2.0", "1.3.0", "1.4.0"}) {
            var candidate = "/api/v1/candidates" + TRACK + "/" + version;
            post(dora, "propose", "/api/v1/candidates", Asking.proposal(version));
            post(anna, "approve", candidate + "/approvals", "{\"role\":\"release-manager\"}");
            post(carl, "approve", candidate + "/approvals", "{\"role\":\"security-officer\"}");
            post(anna, "publish", candidate + "/publication", "{}");
        }
        post(dora, "propose", "/api/v1/candidates", Asking.proposal("1.5.0"));
        var checks = "/api/v1/candidates" + TRACK + "/1.5.0/checks";
        post(
                dora,
                "addCheck",
                checks,
                "{\"name\":\"jira\",\"kept\":true,\"reason\":\"3 of 3 issues are done\",\"link\":\"https://jira.example/SHOP\"}");
        assertThat(get(dora, "listChecks", checks).path("items")).hasSize(1);
        post(carl, "reject", "/api/v1/candidates" + TRACK + "/1.5.0/rejections", "{\"reason\":\"crashes\"}");
        get(dora, "listCandidates", "/api/v1/candidates");
        get(dora, "getCandidate", "/api/v1/candidates" + TRACK + "/1.5.0");
        var evidence = get(dora, "getEvidence", "/api/v1/candidates" + TRACK + "/1.4.0/evidence");
        assertThat(evidence.path("entries")).hasSize(4);
    }

    private void versions() {
        var track = "/api/v1/versions" + TRACK;
        get(dora, "listVersions", "/api/v1/versions");
        get(dora, "getVersions", track);
        get(dora, "getEffect", track + "/effect?version=1.3.0");
        post(anna, "raiseMinimum", track + "/minimum", "{\"version\":\"1.3.0\",\"reason\":\"a leak\"}");
        post(anna, "proposeRollback", track + "/rollbacks", "{\"version\":\"1.2.0\",\"reason\":\"too early\"}");
        var rollback = track + "/rollbacks/1.2.0";
        // whoever proposed it approves it not, so somebody else of the role does
        house.person("paul", Role.RELEASE_MANAGER);
        var paul = new Asking(house, house.token("paul"));
        post(paul, "approveRollback", rollback + "/approvals", "{\"role\":\"release-manager\"}");
        post(carl, "approveRollback", rollback + "/approvals", "{\"role\":\"security-officer\"}");
        post(anna, "rollBack", rollback + "/application", "{}");
        post(anna, "retire", track + "/retirements", "{\"version\":\"1.2.0\",\"reason\":\"old\"}");
        post(carl, "block", track + "/blocks", "{\"version\":\"1.3.0\",\"reason\":\"a leak\"}");
        get(dora, "getCalendar", "/api/v1/calendar?count=3");
        get(dora, "getAdherence", "/api/v1/adherence");
        get(dora, "getAdherence", "/api/v1/adherence?since=2026-01-01&until=2026-06-30");
        var policy = get(dora, "getPolicy", "/api/v1/policy").path("policy");
        assertThat(policy.path("text").asText()).contains("approvals:");
        assertThat(policy.toString()).as("where it lies").doesNotContain(folder.toString());
    }

    private void records() {
        get(dora, "getMe", "/api/v1/me");
        var page = get(dora, "listLedger", "/api/v1/ledger?limit=2");
        assertThat(page.path("items")).hasSize(2);
        assertThat(get(
                                dora,
                                "listLedger",
                                "/api/v1/ledger?limit=2&before="
                                        + page.path("next").asText())
                        .path("items"))
                .hasSize(2);
        get(dora, "getEntry", "/api/v1/ledger/1");
        get(dora, "getCheckpoint", "/api/v1/checkpoint");
        assertThat(get(dora, "listRisks", "/api/v1/risks").path("items")).hasSize(1);
    }

    private void access() {
        get(ada, "listAccounts", "/api/v1/accounts");
        post(ada, "invite", "/api/v1/accounts", "{\"name\":\"zoe\",\"fullName\":\"Zoe Z\"}");
        var until = Instant.now().plus(Duration.ofDays(3));
        var grant = post(
                ada,
                "grant",
                "/api/v1/grants",
                "{\"account\":\"eve\",\"role\":\"developer\",\"reason\":\"helps out\",\"until\":\"%s\"}"
                        .formatted(until));
        post(
                ada,
                "revokeGrant",
                "/api/v1/grants/" + grant.path("sequence").asText() + "/revocation",
                "{\"reason\":\"done\"}");
        get(dora, "listGrants", "/api/v1/grants");
        get(ada, "exportAccount", "/api/v1/accounts/eve/export");
        post(ada, "eraseAccount", "/api/v1/accounts/eve/erasure", "{}");
        var token = post(dora, "createToken", "/api/v1/tokens", "{\"label\":\"ci\",\"scopes\":[\"read\"],\"days\":1}");
        get(dora, "listTokens", "/api/v1/tokens");
        asked.add("revokeToken");
        assertThat(dora.send("DELETE", "/api/v1/tokens/" + token.path("id").asText(), "")
                        .statusCode())
                .isEqualTo(204);
    }

    private void outbox() {
        house.outbox.add(1, "SQL injection", Waiting.State.FAILED, "Jira answered 502");
        house.outbox.pauses.add(new Pause("jira", TestQueue.JIRA, Instant.now(), "Jira answered 502"));
        assertThat(get(dora, "listOutbox", "/api/v1/outbox").path("items")).hasSize(1);
        post(dora, "retryOutbox", "/api/v1/outbox/1/retry", "{}");
        post(anna, "dropOutbox", "/api/v1/outbox/1/drop", "{\"reason\":\"the project moved\"}");
    }

    private JsonNode get(Asking who, String operation, String path) {
        return check(operation, who.get(path), "200");
    }

    private JsonNode post(Asking who, String operation, String path, String body) {
        return check(operation, who.post(path, body), "201");
    }

    private JsonNode check(String operation, HttpResponse<String> response, String status) {
        assertThat(response.statusCode()).as(operation + ": " + response.body()).isEqualTo(Integer.parseInt(status));
        asked.add(operation);
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (method.getValue().path("operationId").asText().equals(operation)) {
                    fits(
                            response,
                            method.getValue()
                                    .path("responses")
                                    .path(status)
                                    .path("content")
                                    .path("application/json")
                                    .path("schema"));
                    return Asking.json(response);
                }
            }
        }
        throw new AssertionError("the document has no operation " + operation);
    }

    private static ObjectNode schema(String name) {
        return MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    private void fits(HttpResponse<String> response, JsonNode schema) {
        assertThat(schema.isObject()).isTrue();
        var whole = ((ObjectNode) schema.deepCopy());
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", document.path("components"));
        var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString());
        assertThat(validator.validate(response.body(), InputFormat.JSON))
                .as(response.body())
                .isEmpty();
    }
}
