package dev.gatehouse.policy.train.ical;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.train.ReleaseTrain;
import dev.gatehouse.policy.train.ReleaseWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A train's windows as an iCalendar file (RFC 5545). An earlier export carries each event's digest, so a new one keeps what
 * did not change byte for byte, raises SEQUENCE of what did, and cancels what is no longer planned.
 */
public final class CalendarFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private final ReleaseTrain train;
    private final String stamp;

    public CalendarFile(ReleaseTrain train, Instant now) {
        this.train = train;
        this.stamp = STAMP.format(now);
    }

    /** A first export. */
    public String export(List<ReleaseWindow> windows, LocalDate from) {
        return write(update(Map.of(), windows, from));
    }

    /**
     * Writes an export to {@code file}, in one step; one that is there is brought up to date. Throws {@link BadInput} when
     * that is no calendar of ours.
     */
    public void save(Path file, List<ReleaseWindow> windows, LocalDate from) {
        try {
            var target = file.toAbsolutePath();
            var earlier = Files.exists(target)
                    ? new EarlierFile(file.toString()).read(Files.readString(target))
                    : Map.<String, Revision>of();
            var fresh = Files.createTempFile(target.getParent(), ".gatehouse", ".ics");
            try {
                Files.writeString(fresh, write(update(earlier, windows, from)));
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new BadInput("%s: cannot be written (%s)".formatted(file, e.getMessage()), e);
        }
    }

    private List<Revision> update(Map<String, Revision> earlier, List<ReleaseWindow> windows, LocalDate from) {
        var revisions = new LinkedHashMap<>(earlier);
        var events = new CalendarEvents(train).of(windows, from);
        events.forEach(event ->
                revisions.merge(event.uid(), Revision.first(event, stamp), (old, first) -> old.update(event, stamp)));
        var planned = events.stream().map(Event::uid).toList();
        var end = windows.isEmpty() ? from : windows.get(windows.size() - 1).lastDay();
        revisions.replaceAll((uid, old) -> planned.contains(uid) || isOutside(old.event(), from, end)
                ? old
                : old.update(old.event().cancel(), stamp));
        return new ArrayList<>(revisions.values());
    }

    /** What this export does not speak of: days before it begins, or after its last window. */
    private static boolean isOutside(Event event, LocalDate from, LocalDate end) {
        return event.to().isBefore(from) || event.from().isAfter(end);
    }

    private String write(List<Revision> revisions) {
        var lines = new ArrayList<>(List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Gatehouse//Release calendar//EN",
                "CALSCALE:GREGORIAN",
                "X-WR-CALNAME:" + ContentLine.escape(train.name() + " releases")));
        revisions.forEach(revision -> lines.addAll(EventLines.of(revision)));
        lines.add("END:VCALENDAR");
        var file = new StringBuilder();
        lines.forEach(line -> file.append(ContentLine.fold(line)));
        return file.toString();
    }
}
