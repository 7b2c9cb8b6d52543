package dev.gatehouse.cli.fips;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatehouse fips}. */
@Command(
        name = "fips",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Tells about FIPS mode: the module, its certificate, its algorithms.")
public final class FipsCommand {
    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Starts FIPS mode and says what is in force. Ends with 2 when it cannot be started.")
    int status() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        FipsMode.inForce().status().forEach((what, how) -> out.println("%-12s  %s".formatted(what, how)));
        return 0;
    }
}
