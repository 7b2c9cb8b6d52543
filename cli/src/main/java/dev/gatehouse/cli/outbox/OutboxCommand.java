package dev.gatehouse.cli.outbox;

import picocli.CommandLine.Command;

/** {@code gatehouse outbox}. */
@Command(
        name = "outbox",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows and moves what waits for trackers.",
        subcommands = {ListCommand.class, DrainCommand.class, RetryCommand.class, DropCommand.class})
public final class OutboxCommand {}
