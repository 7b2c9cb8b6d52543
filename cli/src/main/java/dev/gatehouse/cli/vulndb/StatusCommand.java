package dev.gatehouse.cli.vulndb;

import dev.gatehouse.findings.report.ReportJson;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which database scans ask now, how old it is and what it lacks. Makes nothing. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says where the database is, its date, age, records, sources, size and gaps.")
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() throws Exception {
        var databases = options.databases(options.engine());
        var chosen = databases.choose();
        var status = DatabaseStatus.of(
                chosen,
                databases.place(chosen),
                databases.info(chosen).orElse(null),
                databases.others(chosen),
                LocalDate.ofInstant(options.clock().instant(), ZoneOffset.UTC));
        var out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(ReportJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(status));
        } else {
            status.lines().forEach(out::println);
        }
        out.flush();
        return 0;
    }
}
