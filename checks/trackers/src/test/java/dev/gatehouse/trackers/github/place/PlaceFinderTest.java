package dev.gatehouse.trackers.github.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.trackers.github.place.PlaceFinder.Asked;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceFinderTest {
    private static final Asked NOTHING = new Asked(null, null, null, null, 0);
    private static final String HEAD = "b".repeat(40);

    @TempDir
    private Path folder;

    @Test
    void checkoutSaysAllWhenNobodyElseDoes() throws Exception {
        var commit = checkout();
        var project = Files.createDirectories(folder.resolve("services/shop"));

        var place = PlaceFinder.of(project, Map.of()).find(NOTHING);

        assertThat(place)
                .isEqualTo(new BuildPlace(
                        "https://git.example.org/api/v3",
                        new RepositoryName("octo", "shop"),
                        commit,
                        "refs/heads/trunk",
                        0,
                        "services/shop/"));
    }

    @Test
    void actionsPullRequestIsAboutTheHeadThatWasPushed() throws Exception {
        var event = Files.writeString(
                folder.resolve("event.json"),
                "{\"pull_request\":{\"number\":7,\"head\":{\"sha\":\"%s\"}}}".formatted(HEAD));
        var environment = Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_REPOSITORY", "octo/shop",
                "GITHUB_API_URL", "https://api.github.com",
                "GITHUB_REF", "refs/pull/7/merge",
                "GITHUB_SHA", "c".repeat(40),
                "GITHUB_RUN_ID", "99",
                "GITHUB_EVENT_PATH", event.toString());
        var finder = PlaceFinder.of(folder, environment);

        assertThat(finder.find(NOTHING))
                .isEqualTo(new BuildPlace(
                        "https://api.github.com", new RepositoryName("octo", "shop"), HEAD, "refs/pull/7/head", 7, ""));
        assertThat(finder.build()).hasValue("https://github.com/octo/shop/actions/runs/99");
    }

    @Test
    void jenkinsSaysWhatItBuildsAndOptionsComeFirst() {
        var environment = Map.of(
                "JENKINS_URL", "https://ci.example/",
                "GIT_COMMIT", HEAD,
                "GIT_URL", "git@github.com:octo/shop.git",
                "BRANCH_NAME", "PR-7",
                "CHANGE_ID", "7");
        var finder = PlaceFinder.of(folder, environment);

        assertThat(finder.find(NOTHING).ref()).isEqualTo("refs/pull/7/head");
        assertThat(finder.find(new Asked(null, "acme/other", null, "refs/heads/x", 0)))
                .satisfies(place -> assertThat(place.repository()).hasToString("acme/other"))
                .satisfies(place -> assertThat(place.ref()).isEqualTo("refs/heads/x"));
    }

    @Test
    void whatIsNotKnownIsAskedForByName() {
        assertThatThrownBy(() -> PlaceFinder.of(folder, Map.of()).find(NOTHING))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("--commit");
    }

    private String checkout() throws Exception {
        try (var git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("trunk")
                .call()) {
            remote(git);
            return git.commit()
                    .setMessage("first")
                    .setAuthor("a", "a@example.org")
                    .setCommitter("a", "a@example.org")
                    .setSign(false)
                    .call()
                    .getName();
        }
    }

    private static void remote(Git git) throws Exception {
        try {
            git.remoteAdd()
                    .setName("origin")
                    .setUri(new URIish("ssh://git@git.example.org:2222/octo/shop.git"))
                    .call();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
