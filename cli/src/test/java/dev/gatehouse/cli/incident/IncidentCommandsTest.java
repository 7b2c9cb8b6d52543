package dev.gatehouse.cli.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.release.ScanResult;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incident from its opening to its end, by the command alone. */
class IncidentCommandsTest {
    private static final String USER = System.getProperty("user.name");
    private static final Track TRACK = new Track("shop", "ios", "stable");

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void aReleasedShop() throws IOException {
        Files.writeString(folder.resolve("p.yml"), """
                versions: {apps: {shop: {ios: {channels: [stable]}}}}
                approvals:
                  roles: {release-manager: [anna], security-officer: [carl]}
                  require: {release-manager: 1, security-officer: 1}
                """);
        publish("4.1.0");
        publish("4.2.0");
    }

    @AfterEach
    void originalUser() {
        System.setProperty("user.name", USER);
    }

    @Test
    void itIsOpenedWithWhatIsDoneAtOnceAndClosedWithItsHotfix() {
        assertThat(carl(
                        "open",
                        "--title",
                        "prices can be changed",
                        "--severity",
                        "critical",
                        "--app",
                        "shop",
                        "--platform",
                        "ios",
                        "--affected",
                        "4.1.0",
                        "--block",
                        "--minimum",
                        "4.2.0",
                        "--jira",
                        "SEC-12"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "recorded incident.opened INC-%d-001 as entry 9 by carl".formatted(year()),
                        "recorded version.blocked 4.1.0 as entry 10 by carl",
                        "recorded minimum.raised 4.2.0 as entry 11 by carl");
        publish("4.2.1");
        assertThat(carl("update", id(), "--note", "found it", "--severity", "high"))
                .isZero();
        assertThat(carl("close", id(), "--note", "done", "--hotfix", "4.2.1", "--app", "shop", "--platform", "ios"))
                .as(err.toString())
                .isZero();

        assertThat(carl("show", id())).isZero();
        assertThat(out.toString())
                .contains(
                        id() + "  prices can be changed",
                        "severity   high",
                        "issue      SEC-12",
                        "affected   shop/ios/stable 4.1.0",
                        "hotfix     shop/ios/stable 4.2.1, published at ",
                        "fixed in   0 days 0 hours 0 minutes",
                        "shop/ios/stable 4.1.0 must not run any more  (entry 10)",
                        "shop/ios/stable 4.2.0 is the minimum now  (entry 11)");
        assertThat(carl("list", "--format", "json")).isZero();
        assertThat(out.toString()).contains("\"id\":\"" + id() + "\"", "\"open\":false", "\"secondsToFix\":");
    }

    @Test
    void nothingIsWrittenWhenOneOfTheMeasuresIsRefused() throws IOException {
        var before = Files.readString(folder.resolve("ledger.jsonl"));

        assertThat(carl(
                        "open",
                        "--title",
                        "x",
                        "--severity",
                        "low",
                        "--app",
                        "shop",
                        "--platform",
                        "ios",
                        "--minimum",
                        "9.9.9"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("gatehouse: refused: ");
        assertThat(folder.resolve("ledger.jsonl")).hasContent(before);
    }

    @Test
    void aMistakeIsOneSentenceAndWritesNothing() throws IOException {
        var before = Files.readString(folder.resolve("ledger.jsonl"));

        assertMistake("'bad' is no severity", "open", "--title", "x", "--severity", "bad");
        assertMistake("--title must be one line", "open", "--title", " ", "--severity", "low");
        assertMistake("--block blocks the versions", "open", "--title", "x", "--severity", "low", "--block");
        assertMistake(
                "a version needs --app and --platform",
                "open",
                "--title",
                "x",
                "--severity",
                "low",
                "--affected",
                "4.1.0");
        assertMistake("--jira takes the key", "open", "--title", "x", "--severity", "low", "--jira", "sec 12");
        assertMistake("there is no incident INC-1", "show", "INC-1");
        assertMistake("goes without --server", "list", "--server", "https://gatehouse.example");
        assertMistake("--platform", "close", "INC-1", "--note", "x", "--hotfix", "4.1.0", "--app", "shop");
        assertThat(folder.resolve("ledger.jsonl")).hasContent(before);
    }

    private void assertMistake(String words, String... arguments) {
        assertThat(carl(arguments)).as(words).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines()).singleElement().asString().contains(words);
        assertThat(out.toString()).isEmpty();
    }

    private int carl(String... arguments) {
        System.setProperty("user.name", "carl");
        out = new StringWriter();
        err = new StringWriter();
        var all = new ArrayList<>(List.of("incident"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--policy", folder.resolve("p.yml").toString(),
                "--ledger", folder.resolve("ledger.jsonl").toString()));
        return Gatehouse.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    private static String id() {
        return "INC-%d-001".formatted(year());
    }

    private static int year() {
        return Clock.systemUTC().instant().atZone(ZoneOffset.UTC).getYear();
    }

    private void publish(String text) {
        var version = ClientVersion.parse(text);
        decide(
                "paul",
                new Command.Propose(new Candidate(
                        TRACK,
                        version,
                        List.of(new Artifact("shop.ipa", "aa")),
                        "c0ffee",
                        List.of("paul@example.org"),
                        new ScanResult("passed", "c0ffee", "dd"))));
        decide("anna", new Command.Approve(TRACK, version, "release-manager"));
        decide("carl", new Command.Approve(TRACK, version, "security-officer"));
        decide("anna", new Command.Publish(TRACK, version, List.of(), null, "", ""));
    }

    private void decide(String actor, Command command) {
        var desk = new ReleaseDesk(ReleaseRules.read(GatehouseFile.read(folder.resolve("p.yml")), null));
        new Ledger<>(
                        new FileLedger(folder.resolve("ledger.jsonl")),
                        Clock.systemUTC(),
                        ReleaseState::new,
                        ReleaseState::accept)
                .decide((state, now) -> desk.decide(state, command, actor, now));
    }
}
