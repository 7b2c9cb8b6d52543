package dev.gatehouse.cli.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.shell.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plan, check and adherence on a real repository with two releases, the second a day into its window. */
class TrainCommandsTest {
    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path folder = Path.of("");

    @BeforeEach
    void project() throws IOException, GitAPIException {
        folder = Files.createDirectories(temp.resolve("shop"));
        Files.writeString(folder.resolve(".gatehouse.yml"), """
                release:
                  anchor: 2026-09-08
                  timeZone: Europe/Berlin
                  weekday: tuesday
                  minor: every 2 weeks
                  major: every quarter
                  patch: any time
                  toleranceDays: 1
                """);
        try (var git = Git.init().setDirectory(folder.toFile()).call()) {
            release(git, "v1.0.0", "2026-09-08");
            release(git, "v1.1.0", "2026-09-23");
        }
    }

    @Test
    void aPlanShowsTheComingWindows() {
        assertThat(run("release", "plan", folder.toString(), "--from", "2026-09-20", "--windows", "2"))
                .isZero();
        assertThat(out.toString().lines().skip(2))
                .containsExactly("1     Tue 2026-09-22  2026-09-23  minor", "2     Tue 2026-10-06  2026-10-07  minor");
    }

    @Test
    void aPlanIsJsonWithMomentsInTheTrainsTimeZone() {
        assertThat(run(
                        "release",
                        "plan",
                        folder.toString(),
                        "--from",
                        "2026-10-20",
                        "--windows",
                        "1",
                        "--format",
                        "json"))
                .isZero();
        assertThat(out.toString()).contains("\"opens\" : \"2026-10-20T00:00:00+02:00\"", "\"state\" : \"opens\"");
    }

    @Test
    void aPlanIsACalendarFileThatStaysTheSame() throws IOException {
        var file = temp.resolve("releases.ics");
        String[] call = {
            "release", "plan", folder.toString(), "--from", "2026-09-20", "--format", "ical", "--out", file.toString()
        };
        assertThat(run(call)).isZero();
        var first = Files.readString(file);
        assertThat(run(call)).isZero();
        assertThat(first).startsWith("BEGIN:VCALENDAR\r\n").contains("DTSTART;VALUE=DATE:20260922\r\n");
        assertThat(file).hasContent(first);
    }

    @Test
    void theTaggedCommitInItsWindowMayBeReleasedOnceItIsClean() throws IOException {
        assertThat(check("1.1.0", "2026-09-23")).isZero();
        assertThat(out.toString()).startsWith("yes: 1.1.0 may be released on 2026-09-23");
        Files.writeString(folder.resolve("new.txt"), "not committed");
        assertThat(check("1.1.0", "2026-09-23")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("the working tree differs from its commit: new.txt");
    }

    @Test
    void aVersionThatIsNotTaggedHereMayNotBeReleased() {
        assertThat(check("1.0.0", "2026-09-08")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("but checked out is");
        assertThat(check("1.2.0", "2026-10-06")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("there is no tag v1.2.0");
    }

    @Test
    void adherenceTellsWhatTheTagsDid() {
        assertThat(run("release", "adherence", folder.toString(), "--until", "2026-10-10"))
                .isZero();
        assertThat(out.toString())
                .contains("2 on time, 0 late, 1 missed, 0 extra: 66.7 % on time")
                .contains("longest gap: 17 days, from 1.1.0 (2026-09-23) to today (2026-10-10)");
    }

    @Test
    void whatIsNoRepositoryNoVersionOrNoDateIsBadInput() throws IOException {
        var plain = Files.createDirectories(temp.resolve("plain"));
        Files.copy(folder.resolve(".gatehouse.yml"), plain.resolve(".gatehouse.yml"));
        assertThat(run("release", "adherence", plain.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("release", "check", "four", folder.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("release", "plan", folder.toString(), "--from", "2026-02-30"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines())
                .containsExactly(
                        "gatehouse: " + plain + ": lies in no git repository; name a directory of one",
                        "gatehouse: 'four' is no semantic version: write it as 4.3.0 or 4.3.0-rc.1+build.5",
                        "gatehouse: --from: '2026-02-30' is no date: write it as 2026-12-31");
        assertThat(out.toString()).isEmpty();
    }

    private int check(String version, String day) {
        return run("release", "check", version, folder.toString(), "--on", day);
    }

    private static void release(Git git, String tag, String day) throws GitAPIException {
        var noon = Instant.parse(day + "T12:00:00Z");
        var person = new PersonIdent("Ann", "ann@example.org", noon, ZoneOffset.UTC);
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage(tag)
                .setSign(false)
                .setAuthor(person)
                .setCommitter(person)
                .call();
        git.tag()
                .setName(tag)
                .setMessage(tag)
                .setSigned(false)
                .setTagger(person)
                .call();
    }

    private int run(String... arguments) {
        return Gatehouse.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
