package dev.gatehouse.trackers.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.trackers.TestClock;
import dev.gatehouse.trackers.github.auth.Credentials;
import dev.gatehouse.trackers.github.auth.Doors;
import dev.gatehouse.trackers.github.place.BuildPlace;
import dev.gatehouse.trackers.github.place.RepositoryName;
import dev.gatehouse.trackers.github.sarif.Limits;
import dev.gatehouse.trackers.http.HttpSettings;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Drain;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.SqlOutbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** A fake GitHub, an outbox and the time between them. */
final class World implements AutoCloseable {
    static final RepositoryName SHOP = new RepositoryName("octo", "shop");
    private static final HttpSettings HTTP =
            new HttpSettings(Duration.ofSeconds(5), Duration.ofMillis(1500), Duration.ofMillis(1500), 16 << 20, 0);

    final FakeGitHub gitHub = new FakeGitHub();
    final TestClock clock = new TestClock();
    final Outbox outbox;
    String token = FakeGitHub.TOKEN;

    World(Path folder) {
        outbox = SqlOutbox.open(folder.resolve("outbox-" + System.nanoTime() + ".db"), clock);
    }

    BuildPlace place() {
        return new BuildPlace(gitHub.url().toString(), SHOP, FakeGitHub.COMMIT, "refs/pull/7/head", 7, "");
    }

    GitHubIntents intents(Report report) {
        return GitHubIntents.of(report, place(), GitHubSettings.DEFAULT, Limits.PUBLISHED, "https://ci.example/1");
    }

    static Report report(int findings) {
        return Reports.of(findings, 2, "words", Reports.SCANNED, ScannerStatus.COMPLETED);
    }

    Doors doors() {
        return doors(Credentials.of(Map.of("GATEHOUSE_GITHUB_TOKEN", token)));
    }

    Doors doors(Credentials credentials) {
        return new Doors(gitHub.url(), SHOP, credentials, HTTP, clock, clock);
    }

    GitHubHandler handler(CrashPoints crash) {
        return new GitHubHandler(GitHubIntents.target(gitHub.url().toString(), SHOP), doors(), clock, crash);
    }

    Drain.Summary drain(Doors doors) {
        var target = GitHubIntents.target(gitHub.url().toString(), SHOP);
        return new Drain(outbox, clock, clock)
                .run(new GitHubHandler(target, doors, clock, CrashPoints.NONE), Duration.ofHours(12), false);
    }

    void add(Collection<Intent> intents) {
        outbox.add(intents);
    }

    /** A new process works for so long. */
    Drain.Summary drain(Duration budget) {
        return drain(budget, CrashPoints.NONE, false);
    }

    Drain.Summary drain(Duration budget, CrashPoints crash, boolean everything) {
        return new Drain(outbox, clock, clock).run(handler(crash), budget, everything);
    }

    @Override
    public void close() {
        outbox.close();
        gitHub.close();
        assertThat(gitHub.published.strange()).isEmpty();
    }
}
