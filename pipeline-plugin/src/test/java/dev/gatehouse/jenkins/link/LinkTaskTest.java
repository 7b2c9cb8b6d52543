package dev.gatehouse.jenkins.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.jenkins.config.TrackerAccess;
import dev.gatehouse.jenkins.machine.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinkTaskTest {
    private static final TrackerAccess JIRA =
            new TrackerAccess("jira", "https://jira.example", "jira-token", "GATEHOUSE_JIRA_SITE", "JIRA_TOKEN");
    private static final TrackerAccess GITHUB =
            new TrackerAccess("github", "", "", "GATEHOUSE_GITHUB_API", "GATEHOUSE_GITHUB_TOKEN");

    @TempDir
    private Path folder;

    @Test
    void theTokenGoesByTheEnvironmentAndNeverOnTheCommandLine() throws Exception {
        var machine = new Asked();

        new LinkTask(
                        machine,
                        Map.of("GATEHOUSE_OUTBOX", "jdbc:postgresql://db.example/g?user=builds"),
                        Map.of("GATEHOUSE_OUTBOX_PASSWORD", "h1dden"))
                .run(JIRA, Map.of("JIRA_TOKEN", "s3cret"), report(), "shop", 5);

        assertThat(machine.command)
                .containsSubsequence("dev.gatehouse.cli.Gatehouse", "link", "jira", "--wait=5", "--", "/w/shop")
                .noneMatch(word -> word.contains("s3cret") || word.contains("h1dden"));
        assertThat(machine.environment)
                .containsOnly(
                        Map.entry("GATEHOUSE_JIRA_SITE", "https://jira.example"),
                        Map.entry("GATEHOUSE_OUTBOX", "jdbc:postgresql://db.example/g?user=builds"));
        assertThat(machine.secrets)
                .containsOnly(Map.entry("JIRA_TOKEN", "s3cret"), Map.entry("GATEHOUSE_OUTBOX_PASSWORD", "h1dden"));
        assertThat(machine.there).as("nothing is left behind").isEmpty();
    }

    @Test
    void onlyTrackersWithCredentialsAreTold() throws Exception {
        assertThat(LinkFindingsExecution.chosen("", List.of(JIRA, GITHUB))).containsExactly(JIRA);
        assertThatThrownBy(() -> LinkFindingsExecution.chosen("github", List.of(JIRA, GITHUB)))
                .hasMessageContaining("no credentials for github");
        assertThatThrownBy(() -> LinkFindingsExecution.chosen("jria", List.of(JIRA, GITHUB)))
                .hasMessageContaining("no tracker 'jria'");
        assertThatThrownBy(() -> LinkFindingsExecution.chosen("", List.of(GITHUB)))
                .hasMessageContaining("neither Jira nor GitHub");
    }

    private Path report() throws Exception {
        return Files.writeString(folder.resolve("report.json"), "{}");
    }

    /** Notes what it is asked to run. */
    private static final class Asked implements Machine {
        private List<String> command = List.of();
        private Map<String, String> environment = Map.of();
        private Map<String, String> secrets = Map.of();
        private final List<String> there = new ArrayList<>();

        @Override
        public String distribution() {
            return "/tools";
        }

        @Override
        public String java() {
            return "/jdk/bin/java";
        }

        @Override
        public String inWorkspace(String path) {
            return "/w/" + path;
        }

        @Override
        public String inTemporaryFolder(String path) {
            return "/w@tmp/" + path;
        }

        @Override
        public int run(List<String> line, Map<String, String> open, Map<String, String> hidden) {
            command = line;
            environment = open;
            secrets = hidden;
            return 0;
        }

        @Override
        public void put(Path file, String path) {
            there.add(path);
        }

        @Override
        public boolean fetch(String path, Path file) {
            return false;
        }

        @Override
        public void delete(String path) {
            there.removeIf(file -> file.startsWith(path));
        }
    }
}
