package dev.gatehouse.cli.incident;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.incident.Affected;
import dev.gatehouse.policy.incident.Incident;
import dev.gatehouse.policy.support.SupportEvents;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** An incident for a person and for a program. */
final class IncidentText {
    private IncidentText() {}

    static void line(PrintWriter out, Incident incident) {
        out.println("%s  %-8s  %-6s  %s  %s"
                .formatted(
                        incident.id(),
                        incident.severity().label(),
                        incident.isOpen() ? "open" : "closed",
                        incident.opened().truncatedTo(ChronoUnit.MINUTES),
                        VisibleText.exact(incident.title())));
    }

    static void whole(PrintWriter out, Incident incident) {
        out.println("%s  %s".formatted(incident.id(), VisibleText.exact(incident.title())));
        out.println("    severity   " + incident.severity().label());
        if (!incident.issue().isEmpty()) {
            out.println("    issue      " + incident.issue());
        }
        incident.affected().forEach(one -> out.println("    affected   " + one));
        var closing = incident.closing();
        out.println("    state      " + (closing == null ? "open" : "closed at " + closing.time()));
        if (closing != null && closing.hotfix() != null) {
            out.println("    hotfix     %s, published at %s".formatted(closing.hotfix(), closing.published()));
        }
        incident.timeToFix().ifPresent(time -> out.println("    fixed in   " + spoken(time)));
        out.println("    story");
        incident.story()
                .forEach(line -> out.println("      %s  %s  %s  (entry %d)"
                        .formatted(
                                line.time().truncatedTo(ChronoUnit.SECONDS),
                                line.actor(),
                                VisibleText.exact(line.text()),
                                line.entry())));
    }

    static ObjectNode json(Incident incident) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", incident.id())
                .put("title", incident.title())
                .put("severity", incident.severity().label())
                .put("open", incident.isOpen())
                .put("opened", incident.opened().toString());
        if (!incident.issue().isEmpty()) {
            json.put("issue", incident.issue());
        }
        var affected = json.putArray("affected");
        incident.affected().forEach(one -> affected.add(version(one)));
        var closing = incident.closing();
        if (closing != null) {
            json.put("closed", closing.time().toString());
            if (closing.hotfix() != null) {
                json.set("hotfix", version(closing.hotfix()).put("publishedAt", String.valueOf(closing.published())));
            }
        }
        incident.timeToFix().ifPresent(time -> json.put("secondsToFix", time.toSeconds()));
        var story = json.putArray("story");
        incident.story()
                .forEach(line -> story.addObject()
                        .put("time", line.time().toString())
                        .put("actor", line.actor())
                        .put("text", line.text())
                        .put("entry", line.entry()));
        return json;
    }

    private static ObjectNode version(Affected one) {
        return SupportEvents.payload(one.track(), one.version());
    }

    private static String spoken(Duration time) {
        return "%d days %d hours %d minutes".formatted(time.toDays(), time.toHoursPart(), time.toMinutesPart());
    }
}
