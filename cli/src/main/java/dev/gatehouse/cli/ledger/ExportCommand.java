package dev.gatehouse.cli.ledger;

import dev.gatehouse.cli.policy.LedgerOption;
import dev.gatehouse.policy.ledger.EntryFormat;
import dev.gatehouse.policy.ledger.Head;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatehouse ledger export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Prints every entry with its hashes as a line of JSON.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        var out = spec.commandLine().getOut();
        ledger.reading(store -> store.read(Head.START, entry -> out.println(EntryFormat.json(entry))));
        return 0;
    }
}
