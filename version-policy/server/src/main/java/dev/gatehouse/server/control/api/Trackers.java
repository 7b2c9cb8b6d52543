package dev.gatehouse.server.control.api;

import dev.gatehouse.policy.outbox.OutboxListing;
import dev.gatehouse.server.control.room.OutboxOffice;
import dev.gatehouse.server.control.room.Person;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
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
        return Reply.json(200, OutboxListing.of(office.given()).json());
    }
}
