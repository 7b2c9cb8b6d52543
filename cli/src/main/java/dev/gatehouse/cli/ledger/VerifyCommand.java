package dev.gatehouse.cli.ledger;

import dev.gatehouse.cli.policy.LedgerOption;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Head;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatehouse ledger verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks every entry and the chain; names the first bad entry and ends with 1.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        var store = ledger.store();
        try {
            var head = store.read(Head.START, entry -> {});
            spec.commandLine().getOut().println("%d entries, head %s".formatted(head.sequence(), head.hash()));
            if (store instanceof FileLedger file && file.unfinishedBytes() > 0) {
                spec.commandLine()
                        .getOut()
                        .println("the last line is unfinished (%d bytes, never acknowledged); the next append ends it"
                                .formatted(file.unfinishedBytes()));
            }
            return 0;
        } catch (BrokenLedger e) {
            spec.commandLine().getErr().println("gatehouse: " + e.getMessage());
            return 1;
        }
    }
}
