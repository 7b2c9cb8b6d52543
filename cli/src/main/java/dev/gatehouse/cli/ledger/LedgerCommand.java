package dev.gatehouse.cli.ledger;

import picocli.CommandLine.Command;

/** {@code gatehouse ledger}. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks at the record of every decision.",
        subcommands = {VerifyCommand.class, CheckpointCommand.class, ShowCommand.class, ExportCommand.class})
public final class LedgerCommand {}
