package dev.gatehouse.cli.link;

import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.report.json.ReportFile;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.config.TrackersSection;
import dev.gatehouse.trackers.github.GitHubHandler;
import dev.gatehouse.trackers.github.GitHubIntents;
import dev.gatehouse.trackers.github.GitHubSettings;
import dev.gatehouse.trackers.github.auth.Credentials;
import dev.gatehouse.trackers.github.auth.Doors;
import dev.gatehouse.trackers.github.place.PlaceFinder;
import dev.gatehouse.trackers.github.probe.ConnectionTest;
import dev.gatehouse.trackers.github.probe.Outcome;
import dev.gatehouse.trackers.github.sarif.Limits;
import dev.gatehouse.trackers.http.HttpSettings;
import dev.gatehouse.trackers.http.Sleeper;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse link github}. */
@Command(
        name = "github",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells GitHub what the last scan found: code scanning, a check at the commit, a comment on the pull request.",
            "Credentials come from the environment: GATEHOUSE_GITHUB_TOKEN or GATEHOUSE_GITHUB_TOKEN_FILE, or for a GitHub"
                    + " App GATEHOUSE_GITHUB_APP_ID and GATEHOUSE_GITHUB_APP_KEY_FILE."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:told, or waiting in the outbox because GitHub could not be told",
            "1:only with --test: something does not work",
            "2:usage or bad input"
        })
final class GitHubCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GitHubOptions options = new GitHubOptions();

    @Mixin
    private OutboxOption outbox = new OutboxOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Project directory. Default: the current directory.")
    private Path project = Path.of(".");

    @Option(names = "--report", paramLabel = "FILE", description = "Default: DIR/gatehouse-report/report.json.")
    private @Nullable Path report;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to talk to GitHub; what is not done by then waits in the outbox (default:"
                    + " ${DEFAULT-VALUE}).")
    private int wait = 30;

    @Option(names = "--test", description = "Only try credentials, repository and each permission; change nothing.")
    private boolean test;

    @Option(names = "--dry-run", description = "Only say what GitHub would be told.")
    private boolean dryRun;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        if (wait < 0) {
            throw new BadInput("--wait must not be negative");
        }
        var finder = PlaceFinder.of(project, System.getenv());
        return test ? test(finder) : tell(finder);
    }

    private int tell(PlaceFinder finder) {
        var source = report == null ? project.resolve("gatehouse-report").resolve("report.json") : report;
        var scan = ReportFile.read(source);
        var place = finder.find(options.asked());
        var told = GitHubIntents.of(
                scan, place, settings(), Limits.PUBLISHED, finder.build().orElse(null));
        told.said().forEach(sentence -> out().println("note: " + VisibleText.line(sentence)));
        if (dryRun) {
            told.intents().forEach(intent -> out().println("would tell " + VisibleText.line(intent.title())));
            return ExitCode.PASSED;
        }
        var target = GitHubIntents.target(place.api(), place.repository());
        // credentials that are not there are a mistake of the call, and nothing is written then
        var handler = GitHubHandler.open(target, System.getenv(), HttpSettings.BUILD, clock, Sleeper.REAL);
        try (var box = outbox.open(clock)) {
            new Delivery(box, clock, out()).deliver(handler, told.intents(), Duration.ofSeconds(wait));
        }
        return ExitCode.PASSED;
    }

    private GitHubSettings settings() {
        var file = project.resolve(GatehouseFile.NAME);
        if (!Files.isRegularFile(file)) {
            return GitHubSettings.DEFAULT;
        }
        var opened = GatehouseFile.open(file);
        var mistakes = new Mistakes();
        mistakes.addAll(opened.mistakes());
        var settings =
                GitHubSettings.read(TrackersSection.read(opened, mistakes).github(), mistakes);
        mistakes.throwIfAny();
        return settings;
    }

    private int test(PlaceFinder finder) {
        var asked = options.asked();
        var doors = new Doors(
                URI.create(finder.api(asked)),
                finder.repository(asked),
                Credentials.of(System.getenv()),
                GitHubHandler.HTTP,
                clock,
                Sleeper.REAL);
        var pull = asked.pull() > 0 ? OptionalInt.of(asked.pull()) : OptionalInt.empty();
        var outcomes = new ConnectionTest(doors, pull).run();
        outcomes.forEach(outcome -> out().println("%-10s %-24s %s"
                .formatted(word(outcome.result()), outcome.what(), VisibleText.line(outcome.sentence()))));
        return outcomes.stream().anyMatch(outcome -> outcome.result() == Outcome.Result.FAILS)
                ? ExitCode.FAILED
                : ExitCode.PASSED;
    }

    private static String word(Outcome.Result result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
