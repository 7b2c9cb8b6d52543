package dev.gatehouse.cli.release;

import picocli.CommandLine.Command;

/** {@code gatehouse release}. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Plans, checks, proposes, approves and publishes versions.",
        subcommands = {
            PlanCommand.class,
            CheckCommand.class,
            AdherenceCommand.class,
            ProposeCommand.class,
            ApproveCommand.class,
            RejectCommand.class,
            PublishCommand.class,
            GitHubReleaseCommand.class,
            JiraReleaseCommand.class,
            StatusCommand.class
        })
public final class ReleaseCommand {}
