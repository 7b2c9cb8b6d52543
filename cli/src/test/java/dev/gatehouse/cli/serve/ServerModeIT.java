package dev.gatehouse.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Commands on releases, each pointed at the demo's server by {@code --server}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerModeIT {
    private static final Pattern TOKEN = Pattern.compile("  ([a-z]+) +([A-Za-z0-9_-]{20,})");
    private static final Pattern ADDRESS = Pattern.compile("serve: (http://[^,]+),");
    private static final Pattern WAITING = Pattern.compile("shop/ios/stable (4\\.[0-9]+\\.0)  (\\w+)");

    @TempDir
    private Path folder = Path.of(".");

    private final Map<String, String> tokens = new HashMap<>();
    private Process server;
    private String address = "";

    @BeforeAll
    void start() throws IOException {
        server = new InstalledCommand(folder, Map.of())
                .start("serve", "--demo", "--listen", "127.0.0.1:0", "--operators", "off");
        var said = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        while (address.isEmpty() || tokens.size() < 5) {
            var line = said.readLine();
            assertThat(line).as("%s %s", address, tokens.keySet()).isNotNull();
            var token = TOKEN.matcher(line);
            if (token.matches()) {
                tokens.put(token.group(1), token.group(2));
            }
            var serving = ADDRESS.matcher(line);
            if (serving.find()) {
                address = serving.group(1);
            }
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(InstalledCommand.SECONDS, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
    }

    @Test
    void whatWaitsIsApprovedByWhoseTokenItIs() throws Exception {
        var status = as("dora", "release", "status").said();
        var waiting = WAITING.matcher(status);
        assertThat(waiting.find()).as(status).isTrue();
        var version = waiting.group(1);

        var own = approve("dora", version, "--role", "security-officer");
        assertThat(own.exit()).as(own.said()).isNotZero();
        var dry = approve("carl", version, "--role", "security-officer", "--dry-run");
        assertThat(dry.said()).startsWith("would record ");
        var approved = approve("carl", version, "--role", "security-officer");
        assertThat(approved.exit()).as(approved.said()).isZero();
        assertThat(approved.said()).contains(" by carl");
        assertThat(as("dora", "release", "status").said())
                .as("nothing is missing any more")
                .contains("shop/ios/stable " + version + "  ready");
        assertThat(as("vera", "versions", "list").said()).contains("shop/android/stable", "minimum");
    }

    private InstalledCommand.Ended approve(String who, String version, String... more) throws Exception {
        var command = new ArrayList<>(List.of("release", "approve", version, "--app", "shop", "--platform", "ios"));
        command.addAll(List.of(more));
        return as(who, command.toArray(String[]::new));
    }

    @Test
    void theTrainIsTheServers() throws Exception {
        var plan = as("vera", "release", "plan", "--windows", "3");
        assertThat(plan.exit()).as(plan.said()).isZero();
        assertThat(plan.said()).startsWith("shop: minor every 2 weeks, major every 3 months");
        assertThat(plan.said().lines().count()).isGreaterThanOrEqualTo(5);

        try (var git = Git.init().setDirectory(folder.toFile()).call()) {
            git.commit().setMessage("begin").setSign(false).call();
            git.tag().setName("v4.3.0").setAnnotated(false).call();
        }
        var check = as("vera", "release", "check", "4.3.0");
        assertThat(check.said()).contains("4.3.0 may", "tagged-commit", "v4.3.0 is the commit that is checked out");

        var kept = as("vera", "release", "adherence", "--format", "json");
        assertThat(kept.exit()).as(kept.said()).isZero();
        var tracks = new JsonMapper().readTree(kept.said());
        assertThat(tracks).hasSize(3);
        assertThat(tracks.findValuesAsText("outcome")).contains("on time", "missed");
        var text = as("vera", "release", "adherence", "--since", "2020-01-01").said();
        assertThat(text).contains("shop/ios/stable", "% on time", "missed");
    }

    @Test
    void aMistakeIsASentence() throws Exception {
        tokens.put("nobody", "x".repeat(40));
        var stranger = as("nobody", "release", "plan");
        assertThat(stranger.exit()).isEqualTo(2);
        assertThat(stranger.said().lines()).singleElement().asString().startsWith("gatehouse: " + address);
        var both = as("vera", "release", "plan", "--policy", "mine.yml");
        assertThat(both.exit()).isEqualTo(2);
        assertThat(both.said()).contains("--policy and --floor go without --server");
        var day = as("vera", "release", "adherence", "--since", "yesterday");
        assertThat(day.exit()).isEqualTo(2);
        assertThat(day.said()).contains("'since' is a date such as 2026-12-31");
    }

    private InstalledCommand.Ended as(String who, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("--server", address));
        return new InstalledCommand(folder, Map.of("GATEHOUSE_TOKEN", String.valueOf(tokens.get(who))))
                .run(command.toArray(String[]::new));
    }
}
