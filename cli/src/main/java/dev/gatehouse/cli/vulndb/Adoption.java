package dev.gatehouse.cli.vulndb;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.scanners.vulndb.DatabaseInfo;
import dev.gatehouse.scanners.vulndb.FeedSource;
import java.io.IOException;
import java.io.PrintWriter;

/** Makes a database of a feed, switches to it and says so. */
final class Adoption {
    private Adoption() {}

    static int of(FeedSource source, DatabaseOptions options, PrintWriter out) throws IOException {
        var json = options.json();
        var info = made(source, options);
        if (json) {
            out.println(ReportJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(info));
        } else {
            out.println("Scans now ask %s of %s with %d records."
                    .formatted(VisibleText.exact(info.name()), info.date(), info.records()));
            if (!info.note().isEmpty()) {
                out.println(VisibleText.exact(info.note()));
            }
        }
        out.flush();
        return 0;
    }

    private static DatabaseInfo made(FeedSource source, DatabaseOptions options) throws IOException {
        var databases = options.databases(options.engine());
        try (var progress = options.progress()) {
            return databases.adopt(source, progress);
        } catch (IOException e) {
            throw new BadInput("the vulnerability database was not changed: " + e.getMessage(), e);
        }
    }
}
