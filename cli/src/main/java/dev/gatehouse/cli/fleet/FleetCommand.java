package dev.gatehouse.cli.fleet;

import picocli.CommandLine.Command;

/** {@code gatehouse fleet}. */
@Command(
        name = "fleet",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks at the servers that are deployed.",
        subcommands = FleetCheckCommand.class)
public final class FleetCommand {}
