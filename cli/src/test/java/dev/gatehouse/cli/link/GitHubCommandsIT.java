package dev.gatehouse.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.scan.Installed;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.trackers.github.FakeGitHub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installed command with credentials in its environment, as a build calls it, against a GitHub with a memory. */
class GitHubCommandsIT {
    private static final String WRONG = "ghs_expired_token_of_this_test";

    @TempDir
    private Path folder;

    private final FakeGitHub gitHub = new FakeGitHub();

    @AfterEach
    void stop() {
        assertThat(gitHub.published.strange()).isEmpty();
        gitHub.close();
    }

    private Installed.Ended run(String token, String... words) throws Exception {
        var ended = Installed.cold(folder)
                .with(Map.of("GATEHOUSE_GITHUB_TOKEN", token))
                .run(words);
        assertThat(ended.out() + ended.err()).doesNotContain(FakeGitHub.TOKEN).doesNotContain(WRONG);
        return ended;
    }

    private String[] link(String... more) {
        var words = new ArrayList<>(List.of("link", "github", folder.toString()));
        words.addAll(List.of("--api", gitHub.url().toString(), "--repository", "octo/shop"));
        words.addAll(List.of("--commit", FakeGitHub.COMMIT, "--ref", "refs/pull/7/head", "--pull-request", "7"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void everythingIsToldOnceHoweverOftenItIsCalled() throws Exception {
        ScanReport.write(folder, "a", "b");
        for (int build = 0; build < 2; build++) {
            var told = run(FakeGitHub.TOKEN, link());
            assertThat(told.exit()).as(told.err()).isZero();
            assertThat(told.out())
                    .contains("told    code scanning of refs/pull/7/head", "told    check 'Gatehouse' at aaaaaaaaaaaa")
                    .contains("told    comment on pull request 7");
        }
        assertThat(gitHub.comments).hasSize(1);
        assertThat(gitHub.checks).hasSize(1);
        assertThat(gitHub.sarifs).isNotEmpty();
    }

    @Test
    void expiredTokenFailsNoBuildAndWhatWaitsIsToldByDrain() throws Exception {
        ScanReport.write(folder, "a");
        var waits = run(WRONG, link());
        assertThat(waits.exit()).isZero();
        assertThat(waits.out()).contains("waits   comment on pull request 7", "answered 401: Bad credentials");
        assertThat(gitHub.comments).isEmpty();

        var test = run(WRONG, link("--test"));
        assertThat(test.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(test.out()).containsPattern("fails +credentials .*wrong, expired or revoked");

        assertThat(run(FakeGitHub.TOKEN, "outbox", "drain", folder.toString()).out())
                .isEqualToIgnoringNewLines("nothing waits");
        assertThat(gitHub.comments).hasSize(1);
    }
}
