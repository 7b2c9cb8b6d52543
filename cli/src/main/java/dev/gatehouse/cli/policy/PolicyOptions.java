package dev.gatehouse.cli.policy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rules hold: a repository's policy file, and the organisation's floor under it. */
public final class PolicyOptions {
    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy file (default: .gatehouse.yml in the directory).")
    private @Nullable Path policy;

    @Option(
            names = "--floor",
            paramLabel = "FILE",
            description = "The organisation's floor, which no policy file can loosen (default: GATEHOUSE_FLOOR).")
    private @Nullable Path floor;

    /** The policy file of a directory, unless another one was named. */
    public GatehouseFile file(Path directory) {
        return GatehouseFile.read(path(directory));
    }

    /** Whether a file was named on the command line. */
    public boolean isNamed() {
        return policy != null || floor != null;
    }

    /** Both files of a directory. */
    public Rules rules(Path directory) {
        return new Rules(file(directory), floor());
    }

    /** Whether there is one; a file that was named and is not there is a mistake, which {@link #file} tells. */
    public boolean exists(Path directory) {
        return policy != null || Files.exists(directory.resolve(GatehouseFile.NAME));
    }

    /** Where {@link #file} is. */
    public Path path(Path directory) {
        var file = policy == null ? directory.resolve(GatehouseFile.NAME).normalize() : policy;
        if (!Files.exists(file)) {
            throw new BadInput("%s: there is no policy file; name it with --policy".formatted(file));
        }
        return file;
    }

    /** Where the policy file is to be; it need not be there, unless it was named. */
    public Path wanted(Path directory) {
        return policy == null ? directory.resolve(GatehouseFile.NAME).normalize() : path(directory);
    }

    public @Nullable GatehouseFile floor() {
        var file = floorPath();
        return file == null ? null : GatehouseFile.read(file);
    }

    /** Where {@link #floor} is. */
    public @Nullable Path floorPath() {
        var variable = System.getenv("GATEHOUSE_FLOOR");
        if (floor != null) {
            return floor;
        }
        return variable == null || variable.isBlank() ? null : Path.of(variable);
    }
}
