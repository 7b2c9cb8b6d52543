package dev.gatehouse.cli.link;

import picocli.CommandLine.Command;

/** {@code gatehouse link}. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Tells trackers what a scan found.",
        subcommands = {GitHubCommand.class, JiraCommand.class})
public final class LinkCommand {}
