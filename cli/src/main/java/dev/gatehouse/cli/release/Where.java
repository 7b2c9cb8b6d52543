package dev.gatehouse.cli.release;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The one place that a command on release trains looks at. */
final class Where {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "A directory of the git repository, with .gatehouse.yml. Default: the current one.")
    private Path directory = Path.of(".");

    Path directory() {
        return directory;
    }
}
