package dev.gatehouse.cli.outbox;

import dev.gatehouse.cli.link.OutboxOption;
import dev.gatehouse.cli.shell.ExitCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse outbox retry}. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = "Lets entries be tried now, also refused ones.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:not all of them were there", "2:usage or bad input"})
final class RetryCommand implements Callable<Integer> {
    @Mixin
    private OutboxOption outbox = new OutboxOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "As 'gatehouse outbox list' shows them.")
    private List<Long> ids = new ArrayList<>();

    @Override
    public Integer call() {
        try (var queue = outbox.open(Clock.systemUTC())) {
            int moved = queue.retry(ids);
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println("%d of %d can be tried now".formatted(moved, ids.size()));
            return moved == ids.size() ? ExitCode.PASSED : ExitCode.FAILED;
        }
    }
}
