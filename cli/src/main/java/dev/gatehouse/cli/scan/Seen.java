package dev.gatehouse.cli.scan;

import dev.gatehouse.findings.report.Report;
import org.jspecify.annotations.Nullable;

/** What a scan comes to. */
sealed interface Seen {

    /**
     * A new report.
     *
     * @param key of all that it was made from; none when that is not known, or changed while it was made
     */
    record Anew(Report report, @Nullable String key) implements Seen {}

    /** Nothing has changed since a report was written, and that is still there. */
    record AsBefore(StandingReport report) implements Seen {}
}
