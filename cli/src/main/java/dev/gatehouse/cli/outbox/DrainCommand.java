package dev.gatehouse.cli.outbox;

import dev.gatehouse.cli.link.JiraOptions;
import dev.gatehouse.cli.link.OutboxOption;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.github.GitHubHandler;
import dev.gatehouse.trackers.http.Sleeper;
import dev.gatehouse.trackers.jira.JiraDoor;
import dev.gatehouse.trackers.jira.sync.JiraHandler;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Drain;
import dev.gatehouse.trackers.outbox.Handler;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.Place;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
        description = {
            "Tries everything that waits now, also what was refused before.",
            "What waits for GitHub needs its credentials in the environment, what waits for Jira the policy file that names it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing waits any more", "1:something still waits", "2:usage or bad input"})
final class DrainCommand implements Callable<Integer> {
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
            description = "Where .gatehouse.yml is. Default: the current directory.")
    private Path directory = Path.of(".");

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "Begin nothing more after so long. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        if (seconds < 1 || seconds > 86_400) {
            throw new BadInput("--wait %d: give a number of seconds from 1 to 86400".formatted(seconds));
        }
        var end = clock.instant().plusSeconds(seconds);
        try (var queue = outbox.open(clock)) {
            queue.entries().stream()
                    .map(entry -> entry.intent().subject().place())
                    .distinct()
                    .forEach(place -> drain(queue, place, end));
            int left = queue.entries().size();
            line(left == 0 ? "nothing waits" : left + " waiting; 'gatehouse outbox list' says why");
            return left == 0 ? ExitCode.PASSED : ExitCode.FAILED;
        }
    }

    /** What one place cannot have, others get all the same. */
    private void drain(Outbox queue, Place place, Instant end) {
        try {
            var left = Duration.between(clock.instant(), end);
            new Drain(queue, clock, Sleeper.REAL)
                    .run(handler(queue, place), left, true)
                    .stopped()
                    .forEach(this::line);
        } catch (BadInput mistake) {
            line("%s stays: %s".formatted(place, mistake.getMessage()));
        }
    }

    private Handler handler(Outbox queue, Place place) {
        if (!place.tracker().equals(JiraHandler.TRACKER)) {
            return GitHubHandler.open(place.target(), System.getenv(), GitHubHandler.HTTP, clock, Sleeper.REAL);
        }
        var settings = jira.settings(directory);
        if (!settings.target().equals(place.target())) {
            throw new BadInput(
                    "the policy file here is for %s; run it where the other one is, or name that with --policy"
                            .formatted(settings.target()));
        }
        return new JiraHandler(
                JiraDoor.byHand(settings, System.getenv(), clock),
                settings,
                queue,
                clock,
                CrashPoints.NONE,
                this::line);
    }

    private void line(String text) {
        Objects.requireNonNull(spec).commandLine().getOut().println(VisibleText.exact(text));
    }
}
