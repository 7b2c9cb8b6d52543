package dev.gatehouse.cli.policy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import java.nio.file.Path;
import java.time.Clock;
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

    public FileLedger store() {
        var variable = System.getenv("GATEHOUSE_LEDGER");
        if (file != null) {
            return new FileLedger(file);
        }
        return new FileLedger(Path.of(variable == null ? ".gatehouse/ledger.jsonl" : variable));
    }

    public Ledger ledger() {
        return new Ledger(store(), Clock.systemUTC());
    }

    /** Does {@code work}; a broken ledger is the user's to look after, so it is told as bad input. */
    public static <T> T reading(Supplier<T> work) {
        try {
            return work.get();
        } catch (BrokenLedger e) {
            throw new BadInput(
                    e.getMessage() + "; it is read-only from here on: restore a copy that 'ledger verify' accepts", e);
        }
    }
}
