package dev.gatehouse.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import org.junit.jupiter.api.Test;

final class ScanSettingsTest {
    private final ScanOptions options = new ScanOptions();

    @Test
    void whatWasLeftOutIsNoOptionOfTheCommand() {
        var line = new ScanCommandLine("/jdk/bin/java", "/tools/gatehouse/x")
                .scan(options.settings(), "/ws", "/ws/gatehouse-report/scan", "", "");

        assertThat(line)
                .containsSubsequence(
                        "dev.gatehouse.cli.Gatehouse", "scan", "--out=/ws/gatehouse-report/scan", "--", "/ws")
                .noneMatch(argument -> argument.startsWith("--baseline") || argument.startsWith("--only"));
    }

    @Test
    void whatWasSaidReachesTheCommandUnderTheSameName() {
        options.setOnly("sast, sca");
        options.setFailOn("high");
        options.setTarget("http://127.0.0.1:8080/");
        options.setHeap("512m");
        options.setThreads(3);
        options.setTimeLimit(10);
        options.setOffline(true);

        var line =
                new ScanCommandLine("java", "/d").scan(options.settings(), "/ws", "/out", "/tmp/b.json", "/tmp/f.yml");

        assertThat(line)
                .contains(
                        "-Xmx512m",
                        "--only=sast,sca",
                        "--fail-on=high",
                        "--target=http://127.0.0.1:8080/",
                        "--threads=3",
                        "--time-limit=10",
                        "--offline",
                        "--baseline=/tmp/b.json",
                        "--floor=/tmp/f.yml");
    }

    @Test
    void aDirectoryThatLooksLikeAnOptionIsADirectory() {
        var line = new ScanCommandLine("java", "/d").scan(options.settings(), "--policy=evil.yml", "/out", "", "");

        assertThat(line.subList(line.size() - 2, line.size())).containsExactly("--", "--policy=evil.yml");
    }

    @Test
    void mistakesAreToldBeforeAnythingRuns() {
        options.setOnly("sast,sonar");
        assertThatThrownBy(() -> options.settings().checked())
                .isInstanceOf(BadInput.class)
                .hasMessage("only: 'sonar' is none of sast, sca, dast");
        options.setOnly("");
        options.setHeap("lots; rm -rf /");
        assertThatThrownBy(() -> options.settings().checked())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is no size of memory");
        assertThatThrownBy(() -> options.setOnFailure("explode"))
                .isInstanceOf(BadInput.class)
                .hasMessage("onFailure: 'explode' is none of failure, unstable, nothing");
    }

    @Test
    void onlyAWordOfItsOwnIsNoFileToCompareWith() {
        options.setBaseline("previous");
        assertThat(options.settings().isBaselineFile()).isFalse();
        options.setBaseline("target-branch");
        assertThat(options.settings().isBaselineFile()).isFalse();
        options.setBaseline("main/report.json");
        assertThat(options.settings().isBaselineFile()).isTrue();
    }
}
