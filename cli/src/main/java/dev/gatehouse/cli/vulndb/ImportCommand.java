package dev.gatehouse.cli.vulndb;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.scanners.vulndb.FeedArchive;
import dev.gatehouse.scanners.vulndb.FeedDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings in what {@code export} wrote elsewhere. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Makes a database of an archive of 'vulndb export', or of a directory of feed files, and has"
                + " scans use it. Every checksum is checked first.")
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Parameters(paramLabel = "FILE|DIR", description = "The archive, or a directory with feed files.")
    private Path source = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(source)) {
            throw new BadInput("%s does not exist".formatted(source));
        }
        var feed = Files.isDirectory(source) ? new FeedDirectory(source) : new FeedArchive(source);
        return Adoption.of(feed, options, spec.commandLine().getOut());
    }
}
