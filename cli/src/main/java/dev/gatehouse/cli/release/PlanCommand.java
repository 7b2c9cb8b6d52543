package dev.gatehouse.cli.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.train.ReleaseSettings;
import dev.gatehouse.policy.train.ReleaseWindow;
import dev.gatehouse.policy.train.ical.CalendarFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatehouse release plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows the coming release windows.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown or written", "2:usage or bad input"},
        footer = {
            "",
            "Examples:",
            "  gatehouse release plan --windows 12",
            "  gatehouse release plan --format ical --out releases.ics"
        })
final class PlanCommand implements Callable<Integer> {
    private static final int MOST_WINDOWS = 1000;

    @Mixin
    private TrainOptions train = new TrainOptions();

    @Mixin
    private Where where = new Where();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The first day, as 2026-12-31. Default: today in the train's time zone.")
    private @Nullable String from;

    @Option(
            names = "--windows",
            paramLabel = "N",
            defaultValue = "6",
            description = "How many windows. Default: ${DEFAULT-VALUE}.")
    private int windows;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What to print: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "With --format ical: write to a file; one of an earlier export is brought up to date,"
                    + " so that calendars see what changed (SEQUENCE) or was cancelled.")
    private @Nullable Path out;

    /** What goes to standard output. */
    enum Format {
        text,
        json,
        ical
    }

    @Override
    public Integer call() throws IOException {
        if (windows < 1 || windows > MOST_WINDOWS) {
            throw new BadInput("--windows: give a number from 1 to %d, not %d".formatted(MOST_WINDOWS, windows));
        }
        if (out != null && format != Format.ical) {
            throw new BadInput("--out is for --format ical; redirect the output of other formats");
        }
        var product = train.product(train.rules(where.directory()));
        var first = train.day("--from", from, product);
        var coming = product.train().timetable().next(first, windows);
        switch (format) {
            case text -> PlanView.lines(product.train(), coming).forEach(train::line);
            case json -> train.json(PlanView.of(product.train(), coming));
            case ical -> calendar(product, coming, first);
        }
        return 0;
    }

    private void calendar(ReleaseSettings.Product product, List<ReleaseWindow> coming, LocalDate first) {
        var calendar = new CalendarFile(product.train(), train.clock().instant());
        if (out == null) {
            train.raw(calendar.export(coming, first));
        } else {
            calendar.save(out, coming, first);
            train.line("wrote %s".formatted(out));
        }
    }
}
