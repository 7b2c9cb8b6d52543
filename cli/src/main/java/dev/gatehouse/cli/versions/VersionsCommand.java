package dev.gatehouse.cli.versions;

import picocli.CommandLine.Command;

/** {@code gatehouse versions}. */
@Command(
        name = "versions",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Keeps the client versions in use, and tells clients which may run.",
        subcommands = {
            ListCommand.class,
            RetireCommand.class,
            BlockCommand.class,
            MinimumCommand.class,
            RollbackCommand.class,
            ExportCommand.class,
            VerifyCommand.class
        })
public final class VersionsCommand {}
