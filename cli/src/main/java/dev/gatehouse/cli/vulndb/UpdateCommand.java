package dev.gatehouse.cli.vulndb;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.scanners.vulndb.FeedDirectory;
import dev.gatehouse.scanners.vulndb.FeedMirror;
import dev.gatehouse.scanners.vulndb.FeedSource;
import dev.gatehouse.scanners.vulndb.NvdApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings in what the NVD has now. Scans that run go on with the database that they started with. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description = "Makes a new database and has scans use it: from the NVD's API with the key in NVD_API_KEY,"
                + " from a mirror, or from a directory. Goes on where an earlier update broke off.")
final class UpdateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description = "Address of a directory with files like nvdcve-2.0-2024.json.gz.")
    private @Nullable URI mirror;

    @Option(names = "--from", paramLabel = "DIR", description = "Directory with files like nvdcve-2.0-2024.json.gz.")
    private @Nullable Path from;

    @Override
    public Integer call() throws IOException {
        return Adoption.of(source(), options, spec.commandLine().getOut());
    }

    private FeedSource source() throws IOException {
        if (mirror != null && from != null) {
            throw new BadInput("--mirror and --from exclude each other: give one");
        }
        if (from != null) {
            return new FeedDirectory(from);
        }
        var downloads = options.root().resolve("downloads");
        if (mirror != null) {
            if (!"https".equals(mirror.getScheme()) && !"http".equals(mirror.getScheme())) {
                throw new BadInput("--mirror %s is no http or https address; use --from for a directory"
                        .formatted(VisibleText.exact(mirror.toString())));
            }
            return new FeedMirror(mirror, downloads, options.clock());
        }
        var key = options.environment("NVD_API_KEY");
        if (key == null) {
            throw new BadInput("the NVD's API needs a key in the environment variable NVD_API_KEY;"
                    + " without one use --mirror URL or --from DIR");
        }
        return new NvdApi(NvdApi.ADDRESS, key, downloads, options.clock());
    }
}
