package dev.gatehouse.jenkins.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.jenkins.machine.GatehouseCommand;
import dev.gatehouse.jenkins.machine.Said;
import dev.gatehouse.jenkins.scan.LocalMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page's side of the outbox against the real command, out of the plugin that was built. */
@Timeout(120)
final class RemoteOutboxIT {
    private static final Path REPORT =
            Path.of("src/test/resources/dev/gatehouse/jenkins/stored-0.1/gatehouse/scan/report.json");

    @TempDir
    private static Path tools = Path.of("");

    @TempDir
    private Path work = Path.of("");

    private Path workspace = Path.of("");
    private RemoteOutbox outbox;

    @BeforeEach
    void aBuildHadSomethingToTell() throws Exception {
        workspace = Files.createDirectory(work.resolve("ws"));
        Files.writeString(
                workspace.resolve(".gatehouse.yml"),
                "trackers:\n  jira:\n    project: SHOP\n    login: {token: {env: JIRA_TOKEN}}\n");
        outbox = new RemoteOutbox(
                this::run, Map.of("GATEHOUSE_OUTBOX", work.resolve("outbox.db").toString()), Map.of());
        var told = run(
                List.of(
                        "link",
                        "jira",
                        "--wait=0",
                        "--branch=main",
                        "--report=" + REPORT.toAbsolutePath(),
                        workspace.toString()),
                Map.of(
                        "GATEHOUSE_OUTBOX",
                        work.resolve("outbox.db").toString(),
                        "GATEHOUSE_JIRA_SITE",
                        "https://jira.example"),
                Map.of("JIRA_TOKEN", "s3cret"));
        assertThat(told.code()).as(told.text()).isZero();
    }

    @Test
    void whatWaitsIsListedTriedAgainAndDropped() throws Exception {
        var first = outbox.list().waiting();
        assertThat(first).isNotEmpty().allSatisfy(waiting -> {
            assertThat(waiting.tracker()).isEqualTo("jira");
            assertThat(waiting.target()).isEqualTo("https://jira.example SHOP");
        });
        long id = first.get(0).id();

        assertThat(outbox.retry(id)).isTrue();
        assertThat(outbox.drop(id, "the project's name is \"$(wrong)\" & over")).isTrue();
        assertThat(outbox.drop(id, "again")).isFalse();
        assertThat(outbox.list().waiting()).hasSize(first.size() - 1);
    }

    private Said run(List<String> words, Map<String, String> open, Map<String, String> secrets) {
        try {
            var machine = new LocalMachine(workspace, Files.createTempDirectory(work, "call"), tools);
            var line = new ArrayList<>(new GatehouseCommand(machine.java(), machine.distribution()).start(""));
            line.addAll(words);
            int code = machine.run(line, open, secrets);
            return new Said(code, Files.readString(machine.log()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
