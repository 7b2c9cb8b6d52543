package dev.gatehouse.cli.outbox;

import dev.gatehouse.policy.outbox.OutboxDecision;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.trackers.outbox.Outbox;
import java.util.function.BiPredicate;
import picocli.CommandLine.Command;

/** {@code gatehouse outbox retry}. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {
            "Lets entries be tried now, also refused ones; ends pauses that the tracker did not ask for.",
            "Where a ledger is kept, it says who did that."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:not all of them were there", "2:usage or bad input"})
final class RetryCommand extends Deciding {
    @Override
    boolean isPossible(Waiting waiting) {
        return true;
    }

    @Override
    OutboxDecision decision(Waiting waiting) {
        return OutboxDecision.retry(waiting);
    }

    @Override
    BiPredicate<Outbox, Long> deed() {
        return Shown::retry;
    }

    @Override
    String done() {
        return "can be tried now";
    }
}
