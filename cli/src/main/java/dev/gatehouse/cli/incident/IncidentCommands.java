package dev.gatehouse.cli.incident;

import picocli.CommandLine.Command;

/** {@code gatehouse incident}. */
@Command(
        name = "incident",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Keeps the story of a security incident in the ledger: what, which versions, what was done, how long.",
        subcommands = {
            OpenCommand.class,
            UpdateCommand.class,
            CloseCommand.class,
            IncidentListCommand.class,
            ShowCommand.class
        })
public final class IncidentCommands {}
