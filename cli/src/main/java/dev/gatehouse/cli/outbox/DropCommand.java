package dev.gatehouse.cli.outbox;

import dev.gatehouse.cli.policy.Reason;
import dev.gatehouse.policy.outbox.OutboxDecision;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.trackers.outbox.Outbox;
import java.util.List;
import java.util.function.BiPredicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gatehouse outbox drop}. */
@Command(
        name = "drop",
        mixinStandardHelpOptions = true,
        description = {
            "Removes entries for good; a later scan may bring them back.",
            "Where a ledger is kept, it says who did that and why."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:not all of them were there, or a process works on one", "2:usage or bad input"})
final class DropCommand extends Deciding {
    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in one line.")
    private String reason = "";

    @Override
    boolean isPossible(Waiting waiting) {
        return waiting.state() != Waiting.State.IN_WORK;
    }

    @Override
    OutboxDecision decision(Waiting waiting) {
        return OutboxDecision.drop(waiting, Reason.of(reason));
    }

    @Override
    BiPredicate<Outbox, Long> deed() {
        return (queue, id) -> queue.drop(List.of(id)) == 1;
    }

    @Override
    String done() {
        return "removed";
    }
}
