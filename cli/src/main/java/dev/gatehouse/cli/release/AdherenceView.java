package dev.gatehouse.cli.release;

import dev.gatehouse.policy.git.VersionTags;
import dev.gatehouse.policy.train.Adherence;
import dev.gatehouse.policy.train.Gap;
import dev.gatehouse.policy.train.Release;
import dev.gatehouse.policy.train.ReleaseTrain;
import dev.gatehouse.policy.train.WindowRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gatehouse release adherence} prints; as JSON it is this record.
 *
 * @param percentage of counted windows that were kept on time; absent when none counts
 * @param notVersions tags that begin like the product's and are no versions
 */
record AdherenceView(
        String train,
        LocalDate since,
        LocalDate until,
        long onTime,
        long late,
        long missed,
        long extra,
        @Nullable Double percentage,
        @Nullable Gap longestGap,
        List<Row> windows,
        List<Departure> beforeTheFirstWindow,
        List<String> notVersions) {

    record Departure(String version, String tag, LocalDate day) {
        static Departure of(Release tag, ZoneId zone) {
            return new Departure(tag.version().toString(), tag.name(), LocalDate.ofInstant(tag.time(), zone));
        }
    }

    record Row(
            LocalDate planned,
            LocalDate day,
            LocalDate lastDay,
            String kind,
            String outcome,
            long daysLate,
            @Nullable Departure release,
            List<Departure> extra,
            @Nullable String note) {
        static Row of(WindowRecord kept) {
            var window = kept.window();
            return new Row(
                    window.planned(),
                    window.day(),
                    window.lastDay(),
                    window.kind().label(),
                    kept.outcome().label(),
                    kept.daysLate(),
                    kept.release().map(tag -> Departure.of(tag, window.zone())).orElse(null),
                    releases(kept.extras(), window.zone()),
                    window.note().isEmpty() ? null : window.note());
        }

        String line() {
            var what = release == null ? "" : "%s on %s".formatted(release.version(), release.day());
            var more = extra.stream()
                    .map(tag -> "; extra %s on %s".formatted(tag.version(), tag.day()))
                    .collect(Collectors.joining());
            return AdherenceView.line(day.toString(), kind, outcome, what, daysLate, more, note);
        }
    }

    static AdherenceView of(
            ReleaseTrain train, VersionTags tags, Adherence adherence, LocalDate since, LocalDate until) {
        return new AdherenceView(
                train.name(),
                since,
                until,
                adherence.count(WindowRecord.Outcome.ON_TIME),
                adherence.count(WindowRecord.Outcome.LATE),
                adherence.count(WindowRecord.Outcome.MISSED),
                adherence.extras(),
                adherence.percentage().isPresent()
                        ? Math.round(10 * adherence.percentage().getAsDouble()) / 10.0
                        : null,
                adherence.longestGap().orElse(null),
                adherence.windows().stream().map(Row::of).toList(),
                releases(adherence.before(), train.calendar().zone()),
                tags.others());
    }

    /** A window in a line. */
    static String line(
            String day, String kind, String outcome, String what, long daysLate, String more, @Nullable String note) {
        var late = daysLate == 0 ? "" : ", %d days late".formatted(daysLate);
        return "  %s  %-5s  %-7s  %s"
                .formatted(day, kind, outcome, what + late + more + (note == null ? "" : "  " + note))
                .stripTrailing();
    }

    /** @param percentage null where no window counts */
    static String onTime(@Nullable Double percentage) {
        return percentage == null ? "no window counts yet" : String.format(Locale.ROOT, "%.1f %% on time", percentage);
    }

    private static List<Departure> releases(List<Release> tags, ZoneId zone) {
        return tags.stream().map(tag -> Departure.of(tag, zone)).toList();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%s from %s to %s".formatted(train, since, until));
        windows.forEach(row -> lines.add(row.line()));
        beforeTheFirstWindow.forEach(
                tag -> lines.add("  extra: %s on %s, before the first window".formatted(tag.version(), tag.day())));
        lines.add("%d on time, %d late, %d missed, %d extra: %s"
                .formatted(onTime, late, missed, extra, onTime(percentage)));
        if (longestGap != null) {
            lines.add("longest gap: %d days, from %s (%s) to %s (%s)"
                    .formatted(
                            longestGap.days(),
                            longestGap.after(),
                            longestGap.from(),
                            longestGap.until(),
                            longestGap.to()));
        }
        if (!notVersions.isEmpty()) {
            lines.add("%d tags look like this product's and are no versions, such as %s"
                    .formatted(notVersions.size(), notVersions.get(0)));
        }
        return lines;
    }
}
