import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.trackers.http.HttpSettings;
import dev.gatehouse.trackers.http.Sleeper;
import dev.gatehouse.trackers.jira.JiraDoor;
import dev.gatehouse.trackers.jira.issue.Owner;
import dev.gatehouse.trackers.jira.issue.ProjectState;
import dev.gatehouse.trackers.jira.issue.Wanted;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import dev.gatehouse.trackers.jira.settings.Organisation;
import dev.gatehouse.trackers.jira.sync.JiraHandler;
import dev.gatehouse.trackers.jira.text.Document;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Drain;
import dev.gatehouse.trackers.outbox.SqlOutbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Findings to issues, beside one request for each finding. */
public final class Bench {
    private static final Owner OWNER = new Owner("shop", "main");
    /** What takes a request for each finding is measured with so many and multiplied: all would take a quarter of an hour. */
    private static final int SOME = 300;

    private final int findings;
    private final Path folder;

    private Bench(int findings, Path folder) {
        this.findings = findings;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        new Bench(Integer.parseInt(args[0]), Files.createTempDirectory("bench-trackers")).run();
    }

    private void run() throws Exception {
        System.out.println("| what | requests | refused with 429 | seconds |");
        System.out.println("|---|---:|---:|---:|");
        try (var jira = new SlowJira()) {
            scan(jira, "first scan, an issue each", "again.db", findings, null);
            scan(jira, "the same again, nothing changed", "again.db", findings, null);
            scan(jira, "the same again, by an agent with an empty outbox", "other.db", findings, null);
        }
        try (var jira = new SlowJira()) {
            scan(jira, "first scan, each issue with a link to the build's page", "linked.db", SOME, "https://ci.example/1");
        }
        naive();
    }

    private void scan(SlowJira jira, String what, String outbox, int number, @Nullable String link) throws Exception {
        int before = jira.requests();
        int refused = jira.refused();
        var yaml = "trackers: {jira: {project: SHOP, max-new-issues: 10000, login: {token: {env: TOKEN}}}}";
        var settings = JiraSettings.required(
                GatehouseFile.parse("bench.yml", folder, yaml), Organisation.at(URI.create(jira.address())));
        var clock = Clock.systemUTC();
        var begun = System.nanoTime();
        try (var queue = SqlOutbox.open(folder.resolve(outbox), clock)) {
            queue.add(List.of(JiraHandler.intent(settings, state(number, link))));
            var door = new JiraDoor(
                    settings, Map.of("TOKEN", "bench"), HttpSettings.DEFAULT, Duration.ofMinutes(1), clock, Sleeper.REAL);
            var handler = new JiraHandler(door, settings, queue, clock, CrashPoints.NONE, note -> {});
            new Drain(queue, clock, Sleeper.REAL).run(handler, Duration.ofMinutes(30), true);
            if (!queue.entries().isEmpty() || jira.issues() != number) {
                throw new IllegalStateException("%d issues, %d waiting".formatted(jira.issues(), queue.entries().size()));
            }
        }
        print(what, number, jira.requests() - before, jira.refused() - refused, begun);
    }

    private void print(String what, int number, int requests, int refused, long begun) {
        double factor = findings / (double) number;
        System.out.printf(
                "| %s%s | %.0f | %.0f | %.0f |%n",
                what,
                number == findings ? "" : " (%d measured, the rest by proportion)".formatted(number),
                requests * factor,
                refused * factor,
                (System.nanoTime() - begun) / 1e9 * factor);
    }

    private static ProjectState state(int number, @Nullable String link) {
        var now = Instant.now();
        var wanted = IntStream.range(0, number)
                .mapToObj(i -> new Wanted(
                        OWNER,
                        Sha256.of("finding " + i).substring(0, 24),
                        Wanted.Condition.OPEN,
                        ScannerKind.SAST,
                        "SQL injection in Cart" + i,
                        Document.of("A description of the usual length, which says what is wrong and what helps. ".repeat(8)),
                        Severity.HIGH,
                        true,
                        List.of("finding " + i),
                        List.of("shop"),
                        List.of(),
                        null,
                        now,
                        null,
                        link))
                .toList();
        return new ProjectState(OWNER, now, Set.of(ScannerKind.SAST), wanted);
    }

    /** As fast as one after the other goes, and waiting as long as it is told to. */
    private void naive() throws Exception {
        try (var jira = new SlowJira()) {
            var http = HttpClient.newHttpClient();
            var begun = System.nanoTime();
            for (int i = 0; i < SOME; ) {
                var request = HttpRequest.newBuilder(URI.create(jira.address() + "/rest/api/3/issue"))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"fields\":{\"summary\":\"x\"}}"))
                        .build();
                var answer = http.send(request, HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 429) {
                    Thread.sleep(1000L * Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("1")));
                } else {
                    i++;
                }
            }
            print("one request a finding", SOME, jira.requests(), jira.refused(), begun);
        }
    }
}
