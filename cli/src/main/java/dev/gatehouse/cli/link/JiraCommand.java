package dev.gatehouse.cli.link;

import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.file.AtomicFile;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.json.ReportFile;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.http.Sleeper;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.JiraDoor;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.check.ConnectionTest;
import dev.gatehouse.trackers.jira.issue.IssuePlan;
import dev.gatehouse.trackers.jira.issue.Owners;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import dev.gatehouse.trackers.jira.sync.JiraHandler;
import dev.gatehouse.trackers.jira.sync.ProposedAcceptances;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Drain;
import dev.gatehouse.trackers.outbox.Outbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
            "What Jira does not take now waits in the outbox; a Jira that is down fails no build."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or waiting in the outbox; with --test: everything is as needed",
            "1:with --test: something is not",
            "2:usage or bad input"
        })
final class JiraCommand implements Callable<Integer> {
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

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy file. Default: DIR/.gatehouse.yml.")
    private @Nullable Path policy;

    @Option(names = "--floor", paramLabel = "FILE", description = "The organisation's policy, for its service levels.")
    private @Nullable Path floor;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "The report.json. Default: DIR/gatehouse-report/report.json.")
    private @Nullable Path report;

    @Option(names = "--branch", paramLabel = "NAME", description = "The scanned branch. Default: as in the report.")
    private @Nullable String branch;

    @Option(names = "--report-url", paramLabel = "URL", description = "Where people see the report, for a link.")
    private @Nullable String link;

    @Option(names = "--no-new", description = "Make no new issue: for the first run on an old code base.")
    private boolean noNew;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Begin nothing more after so long. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--proposals", paramLabel = "FILE", description = "Write proposed risk acceptances there, as YAML.")
    private @Nullable Path proposals;

    @Option(names = "--test", description = "Only say whether Jira is as linking needs it; writes nothing.")
    private boolean test;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        var file = GatehouseFile.open(policy == null ? directory.resolve(GatehouseFile.NAME) : policy);
        var settings = JiraSettings.required(file);
        if (seconds < 0 || seconds > 3600) {
            throw new BadInput("--wait %d: give a number of seconds from 0 to 3600".formatted(seconds));
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
        var levels = new PolicyReader(clock)
                .of(file, floor == null ? null : GatehouseFile.open(floor))
                .serviceLevels();
        var state = new IssuePlan(settings, levels, Owners.NOBODY).of(read, scanned, link, !noNew);
        try (var queue = outbox.open(clock)) {
            queue.add(List.of(JiraHandler.intent(settings, state)));
            drain(settings, queue);
            propose(settings, queue);
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

    private void drain(JiraSettings settings, Outbox queue) {
        try {
            var handler = new JiraHandler(
                    open(settings, Duration.ofSeconds(Math.max(1, Math.min(seconds, 20)))),
                    settings,
                    queue,
                    clock,
                    CrashPoints.NONE,
                    this::out);
            new Drain(queue, clock, Sleeper.REAL)
                    .run(handler, Duration.ofSeconds(seconds), false)
                    .stopped()
                    .forEach(this::warn);
        } catch (TrackerProblem problem) {
            warn(problem.sentence());
        }
        int waiting = queue.entries().size();
        if (waiting > 0) {
            out("%d %s in the outbox; 'gatehouse outbox list' says why"
                    .formatted(waiting, waiting == 1 ? "intent waits" : "intents wait"));
        }
    }

    private Jira open(JiraSettings settings, Duration request) {
        return JiraDoor.open(settings, System.getenv(), request, Duration.ofSeconds(5), clock, Sleeper.REAL);
    }

    private void propose(JiraSettings settings, Outbox queue) {
        var proposed = ProposedAcceptances.of(queue, settings.target());
        if (proposals != null) {
            try {
                AtomicFile.write(
                        proposals,
                        file -> file.write(ProposedAcceptances.yaml(proposed).getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new BadInput("%s cannot be written: %s".formatted(proposals, e.getMessage()), e);
            }
        }
        if (!proposed.isEmpty()) {
            out("%d risk acceptances are proposed%s"
                    .formatted(
                            proposed.size(),
                            proposals == null ? "; --proposals FILE writes them" : " in " + proposals));
        }
    }

    private int test(JiraSettings settings) {
        List<ConnectionTest.Result> results;
        try {
            results = new ConnectionTest(open(settings, Duration.ofSeconds(20)), settings).run();
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
