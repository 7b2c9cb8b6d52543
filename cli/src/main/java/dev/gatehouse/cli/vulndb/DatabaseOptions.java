package dev.gatehouse.cli.vulndb;

import dev.gatehouse.cli.progress.ProgressDisplay;
import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.vulndb.DatabasePlace;
import dev.gatehouse.scanners.vulndb.DependencyCheck;
import dev.gatehouse.scanners.vulndb.SharedServer;
import dev.gatehouse.scanners.vulndb.VulnerabilityDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands for the vulnerability database share: where it is, and how they say what they did. */
final class DatabaseOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of Gatehouse's data (default: $GATEHOUSE_DATA, else $XDG_DATA_HOME/gatehouse).")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "Shared PostgreSQL database, such as jdbc:postgresql://host/name (default: $GATEHOUSE_VULNDB,"
                    + " else the folder). The password comes from $GATEHOUSE_VULNDB_PASSWORD, never from here.")
    private @Nullable String database;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json.")
    private String format = "text";

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    private boolean quiet;

    private final Map<String, String> environment = System.getenv();
    private final Clock clock = Clock.systemUTC();

    Clock clock() {
        return clock;
    }

    @Nullable
    String environment(String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    boolean json() {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "json" -> true;
            case "text" -> false;
            default -> throw new BadInput("--format %s is not known: use text or json".formatted(format));
        };
    }

    Path root() {
        return (data == null ? Installation.of(environment).data() : data.toAbsolutePath()).resolve("vulndb");
    }

    DependencyCheck engine() throws IOException {
        var installation = Installation.of(environment);
        return DependencyCheck.of(new EngineHome(
                installation.engines(),
                installation.java(),
                installation.cache().resolve("work")));
    }

    VulnerabilityDatabases databases(DependencyCheck engine) {
        return new DatabasePlace(
                        root(), SharedServer.named(database, environment).orElse(null))
                .open(engine, clock);
    }

    ProgressDisplay progress() {
        return ProgressDisplay.on(System.err, Installation.of(environment).columns(), quiet);
    }
}
