package dev.gatehouse.cli.scan;

import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.scanners.dast.settings.DastRequest;
import dev.gatehouse.scanners.vulndb.SharedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse scan}. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Finds what is wrong with a project's code, dependencies and running application, compares it with a"
                    + " baseline, decides by policy and writes reports.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the gate passed",
            "1:the gate failed",
            "2:usage or bad input; nothing was written",
            "3:incomplete: not everything that should have been looked at was"
        },
        footer = {
            "",
            "Examples:",
            "  gatehouse scan .                          scan the project here",
            "  gatehouse scan app.war --only sca         only the libraries in an archive",
            "  gatehouse scan . --baseline main.json     what is new against the main branch's report"
        })
public final class ScanCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description =
                    "Project directory, folder of jars, jar, war, ear, or CycloneDX BOM. Default: the current directory.")
    private Path target = Path.of(".");

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SCANNER",
            description = "Run only these scanners: sast, sca, dast. The policy is told that the others were left out.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Policy file. Default: .gatehouse.yml in DIR, else the built-in policy.")
    private @Nullable Path policy;

    @Option(
            names = "--floor",
            paramLabel = "FILE",
            description = "The organisation's policy, which the project's can make stricter but not looser.")
    private @Nullable Path floor;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "Earlier report.json or saved baseline to compare with. Default: .gatehouse-baseline.json in DIR.")
    private @Nullable Path baseline;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Fail on any finding of at least this severity, besides the policy's rules.")
    private @Nullable String failOn;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the reports. Default: DIR/gatehouse-report.")
    private @Nullable Path out;

    @Option(
            names = "--classes",
            paramLabel = "PATH",
            split = ",",
            description = "Class folders or jars to analyse, instead of those found.")
    private List<String> classes = new ArrayList<>();

    @Option(
            names = "--class-path",
            paramLabel = "PATH",
            split = ",",
            description = "Folders and jars that the code refers to, instead of those found. Patterns such as lib/*.jar"
                    + " are understood.")
    private List<String> classPath = new ArrayList<>();

    @Option(
            names = "--dependencies",
            paramLabel = "PATH",
            split = ",",
            description = "Libraries to look up, instead of those found.")
    private List<String> dependencies = new ArrayList<>();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "Modules analysed at once, each by a process of at most 512 MB of heap. Default: two.")
    private int threads;

    @Option(names = "--no-cache", description = "Neither use nor keep results of earlier scans.")
    private boolean noCache;

    @Option(names = "--offline", description = "Use no network: what is not in the local repository is reported.")
    private boolean offline;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "Shared vulnerability database on PostgreSQL, such as jdbc:postgresql://host/name. Default:"
                    + " $GATEHOUSE_VULNDB, else this machine's own.")
    private @Nullable String database;

    @Option(
            names = "--time-limit",
            paramLabel = "MINUTES",
            defaultValue = "60",
            description = "End a scanner that takes longer. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "Scan the application that answers here (dast). Default: the policy file's dast section.")
    private @Nullable String application;

    @Option(
            names = "--dast",
            paramLabel = "MODE",
            description = "How deep dast looks: baseline (looks only), quick or full. Default: full.")
    private @Nullable String dastMode;

    @Option(
            names = "--zap",
            paramLabel = "URL",
            description = "Use a ZAP that runs already; its key is taken from GATEHOUSE_ZAP_KEY.")
    private @Nullable String zap;

    @Option(
            names = "--zap-home",
            paramLabel = "DIR",
            description = "Start this ZAP installation, with its own rules. Default: zap.sh on the path, else the ZAP"
                    + " that comes along.")
    private @Nullable Path zapHome;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary, only errors.")
    private boolean quiet;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What to print on standard output: ${COMPLETION-CANDIDATES}. Default: text.")
    private Format format = Format.text;

    /** What goes to standard output; in lower case, as people type it. */
    enum Format {
        text,
        json
    }

    @Override
    public Integer call() throws IOException {
        var command = Objects.requireNonNull(spec).commandLine();
        var environment = System.getenv();
        var options = options();
        var verdict = new Session(Installation.of(environment), environment, command.getOut(), System.err)
                .verdict(options, quiet, format);
        return Exit.of(verdict);
    }

    private ScanOptions options() {
        if (threads < 0) {
            throw new BadInput("--threads %d: use a number of at least 1, or leave it out".formatted(threads));
        }
        if (minutes < 1) {
            throw new BadInput("--time-limit %d: use a number of minutes of at least 1".formatted(minutes));
        }
        return new ScanOptions(
                target,
                wanted(only),
                policy,
                floor,
                baseline,
                failOn == null ? null : Severity.of(failOn),
                out == null ? ScanLine.folderOf(target).resolve("gatehouse-report") : out,
                classes,
                classPath,
                dependencies,
                threads,
                !noCache,
                offline,
                SharedServer.named(database, System.getenv()).orElse(null),
                dast(),
                Duration.ofMinutes(minutes));
    }

    private DastRequest dast() {
        boolean named = only.stream().anyMatch(name -> name.equalsIgnoreCase(ScannerKind.DAST.label()));
        var request = new DastRequest(application, dastMode, zap, zapHome, named);
        if (request.asksForSomething() && !only.isEmpty() && !named) {
            throw new BadInput("--target, --dast, --zap and --zap-home are for dast, which --only leaves out");
        }
        return request;
    }

    private static Set<ScannerKind> wanted(List<String> names) {
        return names.isEmpty()
                ? EnumSet.allOf(ScannerKind.class)
                : names.stream().map(ScanCommand::scanner).collect(Collectors.toSet());
    }

    private static ScannerKind scanner(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "sast" -> ScannerKind.SAST;
            case "sca" -> ScannerKind.SCA;
            case "dast" -> ScannerKind.DAST;
            default -> throw new BadInput("--only %s: there is no such scanner; use sast, sca or dast".formatted(name));
        };
    }
}
