package dev.gatehouse.cli.baseline;

import picocli.CommandLine.Command;

/** {@code gatehouse baseline}. */
@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Keeps what a build found, so that later scans tell new findings from existing ones.",
            "A scan takes DIR/.gatehouse-baseline.json by itself, or the file given with --baseline."
        },
        subcommands = {SaveCommand.class, ShowCommand.class})
public final class BaselineCommand {}
