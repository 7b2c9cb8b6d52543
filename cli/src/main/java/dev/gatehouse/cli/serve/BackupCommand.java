package dev.gatehouse.cli.serve;

import dev.gatehouse.findings.BadInput;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse backup}. Nothing in its signatures is the server's, so that the help does not load it. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copies everything that a server keeps into one file, while it runs, and proves the copy.")
public final class BackupCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "A folder that is there; the file is named after the time.")
    private Path to = Path.of("");

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            defaultValue = "183",
            description = "Delete backups in that folder that are older (default: ${DEFAULT-VALUE}).")
    private int keepDays = 183;

    @Option(
            names = "--without-keys",
            description =
                    "Leave out signing keys and secrets, which somebody else keeps; without them a restored server"
                            + " can neither sign for apps that know the old keys nor read authenticators.")
    private boolean withoutKeys;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        if (keepDays < 1) {
            throw new BadInput("--keep-days is %d; give 1 day or more".formatted(keepDays));
        }
        spec.commandLine().getOut().println(new Copying(data).backup(to, keepDays, withoutKeys));
        return 0;
    }
}
