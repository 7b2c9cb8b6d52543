package dev.gatehouse.scanners.vulndb;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Where vulnerability databases are kept.
 *
 * @param root folder for databases and downloads; made when first written to
 * @param server holds the databases instead; none for the folder
 */
public record DatabasePlace(Path root, @Nullable SharedServer server) {

    public static DatabasePlace in(Path root) {
        return new DatabasePlace(root, null);
    }

    public VulnerabilityDatabases open(DependencyCheck engine, Clock clock) {
        return server == null
                ? new LocalDatabases(engine, root, clock)
                : new SharedDatabases(engine, server, root, clock);
    }
}
