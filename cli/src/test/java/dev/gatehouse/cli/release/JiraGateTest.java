package dev.gatehouse.cli.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.trackers.jira.FakeJira;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Jira and the commits say holds a release up, by the commands that decide: on real git, with a Jira with a memory. */
class JiraGateTest {
    private static final String TOKEN = "s3cr3t-t0ken-of-this-test";
    private static final String USER = System.getProperty("user.name");

    @TempDir
    Path folder;

    private final FakeJira jira;
    private StringWriter said = new StringWriter();

    JiraGateTest() throws IOException {
        jira = new FakeJira(true);
    }

    @BeforeEach
    void project() throws IOException, GitAPIException {
        jira.add("SHOP-1", "Pay by invoice", "Story", true);
        jira.add("SHOP-2", "Cart forgets", "Bug", true);
        try (var git = Git.init().setDirectory(folder.resolve("git").toFile()).call()) {
            commit(git, "SHOP-9 long ago", Instant.parse("2026-09-10T09:00:00Z"));
            git.tag().setName("v4.2.0").setAnnotated(false).call();
            commit(git, "SHOP-1 invoice");
            commit(git, "SHOP-2 cart");
            git.tag().setName("v4.3.0").setAnnotated(false).call();
            Files.writeString(
                    folder.resolve("report.json"),
                    "{\"schemaVersion\":\"1.0\",\"project\":{\"commit\":\"%s\"},\"verdict\":{\"status\":\"passed\"}}"
                            .formatted(git.getRepository().resolve("HEAD").getName()));
        }
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
        Files.writeString(folder.resolve("shop.ipa"), "app");
        Files.writeString(folder.resolve("floor.yml"), """
                trackers: {jira: {site: "%s"}}
                approvals: {roles: {release-manager: [anna]}, breakGlass: [release-manager]}
                """.formatted(jira.address()));
        policy("");
    }

    private void policy(String exceptions) throws IOException {
        Files.writeString(folder.resolve("policy.yml"), """
                trackers: {jira: {project: SHOP, login: {token: {file: token}}, release: {%s}}}
                release: {anchor: 2026-09-08, timeZone: UTC, minor: every 2 weeks, toleranceDays: 13}
                versions: {apps: {shop: {ios: {channels: [stable]}}}}
                approvals:
                  roles: {release-manager: [anna]}
                  require: {release-manager: 1}
                  breakGlass: [release-manager]
                """.formatted(exceptions));
    }

    @AfterEach
    void stop() {
        System.setProperty("user.name", USER);
        assertThat(jira.published.strange()).isEmpty();
        jira.close();
    }

    @Test
    void checkCountsOpenIssuesAndCommitsWithoutOneAmongItsRules() throws Exception {
        assertThat(check()).as(said()).isZero();
        assertThat(said())
                .contains("yes: 4.3.0 may be released")
                .containsPattern("yes +commits-named +every one of 2 commits names an issue")
                .containsPattern("yes +issues-done +every one of 2 issues is done");

        jira.add("SHOP-2", "Cart forgets", "Bug", false);
        assertThat(check()).isEqualTo(ExitCode.FAILED);
        assertThat(said())
                .contains("no: 4.3.0 may not be released")
                .containsPattern("no +issues-done +of 2 issues, 1 are not done: SHOP-2 in 'Open'");

        policy("exceptions: [{issue: SHOP-2, owner: anna, reason: ships dark, expires: 2099-12-31}]");
        assertThat(check()).as(said()).isZero();
        assertThat(said()).contains("let through: SHOP-2 in 'Open' (anna: ships dark)");
        assertThat(jira.versions).isEmpty();
    }

    @Test
    void commitThatNamesNoIssueHoldsUpTheRelease() throws Exception {
        try (var git = Git.open(folder.resolve("git").toFile())) {
            commit(git, "quickly");
            git.tag().setName("v4.3.1").setAnnotated(false).call();
        }
        assertThat(run("release", "check", "4.3.1", file("git"), "--hotfix", "crash"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(said())
                .containsPattern("no +commits-named +of 1 commits, 1 name no issue of SHOP: [0-9a-f]+ 'quickly'");
    }

    @Test
    void publishIsRefusedWhileAnIssueIsOpenAndThenReleasesJirasVersion() throws IOException {
        approved();
        jira.add("SHOP-2", "Cart forgets", "Bug", false);
        assertThat(publish()).isEqualTo(ExitCode.FAILED);
        assertThat(said()).contains("refused: issues-done: of 2 issues, 1 are not done: SHOP-2 in 'Open'");
        assertThat(Files.readAllLines(folder.resolve("ledger.jsonl"))).hasSize(2);
        assertThat(jira.versions).isEmpty();

        jira.add("SHOP-2", "Cart forgets", "Bug", true);
        assertThat(publish("--dry-run")).as(said()).isZero();
        assertThat(jira.versions).isEmpty();
        assertThat(publish()).as(said()).isZero();
        assertThat(said()).contains("version 4.3.0 is marked as released");
        assertThat(isReleasedInJira()).isTrue();
        assertThat(jira.issues.values())
                .allSatisfy(issue -> assertThat(
                                issue.at("/fields/fixVersions/0/name").asText())
                        .isEqualTo("4.3.0"));
    }

    @Test
    void jiraThatIsDownLetsNothingThroughButABrokenGlassAndHearsOfItLater() {
        approved();
        jira.trouble((site, exchange, what) -> {
            FakeJira.send(exchange, 503, null);
            return true;
        });
        assertThat(publish()).isEqualTo(ExitCode.FAILED);
        assertThat(said()).contains("refused: issues-done: not known whether every issue is done");
        assertThat(publish("--break-glass", "shop is down")).as(said()).isZero();
        assertThat(said())
                .contains("BREAKING THE GLASS", "warning: not kept: issues-done: not known", "waits: version 4.3.0");

        jira.trouble(null);
        assertThat(run("outbox", "drain", folder.toString(), "--outbox", file("outbox.db")))
                .as(said())
                .isZero();
        assertThat(isReleasedInJira()).isTrue();
    }

    private boolean isReleasedInJira() {
        return Objects.requireNonNull(jira.versions.get("4.3.0"))
                .path("released")
                .asBoolean();
    }

    private int check() {
        return run("release", "check", "4.3.0", file("git"));
    }

    private void approved() {
        assertThat(decide(
                        "paul",
                        "release",
                        "propose",
                        "4.3.0",
                        "--artifact",
                        file("shop.ipa"),
                        "--report",
                        file("report.json"),
                        "--repository",
                        file("git")))
                .as(said())
                .isZero();
        assertThat(decide("anna", "release", "approve", "4.3.0", "--role", "release-manager"))
                .as(said())
                .isZero();
    }

    private int publish(String... more) {
        var arguments = new ArrayList<>(
                List.of("release", "publish", "4.3.0", "--repository", file("git"), "--outbox", file("outbox.db")));
        arguments.addAll(List.of(more));
        return decide("anna", arguments.toArray(String[]::new));
    }

    private int decide(String actor, String... command) {
        System.setProperty("user.name", actor);
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--app", "shop", "--platform", "ios", "--ledger", file("ledger.jsonl")));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... command) {
        said = new StringWriter();
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--policy", file("policy.yml"), "--floor", file("floor.yml")));
        int code = Gatehouse.run(
                new PrintWriter(said, true), new PrintWriter(said, true), arguments.toArray(String[]::new));
        assertThat(said()).doesNotContain(TOKEN);
        return code;
    }

    private String said() {
        return said.toString();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void commit(Git git, String message) throws GitAPIException {
        commit(git, message, Instant.now());
    }

    private static void commit(Git git, String message, Instant when) throws GitAPIException {
        var paul = new PersonIdent("Paul", "paul@example.org", when, ZoneOffset.UTC);
        git.commit()
                .setMessage(message)
                .setAllowEmpty(true)
                .setSign(false)
                .setAuthor(paul)
                .setCommitter(paul)
                .call();
    }
}
