package dev.gatehouse.scanners.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCheckoutTest {
    private static final String ID = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path directory;

    private void git(String file, String text) throws IOException {
        Given.file(directory.resolve(".git").resolve(file), text);
    }

    @Test
    void aBranchIsReadFromBelowTheCheckout() throws IOException {
        git("HEAD", "ref: refs/heads/feature/one\n");
        git("refs/heads/feature/one", ID + "\n");

        assertThat(GitCheckout.of(directory.resolve("a/b"))).isEqualTo(new GitCheckout(ID, "feature/one"));
    }

    @Test
    void aPackedBranchIsFound() throws IOException {
        git("HEAD", "ref: refs/heads/main\n");
        git("packed-refs", "# pack-refs with: peeled\n" + ID + " refs/heads/main\n");

        assertThat(GitCheckout.of(directory)).isEqualTo(new GitCheckout(ID, "main"));
    }

    @Test
    void aDetachedHeadHasNoBranch() throws IOException {
        git("HEAD", ID + "\n");

        assertThat(GitCheckout.of(directory)).isEqualTo(new GitCheckout(ID, null));
    }

    @Test
    void aWorktreeHasItsOwnHeadAndSharedBranches() throws IOException {
        git("refs/heads/side", ID + "\n");
        git("worktrees/w/HEAD", "ref: refs/heads/side\n");
        git("worktrees/w/commondir", "../..\n");
        var tree = directory.resolve("tree");
        Given.file(tree.resolve(".git"), "gitdir: " + directory.resolve(".git/worktrees/w") + "\n");

        assertThat(GitCheckout.of(tree)).isEqualTo(new GitCheckout(ID, "side"));
    }

    @Test
    void beforeTheFirstCommitThereIsOnlyABranch() throws IOException {
        git("HEAD", "ref: refs/heads/main\n");

        assertThat(GitCheckout.of(directory)).isEqualTo(new GitCheckout(null, "main"));
    }

    @Test
    void aHostileHeadSaysNothing() throws IOException {
        Files.writeString(directory.resolve("secret"), ID);
        git("HEAD", "ref: refs/heads/../../../secret\n");

        assertThat(GitCheckout.of(directory)).isEqualTo(GitCheckout.NONE);
        git("HEAD", "ref: refs/heads/\u202Ex\n");
        assertThat(GitCheckout.of(directory)).isEqualTo(GitCheckout.NONE);
    }

    @Test
    void aBrokenLinkSaysNothing() throws IOException {
        Files.writeString(directory.resolve(".git"), "garbage");

        assertThat(GitCheckout.of(directory)).isEqualTo(GitCheckout.NONE);
    }
}
