package dev.gatehouse.cli.serve;

import dev.gatehouse.cli.policy.LedgerOption;
import dev.gatehouse.findings.BadInput;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse restore}. Nothing in its signatures is the server's, so that the help does not load it. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Proves a backup and puts it into a place that holds nothing yet.")
public final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "What 'gatehouse backup' wrote.")
    private Path file = Path.of("");

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--check", description = "Only prove the backup; write nothing.")
    private boolean check;

    @Option(
            names = "--lost-until",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "The counter of the newest document that is out: entries up to it that the backup does not have"
                            + " are recorded as lost, since apps believe no lower counter.")
    private long lostUntil;

    @Option(
            names = "--record-in",
            paramLabel = "LEDGER",
            description =
                    "A trial: record in this ledger, a file or jdbc:postgresql:…, of a server that goes on, that its"
                            + " backup could be restored. A statement tells it.")
    private @Nullable String recordIn;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        if (lostUntil < 0) {
            throw new BadInput("--lost-until is %d; give the counter of a document".formatted(lostUntil));
        }
        if (check && recordIn != null) {
            throw new BadInput("--check writes nothing, so there is nothing for --record-in; leave one of them out");
        }
        var copying = new Copying(data);
        var running = recordIn == null ? null : new LedgerOption().named(recordIn);
        spec.commandLine().getOut().println(check ? copying.check(file) : copying.restore(file, lostUntil, running));
        return 0;
    }
}
