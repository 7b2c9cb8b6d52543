package dev.gatehouse.cli.outbox;

import dev.gatehouse.cli.link.OutboxOption;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.outbox.Entry;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatehouse outbox list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Says what waits, and why.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private OutboxOption outbox = new OutboxOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (var queue = outbox.open(Clock.systemUTC())) {
            queue.pauses()
                    .forEach(pause -> line("%s %s waits until %s: %s"
                            .formatted(pause.tracker(), pause.target(), pause.until(), pause.problem())));
            var entries = queue.entries();
            entries.forEach(entry -> line(words(entry)));
            line(entries.isEmpty() ? "nothing waits" : entries.size() + " waiting");
        }
        return ExitCode.PASSED;
    }

    private static String words(Entry entry) {
        var state = entry.working() ? "in work" : entry.refused() ? "needs a person" : "due " + entry.due();
        var problem = entry.problem();
        return "%d  %s  %s  %s%s"
                .formatted(
                        entry.id(),
                        entry.intent().subject().tracker(),
                        state,
                        entry.intent().title(),
                        problem == null ? "" : "  (tried %d times: %s)".formatted(entry.attempts(), problem));
    }

    private void line(String text) {
        Objects.requireNonNull(spec).commandLine().getOut().println(VisibleText.exact(text));
    }
}
