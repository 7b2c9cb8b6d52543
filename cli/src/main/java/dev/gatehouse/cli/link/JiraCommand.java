package dev.gatehouse.cli.link;

import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.json.ReportFile;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.github.place.PlaceFinder;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.JiraDoor;
import dev.gatehouse.trackers.jira.check.ConnectionTest;
import dev.gatehouse.trackers.jira.issue.IssuePlan;
import dev.gatehouse.trackers.jira.issue.Owners;
import dev.gatehouse.trackers.jira.issue.ProjectState;
import dev.gatehouse.trackers.jira.owners.CheckoutOwners;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse link jira}. */
@Command(
        name = "jira",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes Jira issues of a scan's findings, and closes those whose findings are gone.",
            "What Jira does not take now waits in the outbox; a Jira that is down fails no build, and holds up none."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or waiting in the outbox; with --test: everything is as needed; with --reconcile: nothing differs any more",
            "1:with --test: something is not; with --reconcile: something differs",
            "2:usage or bad input"
        })
final class JiraCommand implements Callable<Integer> {
    @Mixin
    private JiraOptions jira = new JiraOptions();

    @Mixin
    private OutboxOption outbox = new OutboxOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Project directory. Default: the current directory.")
    private Path directory = Path.of(".");

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "The report.json. Default: DIR/gatehouse-report/report.json.")
    private @Nullable Path report;

    @Option(names = "--branch", paramLabel = "NAME", description = "The scanned branch. Default: as in the report.")
    private @Nullable String branch;

    @Option(
            names = "--report-url",
            paramLabel = "URL",
            description =
                    "Where people see the report, for a link. Default: the page of the build, as the CI server says.")
    private @Nullable String link;

    @Option(names = "--no-new", description = "Make no new issue: for the first run on an old code base.")
    private boolean noNew;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to talk to a Jira that answers; one that does not is left after three seconds."
                    + " 0 to tell it nothing now. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--proposals", paramLabel = "FILE", description = "Write proposed risk acceptances there, as YAML.")
    private @Nullable Path proposals;

    @Option(names = "--test", description = "Only say whether Jira is as linking needs it; writes nothing.")
    private boolean test;

    @Option(names = "--reconcile", description = "Compare all issues with the scan, say each difference and mend it.")
    private boolean reconcile;

    @Option(names = "--dry-run", description = "With --reconcile: only say what differs; writes nothing.")
    private boolean dryRun;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        var settings = jira.settings(directory);
        if (seconds < 0 || seconds > 3600) {
            throw new BadInput("--wait %d: give a number of seconds from 0 to 3600".formatted(seconds));
        }
        if (dryRun && !reconcile) {
            throw new BadInput("--dry-run goes with --reconcile");
        }
        if (test) {
            return test(settings);
        }
        var read = ReportFile.read(
                report == null ? directory.resolve("gatehouse-report").resolve("report.json") : report);
        var scanned = branch(read);
        if (!settings.isForBranch(scanned)) {
            out("branch %s is not one of trackers.jira.branches: nothing is told".formatted(scanned));
            return ExitCode.PASSED;
        }
        var environment = System.getenv();
        var door = reconcile
                ? JiraDoor.byHand(settings, environment, clock)
                : JiraDoor.inABuild(settings, environment, clock);
        var state = state(settings, read, scanned);
        try (var queue = outbox.open(clock)) {
            if (reconcile) {
                return new Reconciling(settings, door, queue, clock, this::out).run(state, dryRun);
            }
            new JiraTelling(settings, door, queue, clock, this::out, this::warn)
                    .tell(state, Duration.ofSeconds(seconds));
            Proposals.show(queue, settings, proposals, this::out);
        }
        return ExitCode.PASSED;
    }

    private String branch(Report read) {
        var known = branch == null ? read.project().branch() : branch;
        if (known == null) {
            throw new BadInput("the report names no branch; give it with --branch");
        }
        return known;
    }

    private ProjectState state(JiraSettings settings, Report read, String scanned) {
        var levels =
                new PolicyReader(clock).of(jira.file(directory), jira.floor()).serviceLevels();
        var page = link == null
                ? PlaceFinder.of(directory, System.getenv()).build().orElse(null)
                : link;
        var owners =
                CheckoutOwners.of(settings.people(), directory, read.project().commit(), clock);
        try {
            var plan = new IssuePlan(
                    settings, levels, owners.<Owners>map(found -> found).orElse(Owners.NOBODY));
            return plan.of(read, scanned, page, !noNew);
        } finally {
            owners.ifPresent(CheckoutOwners::close);
        }
    }

    private int test(JiraSettings settings) {
        List<ConnectionTest.Result> results;
        try {
            var door = JiraDoor.byHand(settings, System.getenv(), clock);
            results = new ConnectionTest(door.get(), settings).run();
        } catch (TrackerProblem problem) {
            results = List.of(new ConnectionTest.Result("site", ConnectionTest.Status.NO, problem.sentence()));
        }
        results.forEach(result -> out("%-7s  %-28s  %s"
                .formatted(result.status().name().toLowerCase(Locale.ROOT), result.what(), result.sentence())));
        return results.stream().anyMatch(result -> result.status() == ConnectionTest.Status.NO)
                ? ExitCode.FAILED
                : ExitCode.PASSED;
    }

    private void out(String sentence) {
        Objects.requireNonNull(spec).commandLine().getOut().println(VisibleText.exact(sentence));
    }

    private void warn(String sentence) {
        Objects.requireNonNull(spec)
                .commandLine()
                .getErr()
                .println("gatehouse: warning: " + VisibleText.exact(sentence));
    }
}
