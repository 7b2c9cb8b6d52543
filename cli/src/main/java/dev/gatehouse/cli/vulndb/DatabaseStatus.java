package dev.gatehouse.cli.vulndb;

import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.scanners.vulndb.ChosenDatabase;
import dev.gatehouse.scanners.vulndb.DatabaseInfo;
import dev.gatehouse.scanners.vulndb.OtherDatabase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gatehouse vulndb status} tells.
 *
 * @param ageDays from the newest record to today
 * @param made false for the embedded database before its first use; the rest below is not known then
 * @param gaps years with next to no records
 * @param bytes of the database file
 * @param others databases that are kept beside it, such as those that a running scan uses
 */
record DatabaseStatus(
        String name,
        String digest,
        String place,
        @Nullable String date,
        @Nullable Long ageDays,
        String note,
        boolean made,
        @Nullable Long records,
        List<Integer> gaps,
        List<String> skipped,
        @Nullable Long bytes,
        @Nullable String engine,
        @Nullable String built,
        List<OtherDatabase> others) {

    static DatabaseStatus of(
            ChosenDatabase chosen,
            String place,
            @Nullable DatabaseInfo info,
            List<OtherDatabase> others,
            LocalDate today) {
        return new DatabaseStatus(
                chosen.name(),
                chosen.digest(),
                place,
                chosen.date(),
                chosen.date() == null ? null : ChronoUnit.DAYS.between(LocalDate.parse(chosen.date()), today),
                chosen.note(),
                info != null,
                info == null ? null : info.records(),
                info == null ? List.of() : info.gaps(),
                info == null ? List.of() : info.skipped(),
                info == null ? null : info.bytes(),
                info == null ? null : info.engine(),
                info == null ? null : info.built().toString(),
                others);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("database   " + VisibleText.exact(name));
        lines.add("date       " + (date == null ? "unknown" : date + " (" + ageDays + " days old)"));
        if (made) {
            lines.add("records    " + records + ", " + bytes + " bytes");
            lines.add("made       " + built + " by Dependency-Check " + engine);
        } else {
            lines.add("records    not made yet: the first scan makes it");
        }
        lines.add("place      " + VisibleText.exact(place));
        if (!note.isEmpty()) {
            lines.add("lacks      " + VisibleText.exact(note));
        }
        if (!gaps.isEmpty()) {
            lines.add("few of     " + gaps.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        if (!skipped.isEmpty()) {
            lines.add("left out   " + skipped.size() + " records that could not be stored");
        }
        others.forEach(other -> lines.add("also kept  " + other.digest() + (other.inUse() ? " (in use)" : "")));
        return lines;
    }
}
