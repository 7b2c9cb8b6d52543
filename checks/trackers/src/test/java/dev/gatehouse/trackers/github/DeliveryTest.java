package dev.gatehouse.trackers.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.trackers.github.FakeGitHub.Fault;
import dev.gatehouse.trackers.github.release.ReleaseIntent;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {
    private static final Duration LONG = Duration.ofHours(12);

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(folder);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void everythingIsToldOnce() {
        world.add(world.intents(World.report(120)).intents());

        world.drain(LONG);

        assertToldOnce(120);
        assertThat(world.outbox.entries()).isEmpty();
    }

    @Test
    void sameReportAgainChangesNothing() {
        world.add(world.intents(World.report(120)).intents());
        world.drain(LONG);
        world.gitHub.log.clear();

        world.add(world.intents(World.report(120)).intents());
        world.drain(LONG);

        assertToldOnce(120);
        assertThat(world.gitHub.log)
                .filteredOn(line -> !line.startsWith("GET") && !line.contains("sarifs"))
                .isEmpty();
    }

    @Test
    void commentIsUpdatedAndAnOlderScanDoesNotOverwriteANewerOne() {
        world.add(world.intents(World.report(3)).intents());
        world.drain(LONG);
        var newer = Reports.of(0, 2, "all is well", Reports.SCANNED.plusSeconds(600));
        world.add(world.intents(newer).intents());
        world.drain(LONG);
        world.add(world.intents(World.report(3)).intents());
        world.drain(LONG);

        assertThat(world.gitHub.comments.values())
                .singleElement()
                .satisfies(comment -> assertThat(comment.path("body").asText()).contains("all is well"));
    }

    @Test
    void commentOfSomebodyElseWithOurMarkStays() {
        var mark = "<!-- gatehouse-comment name=Gatehouse scanned=2030-01-01T00:00:00Z -->\nI am not a robot";
        world.gitHub.comment(mark, "mallory");
        world.add(world.intents(World.report(1)).intents());

        world.drain(LONG);

        assertThat(world.gitHub.comments.values())
                .extracting(comment -> comment.path("user").path("login").asText())
                .containsExactly("mallory", "gatehouse[bot]");
    }

    @Test
    void twoCommentsThatRacingBuildsMadeBecomeOne() {
        var made = new AtomicInteger();
        world.add(world.intents(World.report(1)).intents());
        // another agent with an outbox of its own comes in between looking and creating
        world.drain(
                LONG,
                step -> {
                    if (step.equals("comment looked for") && made.getAndIncrement() == 0) {
                        var body = "<!-- gatehouse-comment name=Gatehouse scanned=%s -->%nolder"
                                .formatted(Reports.SCANNED.minusSeconds(60));
                        world.gitHub.comment(body, world.gitHub.login);
                    }
                },
                false);

        assertThat(world.gitHub.comments.values())
                .singleElement()
                .satisfies(comment -> assertThat(comment.path("body").asText()).contains("words 0"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BROKEN", "GONE", "HTML", "DRIP", "SECONDARY_LIMIT", "PRIMARY_LIMIT", "UNAUTHORIZED"})
    void wholeOutageLosesNothingAndCostsOneRequest(Fault fault) {
        world.add(world.intents(World.report(60)).intents());
        world.gitHub.always = fault;

        var summary = world.drain(Duration.ofSeconds(5));

        assertThat(world.outbox.entries()).hasSize(3);
        assertThat(world.gitHub.log).hasSize(1);
        assertThat(summary.stopped()).isNotEmpty();
        world.gitHub.always = Fault.NONE;
        world.clock.pass(Duration.ofHours(3));
        world.drain(LONG, CrashPoints.NONE, true);
        assertToldOnce(60);
    }

    @Test
    void missingPermissionHoldsUpOnlyWhatNeedsIt() {
        world.gitHub.forbidden.add("/code-scanning");
        world.add(world.intents(World.report(5)).intents());

        world.drain(LONG);

        assertThat(world.gitHub.comments).hasSize(1);
        assertThat(world.gitHub.checks).hasSize(1);
        assertThat(world.outbox.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.refused()).isTrue();
            assertThat(entry.problem()).contains("security_events:write", "not accessible");
        });
    }

    @Test
    void whatCodeScanningRefusesIsToldInItsWords() {
        world.gitHub.sarifStatus = "failed";
        world.add(world.intents(World.report(5)).intents());

        world.drain(LONG);

        assertThat(world.outbox.entries())
                .singleElement()
                .extracting(Entry::problem)
                .asString()
                .contains("more runs than allowed");
    }

    @Test
    void slowProcessingIsWaitedForAndNotSentTwice() {
        world.gitHub.sarifStatus = "pending";
        world.add(world.intents(World.report(5)).intents());
        world.drain(Duration.ofSeconds(20));
        assertThat(world.outbox.entries()).hasSize(1);

        world.gitHub.sarifStatus = "complete";
        world.drain(LONG);

        assertThat(world.outbox.entries()).isEmpty();
        assertThat(world.gitHub.sarifs).hasSize(1);
    }

    @Test
    void personsTokenSetsACommitStatusOnce() {
        world.token = "ghp_0123456789secretsecretsecret0123456789";
        world.gitHub.tokens.add(world.token);
        world.gitHub.login = "robin";
        for (int build = 0; build < 3; build++) {
            world.add(world.intents(World.report(5)).intents());
            world.drain(LONG);
        }

        assertThat(world.gitHub.checks).isEmpty();
        assertThat(world.gitHub.comments).hasSize(1);
        assertThat(world.gitHub.statuses).singleElement().satisfies(status -> {
            assertThat(status.path("state").asText()).isEqualToIgnoringCase("failure");
            assertThat(status.path("context").asText()).isEqualTo("Gatehouse");
        });
        world.add(world.intents(Reports.of(0, 2, "clean", Reports.SCANNED.plusSeconds(60)))
                .intents());
        world.drain(LONG);
        assertThat(world.gitHub.statuses).hasSize(2);
    }

    @Test
    void tokenThatGitHubDoesNotKnowDoesNothingAndIsNotShown() {
        world.token = "ghp_0123456789secretsecretsecret0123456789";
        world.add(world.intents(World.report(5)).intents());
        world.drain(Duration.ofSeconds(5));

        assertThat(world.gitHub.checks).isEmpty();
        assertThat(world.outbox.pauses().toString() + world.outbox.entries())
                .contains("Bad credentials")
                .doesNotContain("secretsecret");
    }

    @Test
    void noSecretIsInWhatIsKeptOrSaid() {
        world.gitHub.always = Fault.UNAUTHORIZED;
        world.add(world.intents(World.report(5)).intents());

        var summary = world.drain(Duration.ofSeconds(5));

        assertThat(summary.toString() + world.outbox.entries() + world.outbox.pauses())
                .contains("Bad credentials")
                .doesNotContain("secretsecret");
    }

    @Test
    void releaseIsPublishedWithItsFilesAndAgainChangesNothing() {
        tellRelease("notes");
        world.drain(LONG);
        world.gitHub.log.clear();
        tellRelease("notes");
        world.drain(LONG);

        assertReleased();
        assertThat(world.gitHub.log).allMatch(line -> line.startsWith("GET"));
    }

    @Test
    void halfSentFileIsSentAgainAndStrangersStay() {
        tellRelease("notes");
        world.drain(LONG);
        long release = world.gitHub.releases.keySet().iterator().next();
        world.gitHub.assetsOf(release).values().iterator().next().put("state", "starter");
        world.gitHub.asset(release, "installer.msi", new byte[] {1});
        tellRelease("notes");
        world.drain(LONG);

        assertThat(world.gitHub.assetsOf(release).values())
                .extracting(asset ->
                        asset.path("name").asText() + " " + asset.path("state").asText())
                .containsExactlyInAnyOrder("evidence.json uploaded", "sbom.json uploaded", "installer.msi uploaded");
    }

    @Test
    void tagOfOtherCodeStopsTheRelease() {
        world.gitHub.tags.put("v1.4.0", "b".repeat(40));
        tellRelease("notes");
        world.drain(LONG);

        assertThat(world.gitHub.releases).isEmpty();
        assertThat(world.outbox.entries())
                .singleElement()
                .extracting(Entry::problem)
                .asString()
                .contains("the tag v1.4.0 is at commit bbbb");
    }

    private void tellRelease(String notes) {
        var intents = GitHubIntents.of(world.gitHub.url().toString(), World.SHOP, release(notes));
        world.add(intents.intents());
    }

    static ReleaseIntent release(String notes) {
        return new ReleaseIntent(
                "v1.4.0",
                FakeGitHub.COMMIT,
                "Shop 1.4.0",
                notes,
                false,
                List.of(file("evidence.json", "{\"a\":1}"), file("sbom.json", "{\"b\":2}")));
    }

    private static ReleaseIntent.File file(String name, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return new ReleaseIntent.File(
                name, "application/json", Base64.getEncoder().encodeToString(bytes), Sha256.of(bytes));
    }

    private void assertReleased() {
        assertReleased(world.gitHub);
    }

    static void assertReleased(FakeGitHub gitHub) {
        assertThat(gitHub.releases.values()).singleElement().satisfies(release -> {
            assertThat(release.path("draft").asBoolean()).isFalse();
            assertThat(release.path("body").asText()).isEqualTo("notes");
            assertThat(gitHub.assetsOf(release.path("id").asLong()).values())
                    .extracting(asset -> asset.path("name").asText())
                    .containsExactly("evidence.json", "sbom.json");
        });
        assertThat(gitHub.tags).containsEntry("v1.4.0", FakeGitHub.COMMIT);
    }

    private void assertToldOnce(int findings) {
        assertToldOnce(world.gitHub, findings);
    }

    static void assertToldOnce(FakeGitHub gitHub, int findings) {
        assertThat(gitHub.comments).hasSize(1);
        var external = gitHub.checks.values().stream()
                .map(run -> run.path("external_id").asText())
                .filter(id -> !id.startsWith("superseded"))
                .toList();
        assertThat(external).hasSize(1);
        var last = gitHub.checks.values().stream().reduce((a, b) -> b).orElseThrow();
        assertThat(last.path("status").asText()).isEqualTo("completed");
        assertThat(last.path("conclusion").asText()).isEqualTo("failure");
        assertThat(gitHub.annotations.get(last.path("id").asLong()))
                .hasSize(findings)
                .doesNotHaveDuplicates();
        assertThat(gitHub.resultsByCategory()).containsOnlyKeys("gatehouse/sast/module-0/", "gatehouse/sast/module-1/");
        assertThat(gitHub.resultsByCategory().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(findings);
    }
}
