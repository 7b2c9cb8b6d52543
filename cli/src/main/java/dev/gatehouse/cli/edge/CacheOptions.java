package dev.gatehouse.cli.edge;

import picocli.CommandLine.Option;

/** How long caches keep documents. */
public final class CacheOptions {
    @Option(
            names = "--max-age",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "Caches keep a document so long without asking (default: ${DEFAULT-VALUE}).")
    public int maxAge = 300;

    @Option(
            names = "--stale-while-revalidate",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "Longer, while they ask in the background (default: ${DEFAULT-VALUE}).")
    public int revalidate = 3_600;

    @Option(
            names = "--stale-if-error",
            paramLabel = "SECONDS",
            defaultValue = "86400",
            description = "Longer, when the edge cannot be reached (default: ${DEFAULT-VALUE}).")
    public int error = 86_400;
}
