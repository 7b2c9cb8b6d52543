package dev.gatehouse.cli.ledger;

import dev.gatehouse.cli.policy.LedgerOption;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.checkpoint.Checkpoint;
import dev.gatehouse.policy.keys.PublicKeys;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.LedgerAudit;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse ledger verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks every entry and the chain; names the first bad entry and ends with 1.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @ArgGroup(exclusive = false)
    private @Nullable Held held;

    @Spec
    private @Nullable CommandSpec spec;

    /** What somebody kept to hold the ledger to. */
    static final class Held {
        @Option(
                names = "--checkpoint",
                paramLabel = "FILE",
                required = true,
                description = "A checkpoint that the ledger must still lead to.")
        private Path checkpoint = Path.of("");

        @Option(names = "--key", paramLabel = "PUB", required = true, description = "PEM file of trusted public keys.")
        private Path key = Path.of("");
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        var out = spec.commandLine().getOut();
        try {
            var checkpoint = held == null ? null : checkpoint(held);
            var store = ledger.existing();
            var head = checkpoint == null ? LedgerAudit.verify(store) : checkpoint.verify(store);
            out.println("%d entries, head %s".formatted(head.sequence(), head.hash()));
            if (checkpoint != null) {
                out.println("holds entry %d, the checkpoint of %s"
                        .formatted(checkpoint.head().sequence(), checkpoint.time()));
            }
            unfinished(store);
            return 0;
        } catch (BrokenLedger | NotTrusted e) {
            spec.commandLine().getErr().println("gatehouse: " + e.getMessage());
            return 1;
        }
    }

    private void unfinished(LedgerStore store) {
        if (spec != null && store instanceof FileLedger file && file.unfinishedBytes() > 0) {
            spec.commandLine()
                    .getOut()
                    .println("the last line is unfinished (%d bytes, never acknowledged); the next append ends it"
                            .formatted(file.unfinishedBytes()));
        }
    }

    private static Checkpoint checkpoint(Held held) throws NotTrusted {
        try {
            return Checkpoint.read(Files.readAllBytes(held.checkpoint), new Verifier(PublicKeys.read(held.key)));
        } catch (IOException e) {
            throw new BadInput(
                    "%s: cannot be read; name a file that 'ledger checkpoint' wrote".formatted(held.checkpoint), e);
        }
    }
}
