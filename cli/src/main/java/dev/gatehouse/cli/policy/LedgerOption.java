package dev.gatehouse.cli.policy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.ledger.LedgerStore;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ledger a command works on. */
public final class LedgerOption {
    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "The ledger (default: GATEHOUSE_LEDGER, else .gatehouse/ledger.jsonl).")
    private @Nullable Path file;

    public LedgerStore store() {
        var variable = System.getenv("GATEHOUSE_LEDGER");
        if (file != null) {
            return new FileLedger(file);
        }
        return new FileLedger(Path.of(variable == null ? ".gatehouse/ledger.jsonl" : variable));
    }

    /** Does {@code work} on the state that {@code fold} makes of the ledger. */
    public <S, T> T reading(Supplier<S> empty, BiConsumer<S, Entry> fold, Function<Ledger<S>, T> work) {
        return reading(store -> work.apply(new Ledger<>(store, Clock.systemUTC(), empty, fold)));
    }

    /** Does {@code work}; a ledger that is broken or cannot be written is the user's to look after: bad input. */
    public <T> T reading(Function<LedgerStore, T> work) {
        try {
            return work.apply(store());
        } catch (BrokenLedger e) {
            throw new BadInput(
                    e.getMessage() + "; it is read-only from here on: restore a copy that 'ledger verify' accepts", e);
        } catch (UncheckedIOException e) {
            throw new BadInput("%s (%s)".formatted(e.getMessage(), cause(e)), e);
        }
    }

    private static String cause(UncheckedIOException e) {
        var reason = e.getCause() instanceof FileSystemException file ? file.getReason() : null;
        return reason == null ? String.valueOf(e.getCause()) : reason;
    }
}
