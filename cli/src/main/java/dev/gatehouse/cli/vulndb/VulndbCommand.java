package dev.gatehouse.cli.vulndb;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the commands for the vulnerability database. */
@Command(
        name = "vulndb",
        mixinStandardHelpOptions = true,
        description = "Shows, updates, checks and hands on the vulnerability database that scans ask.",
        subcommands = {
            StatusCommand.class,
            UpdateCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            VerifyCommand.class
        })
public final class VulndbCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "say what to do: status, update, import, export or verify");
    }
}
