package dev.gatehouse.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.jenkins.machine.Said;
import dev.gatehouse.jenkins.machine.Shell;
import dev.gatehouse.policy.remote.ServerDesk;
import dev.gatehouse.policy.remote.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the buttons of the form run, and that they say what came of it. */
final class ConnectionTestsTest {
    private static final TrackerAccess JIRA = TrackerAccess.jira("https://jira.example", "jira-token");

    private final List<String> ran = new ArrayList<>();
    private String policy = "";
    private Map<String, String> environment = Map.of();
    private Map<String, String> secrets = Map.of();
    private Said said = new Said(0, "ok  project  SHOP is there\n");

    @Test
    void theButtonForJiraTriesTheProjectByTheCommandsOwnTest() throws Exception {
        var tested = new ConnectionTests(shell(), new Known()).jira(JIRA, "SHOP");

        assertThat(tested).isEqualTo(new ConnectionTests.Tested(true, "ok  project  SHOP is there"));
        assertThat(ran)
                .singleElement()
                .asString()
                .startsWith("link jira --test ")
                .doesNotContain("s3cret");
        assertThat(policy).contains("project: SHOP", "token: {env: JIRA_TOKEN}").doesNotContain("s3cret");
        assertThat(environment).isEqualTo(Map.of("GATEHOUSE_JIRA_SITE", "https://jira.example"));
        assertThat(secrets).isEqualTo(Map.of("JIRA_TOKEN", "s3cret"));
        assertThat(Path.of(ran.get(0).substring("link jira --test ".length())))
                .as("nothing is left behind")
                .doesNotExist();
    }

    @Test
    void credentialsThatAreNotThereAreNamed() throws Exception {
        var tested = tests().jira(JIRA, "SHOP");

        assertThat(tested.works()).isFalse();
        assertThat(tested.text()).contains("jira-token");
        assertThat(ran).isEmpty();
    }

    @Test
    void theButtonForGitHubTriesTheRepository() throws Exception {
        var github = TrackerAccess.github("https://github.example/api/v3", "github-token");
        assertThat(new ConnectionTests(shell(), new Known())
                        .github(github, "example/shop")
                        .works())
                .isTrue();
        assertThat(ran).singleElement().asString().startsWith("link github --test --repository=example/shop ");
        assertThat(secrets).isEqualTo(Map.of("GATEHOUSE_GITHUB_TOKEN", "s3cret"));
    }

    @Test
    void whatTheCommandSaysIsToldWhetherItWorkedOrNot() throws Exception {
        var open = new TrackerAccess("jira", "https://jira.example", "", "GATEHOUSE_JIRA_SITE", "JIRA_TOKEN");
        assertThat(tests().jira(open, "SHOP").text()).contains("Give Jira's address, its token");

        var database = new VulnerabilityDatabase("/data", "");
        assertThat(tests().database(database))
                .isEqualTo(new ConnectionTests.Tested(true, "ok  project  SHOP is there"));
        assertThat(ran).containsExactly("vulndb status");
        assertThat(environment).isEqualTo(Map.of("GATEHOUSE_DATA", "/data"));

        said = new Said(2, "");
        assertThat(tests().database(database)).isEqualTo(new ConnectionTests.Tested(false, "exit code 2"));
    }

    @Test
    void whatIsNoProjectOrRepositoryIsNotHandedToTheCommand() throws Exception {
        assertThat(tests().jira(JIRA, "SHOP\n  site: https://evil.example").works())
                .isFalse();
        assertThat(tests().github(TrackerAccess.github("", "token"), "--api=https://evil.example/a")
                        .works())
                .isFalse();
        assertThat(ran).isEmpty();
    }

    @Test
    void anOutboxThatCannotBeOpenedIsSaidSo() throws Exception {
        said = new Said(2, "gatehouse: the outbox at db.example cannot be opened");
        var tested = tests().outbox(new SharedOutbox("jdbc:postgresql://db.example/g?user=builds", ""));

        assertThat(tested.works()).isFalse();
        assertThat(tested.text()).contains("cannot be opened");
    }

    @Test
    void aCommandThatCannotBeStartedIsNoSuccess() throws Exception {
        Shell broken = (words, open, secrets) -> {
            throw new IOException("the command could not be run: no Java");
        };
        assertThat(new ConnectionTests(broken, new None()).database(new VulnerabilityDatabase("", "")))
                .isEqualTo(new ConnectionTests.Tested(false, "the command could not be run: no Java"));
    }

    @Test
    void theServerSaysWhoseTokenItIs() throws Exception {
        Wire wire = (method, address, fields, body) -> {
            assertThat(address).hasToString("https://gatehouse.example/api/v1/me");
            assertThat(fields).containsEntry("authorization", "Bearer " + "t".repeat(40));
            return new Wire.Reply(
                    200,
                    new JsonMapper()
                            .createObjectNode()
                            .put("name", "jenkins")
                            .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                                    "scopes",
                                    new JsonMapper()
                                            .createArrayNode()
                                            .add("propose")
                                            .add("release"))
                            .toString());
        };
        var desk = new ServerDesk("the server's address", "https://gatehouse.example/", "t".repeat(40), wire);

        assertThat(ConnectionTests.answered(desk))
                .isEqualTo(new ConnectionTests.Tested(true, "The token belongs to jenkins and may: propose, release."));
    }

    @Test
    void aServerWithoutATokenIsNotAsked() {
        assertThat(tests().server(new ServerAccess("https://gatehouse.example", ""))
                        .text())
                .contains("needs an API token");
        assertThat(tests().server(new ServerAccess("", "")).works()).isFalse();
    }

    private ConnectionTests tests() {
        return new ConnectionTests(shell(), new None());
    }

    private Shell shell() {
        return (words, open, hidden) -> {
            ran.add(String.join(" ", words));
            environment = open;
            secrets = hidden;
            var file = Path.of(words.get(words.size() - 1)).resolve(".gatehouse.yml");
            policy = Files.exists(file) ? Files.readString(file) : "";
            return said;
        };
    }

    /** Every secret is the same one. */
    private static final class Known implements CredentialLookup {
        @Override
        public <C extends IdCredentials> Optional<C> find(String id, Class<C> type) {
            return Optional.empty();
        }

        @Override
        public String secret(String id, String what) {
            return "s3cret";
        }
    }

    /** No credentials at all. */
    private static final class None implements CredentialLookup {
        @Override
        public <C extends IdCredentials> Optional<C> find(String id, Class<C> type) {
            return Optional.empty();
        }
    }
}
