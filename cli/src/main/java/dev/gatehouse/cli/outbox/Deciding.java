package dev.gatehouse.cli.outbox;

import dev.gatehouse.cli.link.OutboxOption;
import dev.gatehouse.cli.policy.Actor;
import dev.gatehouse.cli.policy.LedgerOption;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.policy.outbox.OutboxDecision;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.trackers.outbox.Outbox;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A decision on entries of the outbox. Where a ledger is kept, each is in it before it is carried out. */
abstract class Deciding implements Callable<Integer> {
    @Mixin
    private OutboxOption outbox = new OutboxOption();

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "As 'gatehouse outbox list' shows them.")
    private List<Long> ids = new ArrayList<>();

    /** Whether it can be done with what waits. */
    abstract boolean isPossible(Waiting waiting);

    abstract OutboxDecision decision(Waiting waiting);

    /** False when it was not there any more. */
    abstract BiPredicate<Outbox, Long> deed();

    /** What is said of all that was done. */
    abstract String done();

    @Override
    public final Integer call() {
        try (var queue = outbox.open(Clock.systemUTC())) {
            var wanted = new HashSet<>(ids);
            var decisions = Shown.of(queue).waiting().stream()
                    .filter(waiting -> wanted.contains(waiting.id()) && isPossible(waiting))
                    .map(this::decision)
                    .toList();
            record(decisions);
            long moved = decisions.stream()
                    .filter(decision -> deed().test(queue, decision.about().id()))
                    .count();
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println("%d of %d %s".formatted(moved, wanted.size(), done()));
            return moved == wanted.size() ? ExitCode.PASSED : ExitCode.FAILED;
        }
    }

    private void record(List<OutboxDecision> decisions) {
        if (decisions.isEmpty() || !ledger.isKept()) {
            return;
        }
        var actor = Actor.name();
        ledger.reading(
                Object::new,
                (state, entry) -> {},
                book -> decisions.stream()
                        .map(decision -> book.decide((state, now) -> decision.by(actor)))
                        .toList());
    }
}
