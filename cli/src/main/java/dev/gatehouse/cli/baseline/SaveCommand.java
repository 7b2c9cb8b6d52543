package dev.gatehouse.cli.baseline;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.baseline.BaselineFile;
import dev.gatehouse.findings.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse baseline save}. */
@Command(
        name = "save",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Saves a report's findings as the baseline of later scans.",
            "What the report's own baseline knew is kept: findings whose scanner did not run, and what was fixed before."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:saved", "2:usage or bad input; nothing was written"},
        footer = {
            "",
            "Examples:",
            "  gatehouse baseline save                          from the last scan of the project here",
            "  gatehouse baseline save --report old/report.json --to main.json"
        })
final class SaveCommand implements Callable<Integer> {
    private static final String REPORT = "report.json";
    private static final String REPORT_FOLDER = "gatehouse-report";
    private static final String BASELINE = ".gatehouse-baseline.json";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Project directory. Default: the current directory.")
    private Path project = Path.of(".");

    @Option(
            names = "--report",
            paramLabel = "FILE|DIR",
            description = "The report.json, or the folder that holds it. Default: DIR/gatehouse-report.")
    private @Nullable Path report;

    @Option(names = "--to", paramLabel = "FILE", description = "Where to save. Default: DIR/.gatehouse-baseline.json.")
    private @Nullable Path to;

    @Override
    public Integer call() {
        var source = source();
        var target = to == null ? project.resolve(BASELINE) : to;
        var baseline = BaselineFile.read(source);
        try {
            BaselineFile.write(baseline, target);
        } catch (IOException e) {
            throw new BadInput("%s cannot be written: %s".formatted(target, reason(e)), e);
        }
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(
                "Saved %d findings of %s in %s".formatted(baseline.findings().size(), shown(source), shown(target)));
        return 0;
    }

    private Path source() {
        if (report == null) {
            return inFolder(project.resolve(REPORT_FOLDER));
        }
        return Files.isDirectory(report) ? inFolder(report) : report;
    }

    /** A project's directory will do as well as that of its reports. */
    private static Path inFolder(Path folder) {
        return Stream.of(folder.resolve(REPORT), folder.resolve(REPORT_FOLDER).resolve(REPORT))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(
                        () -> new BadInput("%s is not there: run 'gatehouse scan' first, or name a report with --report"
                                .formatted(shown(folder.resolve(REPORT)))));
    }

    /** The message of a file system exception is only the file's name, its kind says the rest. */
    private static String reason(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "its folder does not exist";
            case "AccessDeniedException" -> "no permission";
            default -> VisibleText.exact(String.valueOf(e.getMessage()));
        };
    }

    private static String shown(Path file) {
        return VisibleText.exact(file.toString());
    }
}
