package dev.gatehouse.cli.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.shell.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong: one sentence with its place and what would be right, exit code 2, and nothing is written. */
class ReleaseBadInputTest {
    private static final String POLICY = """
            release:
              anchor: 2026-09-08
              timeZone: Europe/Berlin
              minor: every 2 weeks
              toleranceDays: 13
            versions:
              apps: {shop: {ios: {channels: [stable]}}}
            approvals:
              roles: {release-manager: [anna]}
              require: {release-manager: 1}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void project() throws IOException, GitAPIException {
        var repository = folder.resolve("repository");
        try (var git = Git.init().setDirectory(repository.toFile()).call()) {
            git.commit()
                    .setMessage("one")
                    .setSign(false)
                    .setAuthor("Paul", "paul@example.org")
                    .setCommitter("Paul", "paul@example.org")
                    .call();
        }
        Files.writeString(folder.resolve("report.json"), """
                {"schemaVersion":"1.0","verdict":{"status":"passed"}}""");
        Files.writeString(folder.resolve("shop.ipa"), "app");
        Files.createDirectories(folder.resolve("plain"));
        Files.writeString(folder.resolve("p.yml"), POLICY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approvals: | aprovals: | p.yml:8:1: unknown key 'aprovals'; did you mean 'approvals'?",
                "toleranceDays: | tolerance: | p.yml:5:3: unknown key 'tolerance'; did you mean 'toleranceDays'?",
                "apps: | aps: | p.yml:7:3: unknown key 'aps'; did you mean 'apps'?",
                "require: | requires: | p.yml:10:3: unknown key 'requires'; did you mean 'require'?",
                "2026-09-08 | 2026-09-31 | p.yml:2:11: '2026-09-31' is no date: write it as 2026-12-31",
                "2026-09-08 | 2025-02-29 | p.yml:2:11: '2025-02-29' is no date: write it as 2026-12-31",
                "Europe/Berlin | Europe/Berln"
                        + " | p.yml:3:13: 'Europe/Berln' is no time zone; did you mean 'Europe/Berlin'?",
                "toleranceDays: 13 | freezes: [{from: 2026-12-01, to: 2026-12-09, reason: a}, {from: 2026-12-09, to: 2026-12-10, reason: b}]"
                        + " | p.yml:5:60: the freeze from 2026-12-09 to 2026-12-10 overlaps the one from 2026-12-01"
                        + " to 2026-12-09; make them one",
                "{release-manager: 1} | {release-manger: 1}"
                        + " | p.yml:10:29: there is no role 'release-manger' under approvals.roles; did you mean"
                        + " 'release-manager'?",
                "[stable] | [Stable] | p.yml:7:34: a name of channel must be of small letters, digits, '.', '_' and"
                        + " '-', such as shop-2"
            })
    void aMistakeInThePolicyStopsEveryCommandThatDecides(String right, String wrong, String sentence)
            throws IOException {
        Files.writeString(folder.resolve("p.yml"), POLICY.replace(right, wrong));
        refused(sentence, propose("4.3.0", "ios", "repository"));
        refused(sentence, List.of("release", "approve", "4.3.0", "--role", "release-manager"), "ios");
        refused(sentence, List.of("release", "publish", "4.3.0"), "ios");
        refused(sentence, List.of("versions", "block", "4.3.0", "--reason", "x"), "ios");
    }

    @Test
    void aPlatformThatNobodyDeclaredIsToldWhereItWouldBe() {
        refused(
                "p.yml:7:9: shop/android/stable is not declared under versions.apps; declared are: shop/ios/stable",
                propose("4.3.0", "android", "repository"));
    }

    @Test
    void aDirectoryThatIsNoRepositoryAndAVersionThatIsNoneAreRefused() {
        refused("plain: lies in no git repository; name a directory of one", propose("4.3.0", "ios", "plain"));
        refused("missing: is no directory; name one inside a git repository", propose("4.3.0", "ios", "missing"));
        refused("'four' is no client version", propose("four", "ios", "repository"));
    }

    @Test
    void aVersionThatExistsAlreadyIsNotProposedApprovedOrPublishedAgain() throws IOException {
        assertThat(run(published())).as(err.toString()).isZero();
        var sentence =
                "4.3.0 is published on shop/ios/stable already, by entry 2 of the ledger: propose a higher version";
        refused(sentence, propose("4.3.0", "ios", "repository"));
        refused(sentence, List.of("release", "publish", "4.3.0"), "ios");
        refused(sentence, List.of("release", "approve", "4.3.0", "--role", "release-manager"), "ios");
    }

    @Test
    void aLedgerThatIsNotThereIsNotInOrder() {
        refused(
                "no.jsonl: there is no ledger; name it with --ledger",
                List.of("ledger", "verify", "--ledger", "no.jsonl"));
        refused(
                "no.jsonl: there is no ledger; name it with --ledger",
                List.of("ledger", "show", "--ledger", "no.jsonl"));
    }

    @Test
    void aPlaceThatCanHoldNoLedgerIsTold() {
        refused(
                "ledger.jsonl: cannot be read (Not a directory)",
                propose("4.3.0", "ios", "repository", "shop.ipa/ledger.jsonl"));
    }

    @Test
    void aPasswordInTheAddressOfALedgerIsRefusedAndNotRepeated() {
        refused(
                "the ledger's address holds a password, which others can see",
                List.of("ledger", "show", "--ledger", "jdbc:postgresql://db/gates?password=hunter2"));
        assertThat(err.toString()).doesNotContain("hunter2");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsToldWithoutATrace() {
        refused(
                "PostgreSQL 127.0.0.1:1/gates: cannot be reached",
                List.of("ledger", "show", "--ledger", "jdbc:postgresql://127.0.0.1:1/gates?user=anna"));
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    /** By hand, because the policy would want other people than the one who runs this test. */
    private List<String> published() throws IOException {
        Files.writeString(
                folder.resolve("p.yml"),
                POLICY.replace("anna", System.getProperty("user.name")) + "  breakGlass: [release-manager]\n");
        assertThat(run(propose("4.3.0", "ios", "repository")))
                .as(err.toString())
                .isZero();
        return with(List.of("release", "publish", "4.3.0", "--break-glass", "test"), "ios", "ledger.jsonl");
    }

    private List<String> propose(String version, String platform, String repository) {
        return propose(version, platform, repository, "ledger.jsonl");
    }

    private List<String> propose(String version, String platform, String repository, String ledger) {
        return with(
                List.of(
                        "release",
                        "propose",
                        version,
                        "--artifact",
                        file("shop.ipa"),
                        "--report",
                        file("report.json"),
                        "--repository",
                        file(repository)),
                platform,
                ledger);
    }

    private void refused(String sentence, List<String> command, String platform) {
        refused(sentence, with(command, platform, "ledger.jsonl"));
    }

    private void refused(String sentence, List<String> command) {
        var before = files();
        err.getBuffer().setLength(0);
        assertThat(run(command)).as(err.toString()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines()).singleElement().asString().contains(sentence);
        assertThat(files()).isEqualTo(before);
    }

    private List<String> with(List<String> command, String platform, String ledger) {
        var all = new ArrayList<>(command);
        all.addAll(
                List.of("--app", "shop", "--platform", platform, "--policy", file("p.yml"), "--ledger", file(ledger)));
        return all;
    }

    private int run(List<String> command) {
        return Gatehouse.run(new PrintWriter(out, true), new PrintWriter(err, true), command.toArray(String[]::new));
    }

    private Map<String, String> files() {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.toString(), Arrays.toString(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
