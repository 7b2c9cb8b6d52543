package dev.gatehouse.server.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.control.outbox.Pause;
import dev.gatehouse.server.control.outbox.Waiting;
import dev.gatehouse.server.control.room.OutboxOffice;
import dev.gatehouse.server.control.room.Person;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
import java.util.Locale;
import java.util.Map;

/** Operations on what waits for trackers. */
final class Trackers {
    private final OutboxOffice office;

    Trackers(OutboxOffice office) {
        this.office = office;
    }

    void into(Map<String, Operation> operations) {
        operations.put("listOutbox", this::list);
        operations.put("retryOutbox", (request, person) -> {
            Body.of(request);
            return Reply.json(201, Views.entry(office.retry(person, OutboxOffice.id(request.part("id")))));
        });
        operations.put(
                "dropOutbox",
                (request, person) -> Reply.json(
                        201,
                        Views.entry(office.drop(
                                person,
                                OutboxOffice.id(request.part("id")),
                                Body.of(request, "reason").text("reason")))));
    }

    private Reply list(Request request, Person person) {
        person.mayLook();
        var queue = office.given();
        var json = Views.items(OutboxOffice.byNeed(queue.waiting()), Trackers::waiting);
        var pauses = json.putArray("pauses");
        queue.pauses().forEach(pause -> pauses.add(pause(pause)));
        return Reply.json(200, json);
    }

    private static ObjectNode waiting(Waiting waiting) {
        return Views.object()
                .put("id", waiting.id())
                .put("tracker", waiting.tracker())
                .put("target", waiting.target())
                .put("subject", waiting.subject())
                .put("title", waiting.title())
                .put("state", waiting.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("since", waiting.since().toString())
                .put("due", waiting.due().toString())
                .put("attempts", waiting.attempts())
                .put("problem", waiting.problem());
    }

    private static ObjectNode pause(Pause pause) {
        return Views.object()
                .put("tracker", pause.tracker())
                .put("target", pause.target())
                .put("until", pause.until().toString())
                .put("reason", pause.reason());
    }
}
