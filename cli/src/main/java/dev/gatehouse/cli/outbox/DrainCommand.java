package dev.gatehouse.cli.outbox;

import dev.gatehouse.cli.link.OutboxOption;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.http.Sleeper;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.JiraDoor;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import dev.gatehouse.trackers.jira.sync.JiraHandler;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Drain;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse outbox drain}. */
@Command(
        name = "drain",
        mixinStandardHelpOptions = true,
        description = "Tries everything that waits for the Jira of a policy file, also what was refused before.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing waits any more", "1:something still waits", "2:usage or bad input"})
final class DrainCommand implements Callable<Integer> {
    @Mixin
    private OutboxOption outbox = new OutboxOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where .gatehouse.yml is. Default: the current directory.")
    private Path directory = Path.of(".");

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy file. Default: DIR/.gatehouse.yml.")
    private @Nullable Path policy;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "Begin nothing more after so long. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Override
    public Integer call() {
        if (seconds < 1 || seconds > 86_400) {
            throw new BadInput("--wait %d: give a number of seconds from 1 to 86400".formatted(seconds));
        }
        var settings = JiraSettings.required(
                GatehouseFile.open(policy == null ? directory.resolve(GatehouseFile.NAME) : policy));
        var clock = Clock.systemUTC();
        try (var queue = outbox.open(clock)) {
            try {
                var jira = JiraDoor.open(
                        settings, System.getenv(), Duration.ofSeconds(30), Duration.ofMinutes(1), clock, Sleeper.REAL);
                var handler = new JiraHandler(jira, settings, queue, clock, CrashPoints.NONE, this::line);
                new Drain(queue, clock, Sleeper.REAL)
                        .run(handler, Duration.ofSeconds(seconds), true)
                        .stopped()
                        .forEach(this::line);
            } catch (TrackerProblem problem) {
                line(problem.sentence());
            }
            long left = queue.entries().stream()
                    .filter(entry -> entry.intent().subject().tracker().equals(JiraHandler.TRACKER))
                    .count();
            line(left == 0 ? "nothing waits" : left + " waiting");
            return left == 0 ? ExitCode.PASSED : ExitCode.FAILED;
        }
    }

    private void line(String text) {
        Objects.requireNonNull(spec).commandLine().getOut().println(VisibleText.exact(text));
    }
}
