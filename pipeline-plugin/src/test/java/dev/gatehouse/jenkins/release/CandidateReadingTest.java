package dev.gatehouse.jenkins.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.policy.release.Artifact;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent reads of a workspace, in a real repository. */
final class CandidateReadingTest {
    @TempDir
    private Path workspace;

    @Test
    void policyCommitAuthorsAndDigestsAreRead() throws Exception {
        var commit = repository();

        var gathered = new CandidateReading(".gatehouse.yml", "HEAD", "", "1.2.0", "out/*.jar", "").in(workspace);

        assertThat(gathered.policy()).isEqualTo("version: 1\n");
        assertThat(gathered.commit()).isEqualTo(commit);
        assertThat(gathered.authors()).containsExactly("ada@example.org", "Ada");
        assertThat(gathered.artifacts()).containsExactly(Artifact.of(workspace.resolve("out/shop.jar")));
    }

    private String repository() throws Exception {
        Files.writeString(workspace.resolve(".gatehouse.yml"), "version: 1\n");
        Files.createDirectories(workspace.resolve("out"));
        Files.writeString(workspace.resolve("out/shop.jar"), "bytes");
        Files.writeString(workspace.resolve("out/shop.txt"), "other");
        try (var git = Git.init().setDirectory(workspace.toFile()).call()) {
            git.add().addFilepattern(".gatehouse.yml").call();
            return git.commit()
                    .setMessage("Begin")
                    .setAuthor("Ada", "ada@example.org")
                    .setCommitter("Ada", "ada@example.org")
                    .setSign(false)
                    .call()
                    .getName();
        }
    }

    @Test
    void aMistakeIsOneSentence() throws Exception {
        repository();

        assertThatThrownBy(() ->
                        new CandidateReading(".gatehouse.yml", "HEAD", "", "1.2.0", "out/*.ipa", "").in(workspace))
                .hasMessage("artifacts: no file in the workspace is called 'out/*.ipa'");
        assertThatThrownBy(() -> new CandidateReading(".gatehouse.yml", "nothing", "", "1.2.0", "", "").in(workspace))
                .hasMessageContaining("has no commit 'nothing'");
        assertThatThrownBy(() -> new CandidateReading("other.yml", "HEAD", "", "1.2.0", "", "").in(workspace))
                .hasMessage("other.yml: there is no such file in the workspace");
    }
}
