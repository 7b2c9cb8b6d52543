package dev.gatehouse.cli.vulndb;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.scanners.engine.EngineException;
import dev.gatehouse.scanners.vulndb.DamagedDatabase;
import dev.gatehouse.scanners.vulndb.DatabaseInfo;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the database that scans ask. Exit code 1 when something is wrong with it. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks every digest of the database, opens it, counts its records and says its date.")
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    /** What the check brought; {@code wrong} is empty when all is well. */
    private record Verification(
            String name, String digest, @Nullable String date, long records, List<String> wrong) {}

    @Override
    public Integer call() throws IOException {
        var json = options.json();
        var found = verification();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(ReportJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(found));
        } else if (found.wrong().isEmpty()) {
            out.println("%s of %s is intact: %d records."
                    .formatted(VisibleText.exact(found.name()), found.date(), found.records()));
        } else {
            found.wrong().forEach(sentence -> out.println(VisibleText.exact(sentence)));
            out.println("Run 'gatehouse vulndb update' or 'gatehouse vulndb import' to make it anew.");
        }
        out.flush();
        return found.wrong().isEmpty() ? 0 : 1;
    }

    private Verification verification() throws IOException {
        var databases = options.databases(options.engine());
        try (var progress = options.progress()) {
            var chosen = databases.choose();
            var made = databases.info(chosen);
            DatabaseInfo info;
            if (made.isPresent()) {
                info = made.get();
            } else {
                try (var lease = databases.lease(chosen, progress)) {
                    info = lease.info();
                }
            }
            var wrong = databases.check(info, progress);
            return new Verification(info.name(), info.digest(), info.date(), info.records(), wrong);
        } catch (EngineException | DamagedDatabase e) {
            throw new BadInput("the vulnerability database cannot be checked: " + e.getMessage(), e);
        }
    }
}
