package dev.gatehouse.trackers.jira;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.trackers.TestClock;
import dev.gatehouse.trackers.http.HttpSettings;
import dev.gatehouse.trackers.jira.issue.Owner;
import dev.gatehouse.trackers.jira.issue.ProjectState;
import dev.gatehouse.trackers.jira.issue.Wanted;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import dev.gatehouse.trackers.jira.settings.Organisation;
import dev.gatehouse.trackers.jira.sync.Difference;
import dev.gatehouse.trackers.jira.sync.JiraHandler;
import dev.gatehouse.trackers.jira.sync.ProposedAcceptances;
import dev.gatehouse.trackers.jira.sync.Reconciliation;
import dev.gatehouse.trackers.jira.sync.VersionIntent;
import dev.gatehouse.trackers.jira.text.Document;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Drain;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.SqlOutbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a build does with Jira, in a test: an outbox, a clock and scans with findings by name. */
final class Desk {
    static final String SECRET = "s3cr3t-t0ken-of-this-test";
    private static final Owner OWNER = new Owner("shop", "main");
    final TestClock clock;
    final List<String> notes = new ArrayList<>();
    /** Who may be responsible, for the next scan. */
    List<String> owners = List.of();

    private final Path file;
    private final JiraSettings settings;

    Desk(FakeJira jira, Path folder, TestClock clock, String more) {
        this.clock = clock;
        this.file = folder.resolve("outbox.db");
        var yaml =
                "trackers:\n  jira:\n    site: %s\n    project: SHOP\n    login: {user: a@b.example, token: {env: TOKEN}}\n%s"
                        .formatted(jira.address(), more);
        this.settings = JiraSettings.required(
                GatehouseFile.parse("test.yml", folder, yaml), Organisation.at(URI.create(jira.address())));
    }

    Outbox outbox() {
        return SqlOutbox.open(file, clock);
    }

    /** A scan that found these, and the drain after it. */
    void scan(String... findings) {
        enqueue(findings);
        drain(CrashPoints.NONE, false);
    }

    void enqueue(String... findings) {
        try (var outbox = outbox()) {
            outbox.add(List.of(JiraHandler.intent(settings, state(findings))));
        }
    }

    void drain(CrashPoints crash, boolean everything) {
        drain(crash, everything, Duration.ofHours(12));
    }

    /** As a build does, which does not wait for a Jira that is down. */
    void drainBriefly() {
        drain(CrashPoints.NONE, false, Duration.ofSeconds(1));
    }

    String proposals() {
        try (var outbox = outbox()) {
            return ProposedAcceptances.yaml(ProposedAcceptances.of(outbox, settings.target()));
        }
    }

    void drain(CrashPoints crash, boolean everything, Duration budget) {
        try (var outbox = outbox()) {
            var handler = new JiraHandler(door(), settings, outbox, clock, crash, notes::add);
            notes.addAll(new Drain(outbox, clock, clock)
                    .run(handler, budget, everything)
                    .stopped());
            outbox.entries().forEach(entry -> notes.add(String.valueOf(entry.problem())));
        }
    }

    JiraDoor door() {
        var http = new HttpSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1 << 20, 0);
        return new JiraDoor(settings, Map.of("TOKEN", SECRET), http, Duration.ZERO, clock, clock);
    }

    List<Difference> differences(String... findings) {
        try (var outbox = outbox()) {
            return new Reconciliation(door().get(), settings, outbox, state(findings)).differences();
        }
    }

    /** What {@code link jira --reconcile} does. */
    List<Difference> reconcile(String... findings) {
        scan(findings);
        try (var outbox = outbox()) {
            var left = new Reconciliation(door().get(), settings, outbox, state(findings));
            outbox.add(left.mending(left.differences()));
        }
        drain(CrashPoints.NONE, true);
        return differences(findings);
    }

    void add(VersionIntent intent) {
        try (var outbox = outbox()) {
            outbox.add(List.of(intent.intent(settings.target())));
        }
    }

    int waiting() {
        try (var outbox = outbox()) {
            return outbox.entries().size();
        }
    }

    private ProjectState state(String... findings) {
        var wanted = Arrays.stream(findings).map(this::wanted).toList();
        return new ProjectState(OWNER, clock.instant(), Set.of(ScannerKind.SAST), wanted);
    }

    private Wanted wanted(String finding) {
        return new Wanted(
                OWNER,
                dev.gatehouse.findings.config.Sha256.of(finding).substring(0, 24),
                Wanted.Condition.OPEN,
                ScannerKind.SAST,
                "Injection in " + finding,
                Document.of("text"),
                Severity.HIGH,
                true,
                List.of(finding),
                List.of(),
                owners,
                null,
                clock.instant(),
                "abcdef1234567890",
                "https://ci.example/1");
    }
}
