package dev.gatehouse.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.fleet.FleetState;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Head;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command as a new user meets it: started, signed in to, copied while it runs, ended, put back. */
class ServeIT {
    private static final Pattern FIRST =
            Pattern.compile("open (http://127\\.0\\.0\\.1:[0-9]+)/welcome\\?code=([a-z0-9-]+)");

    @TempDir
    private Path folder = Path.of(".");

    private final HttpClient http = HttpClient.newHttpClient();
    private InstalledCommand installed = new InstalledCommand(folder, Map.of());

    @BeforeEach
    void place() {
        installed = new InstalledCommand(folder, Map.of());
    }

    @Test
    void aNewUsersServerIsCopiedWhileItRunsAndPutBack() throws Exception {
        var server = installed.start("serve", "--listen", "127.0.0.1:0", "--operators", "off");
        try {
            var told = FIRST.matcher(InstalledCommand.line(server, "there is no administrator yet"));
            assertThat(told.find()).isTrue();
            var address = told.group(1);
            assertThat(get(address + "/health").statusCode()).isEqualTo(200);
            assertThat(get(address + "/ready").statusCode()).isEqualTo(200);
            assertThat(get(address + "/").headers().firstValue("location")).contains("/login");
            var made = post(
                    address + "/welcome",
                    "code=" + told.group(2) + "&name=ada&fullName=Ada+Admin&password=correct+horse+battery");
            assertThat(made.headers().firstValue("location")).contains("/login/authenticator");

            Files.createDirectory(folder.resolve("backups"));
            var copied = installed.run("backup", "--to", "backups");
            assertThat(copied.exit()).as(copied.said()).isZero();
            assertThat(copied.said()).contains("2 entries", "proven", "keys.p12, passphrase, secret.key");
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor(InstalledCommand.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).as("ended by SIGTERM").isEqualTo(143);
        assertThat(Files.readString(folder.resolve("serve.err"))).contains("\"event\":\"serve.stopped\"");
        restored();
    }

    private void restored() throws Exception {
        Path backup;
        try (var files = Files.list(folder.resolve("backups"))) {
            backup = files.findFirst().orElseThrow();
        }
        assertThat(installed.run("restore", backup.toString(), "--check").said())
                .contains("is whole");
        var used = installed.run("restore", backup.toString());
        assertThat(used.exit()).isEqualTo(2);
        assertThat(used.said()).contains("holds something already");
        var put = installed.run("restore", backup.toString(), "--data", "again", "--lost-until", "7");
        assertThat(put.exit()).as(put.said()).isZero();
        assertThat(installed
                        .run("ledger", "verify", "--ledger", "again/ledger.jsonl")
                        .said())
                .as("and the restore itself")
                .startsWith("8 entries");
        var trial = installed.run(
                "restore", backup.toString(), "--data", "trial", "--record-in", ".gatehouse/ledger.jsonl");
        assertThat(trial.exit()).as(trial.said()).isZero();
        assertThat(trial.said()).contains("recorded in");
        assertThat(installed.run("ledger", "show", "--type", "backup.restored").said())
                .contains("\"trial\":true");
        new FileLedger(folder.resolve("other.jsonl"))
                .append(Head.START, FleetState.draft("ci", Map.of("eu", "7")), Instant.now());
        var others = installed.run("restore", backup.toString(), "--data", "other", "--record-in", "other.jsonl");
        assertThat(others.exit()).isEqualTo(2);
        assertThat(others.said()).contains("is not the ledger that was backed up");
        assertThat(folder.resolve("other")).doesNotExist();

        var server = installed.start("serve", "--data", "again", "--listen", "127.0.0.1:0", "--operators", "off");
        try {
            var told = InstalledCommand.line(server, "serve: http://");
            var address = told.replaceAll(".*serve: (http://[^,]+),.*", "$1");
            var signedIn = post(address + "/login", "name=ada&password=correct+horse+battery");
            assertThat(signedIn.headers().firstValue("location")).contains("/login/authenticator");
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor(InstalledCommand.SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aMistakeIsASentenceAndNothingIsMade() throws Exception {
        for (var mistake : List.of(
                List.of("serve", "--listen", "0.0.0.0:0"),
                List.of("serve", "--tls-cert", "none.pem"),
                List.of("serve", "--oidc-file", "none"),
                List.of("serve", "--alert-mail-file", "none"),
                List.of("serve", "--trusted-proxy", "proxy.example"),
                List.of("serve", "--database", "mysql:x"),
                List.of("serve", "--outbox", "."),
                List.of("backup", "--to", "."),
                List.of("restore", "none.zip"))) {
            var said = installed.run(mistake.toArray(String[]::new));
            assertThat(said.exit()).as("%s: %s", mistake, said.said()).isEqualTo(2);
            assertThat(said.said()).as("%s", mistake).startsWith("gatehouse: ").doesNotContain("\tat ");
            assertThat(said.said().lines().count()).as(said.said()).isEqualTo(1);
        }
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
