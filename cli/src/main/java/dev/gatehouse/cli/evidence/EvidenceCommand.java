package dev.gatehouse.cli.evidence;

import picocli.CommandLine.Command;

/** {@code gatehouse evidence}. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Collects what proves a release, signed, and checks it without a network.",
        subcommands = {CollectCommand.class, VerifyCommand.class})
public final class EvidenceCommand {}
