package dev.gatehouse.cli;

import dev.gatehouse.cli.baseline.BaselineCommand;
import dev.gatehouse.cli.edge.EdgeCommand;
import dev.gatehouse.cli.evidence.EvidenceCommand;
import dev.gatehouse.cli.fleet.FleetCommand;
import dev.gatehouse.cli.incident.IncidentCommands;
import dev.gatehouse.cli.keys.KeysCommand;
import dev.gatehouse.cli.ledger.LedgerCommand;
import dev.gatehouse.cli.link.LinkCommand;
import dev.gatehouse.cli.outbox.OutboxCommand;
import dev.gatehouse.cli.release.ReleaseCommand;
import dev.gatehouse.cli.scan.DemoCommand;
import dev.gatehouse.cli.scan.ScanCommand;
import dev.gatehouse.cli.serve.BackupCommand;
import dev.gatehouse.cli.serve.RestoreCommand;
import dev.gatehouse.cli.serve.ServeCommand;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.cli.shell.Version;
import dev.gatehouse.cli.statement.StatementCommand;
import dev.gatehouse.cli.versions.VersionsCommand;
import dev.gatehouse.cli.vulndb.VulndbCommand;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.remote.ServerAway;
import dev.gatehouse.trackers.outbox.OutboxBroken;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point. Exit codes: 0 done or passed, 1 refused or failed, 2 bad input, 3 incomplete, 70 our own fault. */
@Command(
        name = "gatehouse",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Scans builds, decides by policy, and keeps releases honest.")
public final class Gatehouse {
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            ScanCommand.class,
            BaselineCommand.class,
            CacheCommand.class,
            VulndbCommand.class,
            PolicyCommand.class,
            ReleaseCommand.class,
            VersionsCommand.class,
            KeysCommand.class,
            LedgerCommand.class,
            EvidenceCommand.class,
            StatementCommand.class,
            LinkCommand.class,
            OutboxCommand.class,
            EdgeCommand.class,
            IncidentCommands.class,
            FleetCommand.class,
            ServeCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CommandLine.HelpCommand.class);

    private Gatehouse() {}

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] args) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args));
    }

    /** Runs a command line in this process, with results to {@code out} and messages to {@code err}. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        var command = new CommandLine(new Gatehouse());
        needed(args).forEach(command::addSubcommand);
        return command.setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Gatehouse::explain)
                .setParameterExceptionHandler(Gatehouse::refuse)
                .setUsageHelpAutoWidth(true)
                .execute(args);
    }

    /** Preparing a command takes time, and most runs need but one; help needs them all. */
    private static List<Class<?>> needed(String... args) {
        var named = COMMANDS.stream()
                .filter(command -> args.length > 0 && args[0].equals(nameOf(command)))
                .toList();
        boolean suffices = !named.isEmpty() && !named.contains(CommandLine.HelpCommand.class);
        return suffices ? named : COMMANDS;
    }

    private static String nameOf(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    private static int explain(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
        if (thrown instanceof BadInput || thrown instanceof OutboxBroken || thrown instanceof ServerAway) {
            command.getErr().println("gatehouse: " + harmless(thrown));
            return ExitCode.BAD_INPUT;
        }
        command.getErr().println("gatehouse: a fault of Gatehouse itself, please report it:");
        thrown.printStackTrace(command.getErr());
        return ExitCode.OUR_FAULT;
    }

    /** One sentence, where picocli would add the whole usage below it, and where to find that. */
    private static int refuse(CommandLine.ParameterException mistake, String[] args) {
        var command = mistake.getCommandLine();
        command.getErr()
                .println("gatehouse: %s; see '%s --help'"
                        .formatted(
                                harmless(mistake)
                                        .replaceFirst("^Error: ", "")
                                        .replaceFirst("\\.$", "")
                                        .replaceFirst(" is not an? (int|long)$", " is no whole number"),
                                command.getCommandSpec().qualifiedName()));
        return ExitCode.BAD_INPUT;
    }

    /** Messages quote what was given, which may be a name that steers a terminal. */
    private static String harmless(Exception thrown) {
        var message = thrown.getMessage();
        return VisibleText.block(message == null ? thrown.getClass().getSimpleName() : message);
    }
}
