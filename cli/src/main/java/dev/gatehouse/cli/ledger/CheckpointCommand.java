package dev.gatehouse.cli.ledger;

import dev.gatehouse.cli.policy.KeyOptions;
import dev.gatehouse.cli.policy.LedgerOption;
import dev.gatehouse.cli.policy.WholeFile;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.checkpoint.Checkpoint;
import dev.gatehouse.policy.ledger.LedgerAudit;
import dev.gatehouse.policy.signing.Signer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse ledger checkpoint}. */
@Command(
        name = "checkpoint",
        mixinStandardHelpOptions = true,
        description =
                "Verifies the ledger and signs where it ends. Keep the file elsewhere: with it, 'ledger verify' finds a"
                        + " ledger that was cut off or written anew.")
final class CheckpointCommand implements Callable<Integer> {
    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file to write.")
    private Path file = Path.of(".");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        var signer = new Signer(keys.ring().valid());
        var head = ledger.reading(LedgerAudit::verify);
        if (head.sequence() == 0) {
            throw new BadInput("the ledger has no entry yet, so there is nothing to keep hold of");
        }
        var checkpoint = new Checkpoint(head, Clock.systemUTC().instant());
        WholeFile.write(file, checkpoint.sign(signer).json());
        spec.commandLine().getOut().println("%s: entry %d, %s".formatted(file, head.sequence(), head.hash()));
        return 0;
    }
}
