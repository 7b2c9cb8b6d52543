package dev.gatehouse.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.trackers.jira.FakeJira;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.SqlOutbox;
import dev.gatehouse.trackers.outbox.Subject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a build calls them, against a Jira with a memory. */
class JiraCommandsTest {
    private static final String TOKEN = "s3cr3t-t0ken-of-this-test";

    @TempDir
    private Path folder;

    private final FakeJira jira;
    private String said = "";

    JiraCommandsTest() throws IOException {
        jira = new FakeJira(true);
    }

    @BeforeEach
    void project() throws IOException {
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
        policy("");
        report("a", "b");
    }

    @AfterEach
    void stop() {
        assertThat(jira.published.strange()).isEmpty();
        jira.close();
    }

    private void policy(String more) throws IOException {
        Files.writeString(
                folder.resolve(".gatehouse.yml"),
                "trackers:\n  jira:\n    project: SHOP\n    login: {token: {file: token}}\n" + more);
    }

    private void report(String... names) throws IOException {
        ScanReport.write(folder, names);
    }

    private int run(String... words) {
        return at(jira.address(), words);
    }

    private int at(String site, String... words) {
        var out = new StringWriter();
        var all = new ArrayList<>(List.of(words));
        if (!words[0].equals("outbox") || words[1].equals("drain")) {
            all.addAll(List.of("--site", site));
        }
        all.addAll(List.of("--outbox", folder.resolve("outbox.db").toString()));
        int code = Gatehouse.run(new PrintWriter(out, true), new PrintWriter(out, true), all.toArray(String[]::new));
        said = out.toString();
        assertThat(said).doesNotContain(TOKEN);
        return code;
    }

    private String project(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void findingsBecomeIssuesOnceAndAreClosedWhenTheyAreGone() throws IOException {
        assertThat(run("link", "jira", project("."), "--report-url", "https://ci.example/1"))
                .isZero();
        assertThat(run("link", "jira", project("."))).isZero();
        assertThat(jira.issues).hasSize(2);
        assertThat(jira.links).hasSize(2);
        report("a");
        assertThat(run("link", "jira", project("."))).isZero();
        assertThat(said).containsPattern("closed SHOP-[12]: Fixed");
        assertThat(run("outbox", "list")).isZero();
        assertThat(said).isEqualToIgnoringNewLines("nothing waits");
    }

    /** A server that takes connections and never answers is the worst kind of down. */
    @Test
    void jiraThatNeverAnswersHoldsUpABuildForSecondsOnceAndNothingIsLost() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var site = "http://127.0.0.1:" + silent.getLocalPort();
            var begun = System.nanoTime();
            assertThat(at(site, "link", "jira", project("."))).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
            assertThat(said).contains("gave no whole answer", "1 intent waits");

            begun = System.nanoTime();
            assertThat(at(site, "link", "jira", project("."))).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
            assertThat(at(site, "outbox", "list")).isZero();
            assertThat(said).contains("waits until", "scan of shop, branch main");
        }
    }

    @Test
    void drainTellsWhatWaitedAndSaysWhatItCannotTell() {
        assertThat(run("link", "jira", project("."), "--wait", "0")).isZero();
        assertThat(jira.requests).isEmpty();
        try (var box = SqlOutbox.open(folder.resolve("outbox.db"), Clock.systemUTC())) {
            box.add(List.of(
                    new Intent(new Subject("github", "https://api.github.com octo/shop", "check/x"), "check", "{}"),
                    new Intent(new Subject("jira", jira.address() + " OTHER", "project/x"), "scan of other", "{}")));
        }
        assertThat(run("outbox", "drain", project("."))).isEqualTo(ExitCode.FAILED);
        assertThat(jira.issues).hasSize(2);
        assertThat(said)
                .contains("github https://api.github.com octo/shop stays: no credentials for GitHub")
                .contains(" OTHER stays: the policy file here is for ")
                .contains("2 waiting");
    }

    @Test
    void reconcileSaysAndMendsEachDifference() throws IOException {
        run("link", "jira", project("."));
        jira.issues.remove("SHOP-1");
        report("a", "b", "c");
        assertThat(run("link", "jira", project("."), "--reconcile", "--dry-run"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(said).contains("gone        SHOP-1 is gone", "missing     no issue for", "2 differences");
        assertThat(jira.issues).hasSize(1);

        assertThat(run("link", "jira", project("."), "--reconcile")).isZero();
        assertThat(said).endsWith("0 differences" + System.lineSeparator());
        assertThat(jira.issues).hasSize(3);
    }

    @Test
    void addressThatOnlyTheRepositoryNamesIsRefusedAndNothingIsWritten() throws IOException {
        policy("    site: %s\n".formatted(jira.address()));
        assertThat(at("https://jira.example", "link", "jira", project("."))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said).contains("is not where the organisation's Jira is");
        assertThat(folder.resolve("outbox.db")).doesNotExist();
        assertThat(jira.requests).isEmpty();
    }

    @Test
    void connectionTestTellsEachByName() {
        jira.forbidden.add("TRANSITION_ISSUES");
        jira.requiredField = "customfield_10010";
        jira.screen.add("customfield_10010");
        assertThat(run("link", "jira", project("."), "--test")).isEqualTo(ExitCode.FAILED);
        assertThat(said)
                .containsPattern("yes +credentials +logged in as Builds")
                .containsPattern("yes +project +SHOP is 'The shop'")
                .containsPattern("no +permission TRANSITION_ISSUES +not granted")
                .containsPattern("yes +permission CREATE_ISSUES")
                .containsPattern("no +field customfield_10010 +.*is required")
                .containsPattern("yes +issue type +'Bug' can be made")
                .containsPattern("unknown +transitions");
        assertThat(jira.issues).isEmpty();
    }

    @Test
    void releaseIsMadeInJiraWithItsIssuesItsRulesAndItsNotes() throws Exception {
        policy("    release: {}\n");
        jira.add("SHOP-1", "Pay by invoice", "Story", true);
        jira.add("SHOP-2", "Cart forgets", "Bug", false);
        try (var git = Git.init().setDirectory(folder.toFile()).call()) {
            commit(git, "SHOP-9 long ago");
            git.tag().setName("v4.2.0").setAnnotated(false).call();
            commit(git, "SHOP-1 invoice");
            commit(git, "SHOP-2 cart");
        }
        var notes = folder.resolve("notes.md");
        assertThat(run("release", "jira", "4.3.0", project("."), "--policy", project(".gatehouse.yml"), "--check"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(said)
                .contains("of 2 issues, 1 are not done: SHOP-2 in 'Open'", "every one of 2 commits names an issue");
        assertThat(jira.versions).isEmpty();

        jira.close("SHOP-2", null, "2026-11-24T10:30:00.000+0000");
        assertThat(run(
                        "release",
                        "jira",
                        "4.3.0",
                        project("."),
                        "--policy",
                        project(".gatehouse.yml"),
                        "--notes",
                        notes.toString(),
                        "--released"))
                .isZero();
        assertThat(jira.versions).containsOnlyKeys("4.3.0");
        assertThat(jira.releasedOn).isNotEmpty();
        assertThat(jira.issues.values())
                .allSatisfy(issue -> assertThat(issue.at("/fields/fixVersions")).hasSize(1));
        assertThat(notes).content().contains("# 4.3.0", "## Bug", "## Story", "/browse/SHOP-1) Pay by invoice");
    }

    private static void commit(Git git, String message) throws Exception {
        git.commit()
                .setMessage(message)
                .setAllowEmpty(true)
                .setSign(false)
                .setAuthor("Paul", "paul@example.org")
                .setCommitter("Paul", "paul@example.org")
                .call();
    }
}
