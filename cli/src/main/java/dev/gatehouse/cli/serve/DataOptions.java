package dev.gatehouse.cli.serve;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server keeps what it keeps. */
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".gatehouse",
            description = "Ledger, keys and accounts of the server (default: ${DEFAULT-VALUE}).")
    Path folder = Path.of(".gatehouse");

    @Option(
            names = "--database",
            paramLabel = "jdbc:postgresql:…",
            description = "Ledger and accounts are in PostgreSQL, for several servers side by side; the password is in"
                    + " GATEHOUSE_LEDGER_PASSWORD. Keys and secret.key stay in --data, the same on every server.")
    @Nullable
    String database;
}
