package dev.gatehouse.cli.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.findings.baseline.BaselineFile;
import dev.gatehouse.findings.report.ReportJson;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse baseline show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Shows what is in a baseline or a report: findings with their ids and the day they were first seen.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "2:usage or bad input"},
        footer = {"", "Example:", "  gatehouse baseline show .gatehouse-baseline.json --format json"})
final class ShowCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = ".gatehouse-baseline.json",
            description = "Saved baseline or report.json, plain or gzipped. Default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What to print: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    /** What goes to standard output. */
    enum Format {
        text,
        json
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var listing = Listing.of(file, BaselineFile.read(file));
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (format == Format.json) {
            out.println(ReportJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(listing));
        } else {
            listing.lines().forEach(out::println);
        }
        return 0;
    }
}
