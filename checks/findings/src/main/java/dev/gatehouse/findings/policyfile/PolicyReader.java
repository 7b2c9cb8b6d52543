package dev.gatehouse.findings.policyfile;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.gate.Origin;
import dev.gatehouse.findings.gate.Policy;
import dev.gatehouse.findings.vex.VexFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Reads policy files into a {@link Policy}, telling all mistakes of all files at once. */
public final class PolicyReader {
    private final VexFile vexFiles;

    /**
     * @param clock to refuse VEX files that come from the future
     */
    public PolicyReader(Clock clock) {
        this.vexFiles = new VexFile(clock);
    }

    /**
     * The policy of a project's directory: its {@code .gatehouse.yml}, or the built-in policy when it has none.
     *
     * @param floor the organisation's floor, if there is one
     */
    public Policy ofProject(Path directory, @Nullable Path floor) {
        var file = directory.resolve(GatehouseFile.NAME);
        return read(Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? file : null, floor);
    }

    /**
     * The policy of a file.
     *
     * @param file none for the built-in policy
     * @param floor the organisation's floor, if there is one
     */
    public Policy read(@Nullable Path file, @Nullable Path floor) {
        return of(file == null ? null : GatehouseFile.open(file), floor == null ? null : GatehouseFile.open(floor));
    }

    /** As {@link #read}, of files that are read already. */
    public Policy of(@Nullable GatehouseFile file, @Nullable GatehouseFile floor) {
        var mistakes = new Mistakes();
        var repository = file == null ? null : PolicyFile.read(file, Origin.Kind.FILE, vexFiles, mistakes);
        var minimum = floor == null ? null : PolicyFile.read(floor, Origin.Kind.FLOOR, vexFiles, mistakes);
        mistakes.throwIfAny();
        return new Layers(BuiltInPolicy.read(vexFiles), repository, minimum).policy();
    }
}
