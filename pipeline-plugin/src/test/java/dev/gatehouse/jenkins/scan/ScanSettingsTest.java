package dev.gatehouse.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScanSettingsTest {
    private final ScanCommandLine command = new ScanCommandLine("/jdk/bin/java", "/tools/gatehouse/x");

    @Test
    void whatWasLeftOutIsNoOptionOfTheCommand() {
        var line = command.scan(Asked.nothing(), "/ws", "/ws/gatehouse-report/scan", "", "");

        assertThat(line)
                .containsSubsequence(
                        "dev.gatehouse.cli.Gatehouse", "scan", "--out=/ws/gatehouse-report/scan", "--", "/ws")
                .noneMatch(argument -> argument.startsWith("--baseline") || argument.startsWith("--only"));
    }

    @Test
    void whatWasSaidReachesTheCommandUnderTheSameName() {
        var settings = new ScanSettings(
                "",
                ScanSettings.parts("sast, sca"),
                "/ws/strict.yml",
                "",
                "http://127.0.0.1:8080/",
                "high",
                "quick",
                "512m",
                true,
                3,
                10);

        assertThat(command.scan(settings.checked(), "/ws", "/out", "/tmp/b.json", "/tmp/f.yml"))
                .contains(
                        "-Xmx512m",
                        "--only=sast,sca",
                        "--policy=/ws/strict.yml",
                        "--target=http://127.0.0.1:8080/",
                        "--fail-on=high",
                        "--dast=quick",
                        "--offline",
                        "--threads=3",
                        "--time-limit=10",
                        "--baseline=/tmp/b.json",
                        "--floor=/tmp/f.yml");
    }

    @Test
    void aDirectoryThatLooksLikeAnOptionIsADirectory() {
        var line = command.scan(Asked.nothing(), "--policy=evil.yml", "/out", "", "");

        assertThat(line.subList(line.size() - 2, line.size())).containsExactly("--", "--policy=evil.yml");
    }

    @Test
    void mistakesAreToldBeforeAnythingRuns() {
        assertThatThrownBy(() -> Asked.of("", List.of("sast", "sonar"), "", "").checked())
                .isInstanceOf(BadInput.class)
                .hasMessage("only: 'sonar' is none of sast, sca, dast");
        assertThatThrownBy(() ->
                        new ScanSettings("", List.of(), "", "", "", "", "", "lots; rm -rf /", false, 0, 0).checked())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is no size of memory");
        assertThatThrownBy(() -> OnGate.of("onFailure", "explode"))
                .isInstanceOf(BadInput.class)
                .hasMessage("onFailure: 'explode' is none of failure, unstable, nothing");
    }

    @Test
    void onlyAWordOfItsOwnIsNoFileToCompareWith() {
        assertThat(Asked.baseline("previous").isBaselineFile()).isFalse();
        assertThat(Asked.baseline("target-branch").isBaselineFile()).isFalse();
        assertThat(Asked.baseline("main/report.json").isBaselineFile()).isTrue();
    }
}
