package dev.gatehouse.cli.vulndb;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.scanners.vulndb.DamagedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the database to carry to a machine without a network. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the database's feed with checksums into one file for 'vulndb import'.")
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Parameters(paramLabel = "FILE", description = "The archive to write.")
    private Path target = Path.of("");

    @Override
    public Integer call() throws IOException {
        var databases = options.databases(options.engine());
        try {
            var chosen = databases.choose();
            databases.export(chosen, target);
            var out = spec.commandLine().getOut();
            out.println("Wrote %s of %s to %s.".formatted(VisibleText.exact(chosen.name()), chosen.date(), target));
            out.flush();
            return 0;
        } catch (DamagedDatabase e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }
}
