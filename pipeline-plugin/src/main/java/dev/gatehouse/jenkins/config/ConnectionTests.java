package dev.gatehouse.jenkins.config;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.machine.Said;
import dev.gatehouse.jenkins.machine.Shell;
import dev.gatehouse.policy.remote.ServerAway;
import dev.gatehouse.policy.remote.ServerDesk;
import dev.gatehouse.policy.support.Refused;
import hudson.AbortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the buttons say: the word of the very command that builds use, run on the controller. */
final class ConnectionTests {
    private static final String PROJECT = "[A-Za-z][A-Za-z0-9_]{1,79}";

    private final Shell shell;
    private final CredentialLookup lookup;

    /** What came of it, for people. */
    record Tested(boolean works, String text) {}

    ConnectionTests(Shell shell, CredentialLookup lookup) {
        this.shell = shell;
        this.lookup = lookup;
    }

    /** @param project key of one that issues go to; what people may do is known of a project only */
    Tested jira(TrackerAccess jira, String project) throws InterruptedException {
        if (jira.address().isEmpty() || !jira.isSet() || !project.matches(PROJECT)) {
            return new Tested(false, "Give Jira's address, its token, and the key of a project to try, such as SHOP.");
        }
        return tried(() -> {
            var folder = Files.createTempDirectory("gatehouse-jira");
            try {
                Files.writeString(folder.resolve(".gatehouse.yml"), policy(jira, project));
                return shell.run(
                        List.of("link", "jira", "--test", folder.toString()), jira.open(), jira.secrets(lookup));
            } finally {
                delete(folder);
            }
        });
    }

    /** @param repository such as {@code owner/name} */
    Tested github(TrackerAccess github, String repository) throws InterruptedException {
        if (!github.isSet() || !repository.matches("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")) {
            return new Tested(false, "Give the token, and a repository to try, such as owner/name.");
        }
        return tried(() -> {
            var folder = Files.createTempDirectory("gatehouse-github");
            try {
                var line = new ArrayList<>(List.of("link", "github", "--test", "--repository=" + repository));
                line.add(folder.toString());
                return shell.run(line, github.open(), github.secrets(lookup));
            } finally {
                delete(folder);
            }
        });
    }

    Tested database(VulnerabilityDatabase database) throws InterruptedException {
        return tried(() -> shell.run(List.of("vulndb", "status"), database.open(lookup), database.secrets(lookup)));
    }

    Tested outbox(SharedOutbox outbox) throws InterruptedException {
        return tried(() -> shell.run(List.of("outbox", "list"), outbox.open(), outbox.secrets(lookup)));
    }

    Tested server(ServerAccess server) {
        if (!server.isSet()) {
            return new Tested(false, "Give the server's address.");
        }
        try {
            return answered(server.desk(lookup));
        } catch (AbortException | BadInput | ServerAway | Refused e) {
            return new Tested(false, String.valueOf(e.getMessage()));
        }
    }

    /** Whose token it is, and what it lets them do. */
    static Tested answered(ServerDesk desk) {
        var me = desk.get("/me");
        var scopes = new ArrayList<String>();
        me.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        var name = me.path("name").asText();
        return new Tested(
                !name.isEmpty(),
                name.isEmpty()
                        ? "The server does not say whose token this is."
                        : "The token belongs to %s and may: %s.".formatted(name, String.join(", ", scopes)));
    }

    private String policy(TrackerAccess jira, String project) {
        var user = lookup.find(jira.credentialsId(), StandardUsernamePasswordCredentials.class)
                .map(login -> login.getUsername())
                .orElse("");
        return """
                trackers:
                  jira:
                    project: %s
                    login:
                %s      token: {env: %s}
                """.formatted(
                        project,
                        user.isEmpty() ? "" : "      user: '%s'%n".formatted(user.replace("'", "''")),
                        jira.tokenVariable());
    }

    private static Tested tried(Attempt attempt) throws InterruptedException {
        try {
            var said = attempt.run();
            var text = said.text().strip();
            return new Tested(said.code() == 0, text.isEmpty() ? "exit code " + said.code() : text);
        } catch (IOException | BadInput e) {
            return new Tested(false, String.valueOf(e.getMessage()));
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(".gatehouse.yml"));
        Files.deleteIfExists(folder);
    }

    /** What may fail or be interrupted. */
    private interface Attempt {
        Said run() throws IOException, InterruptedException;
    }
}
