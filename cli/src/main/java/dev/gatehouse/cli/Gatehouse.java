package dev.gatehouse.cli;

import dev.gatehouse.cli.baseline.BaselineCommand;
import dev.gatehouse.cli.edge.EdgeCommand;
import dev.gatehouse.cli.evidence.EvidenceCommand;
import dev.gatehouse.cli.fips.FipsCommand;
import dev.gatehouse.cli.fips.FipsMode;
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
import dev.gatehouse.policy.module.ModuleStart;
import dev.gatehouse.policy.remote.ServerAway;
import dev.gatehouse.trackers.outbox.OutboxBroken;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

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
            FipsCommand.class,
            ServeCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CommandLine.HelpCommand.class);

    @Option(
            names = "--fips",
            scope = ScopeType.INHERIT,
            description = "FIPS mode: all cryptography of this process by a validated module, or none at all"
                    + " (GATEHOUSE_FIPS=true: always).")
    private boolean fips;

    private Gatehouse() {}

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(FipsMode.isWanted() ? runApproved(out, err, args) : run(out, err, args));
    }

    /** In FIPS mode: nothing begins before the module is in force, and what it refuses is told in a sentence. */
    private static int runApproved(PrintWriter out, PrintWriter err, String... args) {
        try {
            FipsMode.start();
            return run(out, err, args);
        } catch (BadInput no) {
            err.println("gatehouse: " + harmless(no));
            return ExitCode.BAD_INPUT;
        } catch (AssertionError refused) {
            if (!FipsMode.isRefusal(refused)) {
                throw refused;
            }
            err.println("gatehouse: FIPS mode: %s".formatted(harmless(refused)));
            return ExitCode.BAD_INPUT;
        }
    }

    /** Runs a command line in this process, with results to {@code out} and messages to {@code err}. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        var gatehouse = new Gatehouse();
        var command = new CommandLine(gatehouse);
        needed(args).forEach(command::addSubcommand);
        return command.setOut(out)
                .setErr(err)
                .setExecutionStrategy(gatehouse::execute)
                .setExecutionExceptionHandler(Gatehouse::explain)
                .setParameterExceptionHandler(Gatehouse::refuse)
                .setUsageHelpAutoWidth(true)
                .execute(args);
    }

    /** Whoever asks for FIPS mode gets it, or nothing. */
    private int execute(CommandLine.ParseResult parsed) {
        if (fips && ModuleStart.module().isEmpty()) {
            throw new CommandLine.ParameterException(
                    parsed.commandSpec().commandLine(),
                    "--fips: FIPS mode begins with the process; start an installation's bin/gatehouse with it");
        }
        return new CommandLine.RunLast().execute(parsed);
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
    private static String harmless(Throwable thrown) {
        var message = thrown.getMessage();
        return VisibleText.block(message == null ? thrown.getClass().getSimpleName() : message);
    }
}
