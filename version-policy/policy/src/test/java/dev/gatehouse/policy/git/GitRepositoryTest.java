package dev.gatehouse.policy.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.version.SemVer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On repositories that git itself made. */
class GitRepositoryTest {
    @TempDir
    Path temp;

    @Test
    void annotatedTagsTellWhenTheyWereMadeAndLightweightOnesWhenTheirCommitWas() throws Exception {
        var folder = history();
        var tags = tags(folder.folder());
        assertThat(tags.versions()).extracting(VersionTag::name).containsExactly("v1.0.0", "v1.1.0", "v1.10.0-rc.1");
        assertThat(tags.versions().get(0).time()).isEqualTo(Instant.parse("2026-01-06T12:00:00Z"));
        assertThat(tags.versions().get(0).annotated()).isTrue();
        assertThat(tags.versions().get(1).time()).isEqualTo(Instant.parse("2026-01-20T12:00:00Z"));
        assertThat(tags.versions().get(1).annotated()).isFalse();
        assertThat(tags.versions().get(0).commit()).isEqualTo(folder.git("rev-parse", "v1.0.0^{commit}"));
    }

    @Test
    void tagsThatAreNoVersionsAreTold() throws Exception {
        var folder = history();
        folder.git("tag", "v2");
        folder.git("tag", "v3.0.0", "HEAD^{tree}");
        assertThat(tags(folder.folder()).others()).containsExactlyInAnyOrder("v2", "v3.0.0");
    }

    @Test
    void packedTagsAreTheSameTags() throws Exception {
        var folder = history();
        var loose = tags(folder.folder());
        folder.git("pack-refs", "--all");
        folder.git("gc", "-q");
        assertThat(folder.folder().resolve(".git/refs/tags/v1.0.0")).doesNotExist();
        assertThat(tags(folder.folder())).isEqualTo(loose);
    }

    @Test
    void aTagOfATagIsFollowed() throws Exception {
        var folder = history();
        folder.git("-c", "advice.nestedTag=false", "tag", "-a", "-m", "again", "v7.0.0", "v1.0.0");
        assertThat(tags(folder.folder()).find(SemVer.of(7, 0, 0)).orElseThrow().commit())
                .isEqualTo(folder.git("rev-parse", "v1.0.0^{commit}"));
    }

    @Test
    void aShallowCloneHasItsTagsButNotAllAuthors() throws Exception {
        var folder = history();
        folder.git("clone", "-q", "--depth", "1", folder.folder().toUri().toString(), "../shallow");
        var shallow = temp.resolve("shallow");
        assertThat(tags(shallow).versions()).extracting(VersionTag::name).containsExactly("v1.10.0-rc.1");
        try (var repository = GitRepository.open(shallow)) {
            assertThatThrownBy(() -> repository.authors(Optional.empty(), "HEAD"))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("git fetch --unshallow");
        }
    }

    @Test
    void aLinkedWorktreeHasTheTagsOfItsRepositoryAndItsOwnHead() throws Exception {
        var folder = history();
        folder.git("worktree", "add", "-q", "../linked", "v1.0.0");
        var linked = temp.resolve("linked");
        assertThat(tags(linked)).isEqualTo(tags(folder.folder()));
        try (var repository = GitRepository.open(linked)) {
            assertThat(repository.head()).hasValue(folder.git("rev-parse", "v1.0.0^{commit}"));
            assertThat(repository.changes()).isEmpty();
            Files.writeString(linked.resolve("file.txt"), "changed");
            Files.writeString(linked.resolve("new.txt"), "new");
            assertThat(repository.changes()).containsExactly("file.txt", "new.txt");
        }
    }

    @Test
    void aBareRepositoryHasTagsAndNoWorkingTree() throws Exception {
        var folder = history();
        folder.git("clone", "-q", "--bare", ".", "../bare.git");
        try (var repository = GitRepository.open(temp.resolve("bare.git"))) {
            assertThat(repository.hasWorkingTree()).isFalse();
            assertThat(repository.tags(TagPattern.DEFAULT)).isEqualTo(tags(folder.folder()));
        }
    }

    @Test
    void everyProductOfAMonorepoHasItsOwnTags() throws Exception {
        var folder = history();
        folder.git("tag", "shop/v4.0.0");
        folder.git("tag", "desk-5.0.0-final");
        try (var repository =
                GitRepository.open(Files.createDirectories(folder.folder().resolve("shop")))) {
            assertThat(repository.tags(TagPattern.parse("shop/v{version}")).versions())
                    .extracting(VersionTag::version)
                    .containsExactly(SemVer.of(4, 0, 0));
            assertThat(repository.tags(TagPattern.parse("desk-{version}-final")).versions())
                    .extracting(VersionTag::version)
                    .containsExactly(SemVer.of(5, 0, 0));
        }
    }

    @Test
    void authorsAreThoseWhoWroteCommittedOrTookPartBetweenTwoTags() throws Exception {
        var folder = history();
        Files.writeString(folder.folder().resolve("file.txt"), "pair");
        folder.git(
                "commit",
                "-q",
                "-a",
                "-m",
                "Pair\n\nCo-authored-by: Cay <cay@example.org>",
                "--author",
                "Dan <dan@example.org>");
        folder.git("tag", "v1.2.0");
        try (var repository = GitRepository.open(folder.folder())) {
            assertThat(repository.authors(Optional.of("v1.10.0-rc.1"), "v1.2.0"))
                    .extracting(Author::toString)
                    .containsExactlyInAnyOrder(
                            "Dan <dan@example.org>", "Bob <bob@example.org>", "Cay <cay@example.org>");
            assertThat(repository.authors(Optional.empty(), "v1.0.0")).hasSize(2);
            assertThatThrownBy(() -> repository.authors(Optional.empty(), "v9.9.9"))
                    .hasMessageEndingWith("has no tag or commit 'v9.9.9'");
        }
    }

    @Test
    void aFolderOutsideOfGitIsBadInput() throws IOException {
        var folder = Files.createDirectories(temp.resolve("plain"));
        assertThatThrownBy(() -> GitRepository.open(folder))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder + ": lies in no git repository; name a directory of one");
    }

    @Test
    void aRepositoryWithoutCommitsHasNoHead() throws Exception {
        try (var repository =
                GitRepository.open(GitFolder.init(temp.resolve("empty")).folder())) {
            assertThat(repository.head()).isEmpty();
            assertThat(repository.tags(TagPattern.DEFAULT).versions()).isEmpty();
        }
    }

    private GitFolder history() throws IOException, InterruptedException {
        var folder = GitFolder.init(temp.resolve("history"));
        folder.commit("one", "2026-01-05").tag("v1.0.0", "2026-01-06").commit("two", "2026-01-20");
        folder.git("tag", "v1.1.0");
        return folder.commit("three", "2026-02-01").tag("v1.10.0-rc.1", "2026-02-02");
    }

    private static VersionTags tags(Path folder) {
        try (var repository = GitRepository.open(folder)) {
            return repository.tags(TagPattern.DEFAULT);
        }
    }
}
