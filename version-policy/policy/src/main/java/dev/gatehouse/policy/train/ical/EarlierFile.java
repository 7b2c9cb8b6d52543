package dev.gatehouse.policy.train.ical;

import dev.gatehouse.findings.BadInput;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads an export of ours back; any other calendar is refused, so that none is ever overwritten. */
final class EarlierFile {
    private final String name;

    EarlierFile(String name) {
        this.name = name;
    }

    /** The events by UID, in the file's order. */
    Map<String, Revision> read(String file) {
        var revisions = new LinkedHashMap<String, Revision>();
        var values = new HashMap<String, String>();
        for (var line : ContentLine.unfold(file)) {
            if (line.equals("BEGIN:VEVENT")) {
                values.clear();
            } else if (line.equals("END:VEVENT")) {
                var revision = revision(values);
                revisions.put(revision.event().uid(), revision);
            }
            int colon = line.indexOf(':');
            values.put(line.substring(0, Math.max(0, colon)), line.substring(colon + 1));
        }
        if (!file.startsWith("BEGIN:VCALENDAR") || !file.contains("PRODID:-//Gatehouse//")) {
            throw foreign("it was not written by gatehouse release plan");
        }
        return revisions;
    }

    private Revision revision(Map<String, String> values) {
        try {
            var event = new Event(
                    value(values, "UID"),
                    date(value(values, "DTSTART;VALUE=DATE")),
                    date(value(values, "DTEND;VALUE=DATE")).minusDays(1),
                    unescape(value(values, "SUMMARY")),
                    unescape(value(values, "DESCRIPTION")),
                    value(values, "STATUS").equals("CANCELLED"));
            int sequence = Integer.parseInt(value(values, "SEQUENCE"));
            return new Revision(event, sequence, value(values, "DTSTAMP"), value(values, EventLines.DIGEST));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw foreign("a date or number in it cannot be read");
        }
    }

    private String value(Map<String, String> values, String property) {
        var value = values.get(property);
        if (value == null) {
            throw foreign("an event in it has no " + property);
        }
        return value;
    }

    private BadInput foreign(String why) {
        return new BadInput("%s: %s; name another file with --out".formatted(name, why));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String unescape(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                plain.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
