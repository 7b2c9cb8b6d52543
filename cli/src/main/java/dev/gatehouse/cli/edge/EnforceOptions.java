package dev.gatehouse.cli.edge;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How gateways are answered. */
public final class EnforceOptions {
    @Option(
            names = "--report-only",
            description = "Let every client through /v1/enforce, and only count who would be refused.")
    public boolean reportOnly;

    @Option(
            names = "--undecided",
            paramLabel = "allow|refuse",
            defaultValue = "allow",
            description = "What /v1/enforce says when it cannot decide: allow (fail-open, the default) or refuse.")
    public String undecided = "allow";

    @Option(
            names = "--exempt",
            paramLabel = "PATH",
            split = ",",
            description = "Path prefixes that any version may use, such as /login.")
    public List<String> exempt = new ArrayList<>();

    @Option(
            names = "--retry-after",
            paramLabel = "SECONDS",
            defaultValue = "86400",
            description = "How long a refused client shall not ask again (default: ${DEFAULT-VALUE}).")
    public int retryAfter = 86_400;
}
