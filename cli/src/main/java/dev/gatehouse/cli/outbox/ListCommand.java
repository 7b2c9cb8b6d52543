package dev.gatehouse.cli.outbox;

import dev.gatehouse.cli.link.OutboxOption;
import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.outbox.OutboxListing;
import dev.gatehouse.policy.outbox.Waiting;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse outbox list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Says what waits, and why.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private OutboxOption outbox = new OutboxOption();

    @Option(names = "--format", defaultValue = "text", description = "text or json.")
    private Desk.Format format = Desk.Format.TEXT;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (var queue = outbox.open(Clock.systemUTC())) {
            var listing = Shown.of(queue);
            if (format == Desk.Format.JSON) {
                Objects.requireNonNull(spec)
                        .commandLine()
                        .getOut()
                        .println(listing.json().toString());
            } else {
                tell(listing);
            }
        }
        return ExitCode.PASSED;
    }

    private void tell(OutboxListing listing) {
        listing.pauses()
                .forEach(pause -> line("%s %s waits until %s: %s"
                        .formatted(pause.tracker(), pause.target(), pause.until(), pause.reason())));
        listing.waiting().forEach(waiting -> line(words(waiting)));
        line(listing.waiting().isEmpty() ? "nothing waits" : listing.waiting().size() + " waiting");
    }

    private static String words(Waiting waiting) {
        var state = switch (waiting.state()) {
            case IN_WORK -> "in work";
            case NEEDS_A_PERSON -> "needs a person";
            case FAILED, WAITING -> "due " + waiting.due();
        };
        return "%d  %s  %s  %s%s"
                .formatted(
                        waiting.id(),
                        waiting.tracker(),
                        state,
                        waiting.title(),
                        waiting.problem().isEmpty()
                                ? ""
                                : "  (tried %d times: %s)".formatted(waiting.attempts(), waiting.problem()));
    }

    private void line(String text) {
        Objects.requireNonNull(spec).commandLine().getOut().println(VisibleText.exact(text));
    }
}
