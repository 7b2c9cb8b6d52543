package dev.gatehouse.policy.train.ical;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** An event's lines (RFC 5545 3.6.1). Whole days need no time zone, and mean the same day in every calendar. */
final class EventLines {
    static final String DIGEST = "X-GATEHOUSE-DIGEST";

    private EventLines() {}

    static List<String> of(Revision revision) {
        var event = revision.event();
        return List.of(
                "BEGIN:VEVENT",
                "UID:" + event.uid(),
                "DTSTAMP:" + revision.stamp(),
                "LAST-MODIFIED:" + revision.stamp(),
                "SEQUENCE:" + revision.sequence(),
                "DTSTART;VALUE=DATE:" + date(event.from()),
                "DTEND;VALUE=DATE:" + date(event.to().plusDays(1)),
                "SUMMARY:" + ContentLine.escape(event.summary()),
                "DESCRIPTION:" + ContentLine.escape(event.description()),
                "STATUS:" + (event.cancelled() ? "CANCELLED" : "CONFIRMED"),
                "TRANSP:TRANSPARENT",
                DIGEST + ":" + revision.digest(),
                "END:VEVENT");
    }

    private static String date(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
