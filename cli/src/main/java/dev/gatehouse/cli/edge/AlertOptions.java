package dev.gatehouse.cli.edge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who is told of alarms, besides the log. Both are files, since they hold secrets. */
public final class AlertOptions {
    @Option(
            names = "--alert-webhook-file",
            paramLabel = "FILE",
            description = "A file with the address that alarms are sent to as JSON.")
    public @Nullable Path hook;

    @Option(
            names = "--alert-mail-file",
            paramLabel = "FILE",
            description =
                    "A file with lines host=, port=, security=, user=, password=, from= and to=: alarms go there by"
                            + " e-mail.")
    public @Nullable Path mail;
}
