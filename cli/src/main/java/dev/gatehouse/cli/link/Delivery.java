package dev.gatehouse.cli.link;

import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.http.Sleeper;
import dev.gatehouse.trackers.outbox.Drain;
import dev.gatehouse.trackers.outbox.Entry;
import dev.gatehouse.trackers.outbox.Handler;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Outbox;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Puts intents into the outbox, lets their handler work for a while, and says what was told and what waits. */
public final class Delivery {
    private final Outbox outbox;
    private final Clock clock;
    private final PrintWriter out;

    public Delivery(Outbox outbox, Clock clock, PrintWriter out) {
        this.outbox = outbox;
        this.clock = clock;
        this.out = out;
    }

    /** Returns true when nothing of the intents waits. */
    public boolean deliver(Handler handler, List<Intent> intents, Duration budget) {
        outbox.add(intents);
        var summary = new Drain(outbox, clock, Sleeper.REAL).briefly(handler, budget);
        var waiting =
                outbox.entries().stream().filter(entry -> isIn(entry, handler)).toList();
        var names = waiting.stream().map(entry -> entry.intent().subject()).toList();
        intents.stream()
                .filter(intent -> !names.contains(intent.subject()))
                .forEach(intent -> out.println("told    " + VisibleText.line(intent.title())));
        waiting.forEach(entry -> out.println("%s %s%s"
                .formatted(
                        entry.refused() ? "refused" : "waits  ",
                        VisibleText.line(entry.intent().title()),
                        why(entry))));
        summary.stopped().forEach(reason -> out.println("note: " + VisibleText.line(reason)));
        if (!waiting.isEmpty()) {
            out.println("What waits is tried again when this command runs next.");
        }
        return intents.stream().noneMatch(intent -> names.contains(intent.subject()));
    }

    private static boolean isIn(Entry entry, Handler handler) {
        var subject = entry.intent().subject();
        return subject.tracker().equals(handler.tracker()) && subject.target().equals(handler.target());
    }

    private static String why(Entry entry) {
        return entry.problem() == null ? "" : ": " + VisibleText.line(entry.problem());
    }
}
