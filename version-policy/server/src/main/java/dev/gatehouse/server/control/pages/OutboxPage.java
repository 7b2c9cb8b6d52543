package dev.gatehouse.server.control.pages;

import dev.gatehouse.policy.outbox.OutboxListing;
import dev.gatehouse.policy.outbox.Pause;
import dev.gatehouse.policy.outbox.TrackerQueue;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.room.OutboxOffice;
import dev.gatehouse.server.control.web.Mistakes;
import dev.gatehouse.server.control.web.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What waits for Jira and GitHub, why, and the two things that a person can do about it. */
public final class OutboxPage {
    private static final int MOST = 200;

    private final Renderer renderer;
    private final ControlRoom room;
    private final OutboxOffice office;
    private final Acting acting;

    OutboxPage(Renderer renderer, ControlRoom room, OutboxOffice office, Mistakes mistakes) {
        this.renderer = renderer;
        this.room = room;
        this.office = office;
        this.acting = new Acting(mistakes);
    }

    /**
     * The whole page.
     *
     * @param place where the queue is; empty when this server was given none
     * @param waiting what is shown of all that waits
     */
    public record View(
            String place,
            List<Target> targets,
            List<Waiting> waiting,
            long total,
            boolean retries,
            boolean drops,
            Instant now) {

        /** How long something has waited, such as {@code 3 days}. */
        public String age(Waiting one) {
            return Words.span(Duration.between(one.since(), now));
        }

        public boolean isDue(Waiting one) {
            return !one.due().isAfter(now);
        }
    }

    /**
     * One place that things wait for.
     *
     * @param pauses of it; none or one
     */
    public record Target(String tracker, String name, long waiting, long persons, List<Pause> pauses) {}

    /** A tracker as people write it. */
    public static String name(String tracker) {
        return switch (tracker) {
            case "jira" -> "Jira";
            case "github" -> "GitHub";
            default -> tracker;
        };
    }

    void into(Pages pages) {
        pages.get("/outbox", (request, visitor) -> {
            visitor.person().mayLook();
            return renderer.page(request, visitor, "outbox", "Outbox", "outbox", Map.of("view", view(visitor)));
        });
        pages.post(
                "/outbox/{id}/retry",
                (request, visitor) -> acting.act(
                        () -> office.retry(visitor.person(), OutboxOffice.id(request.part("id"))),
                        "/outbox?done=retried",
                        (message, status) -> again(visitor, message, status)));
        pages.post(
                "/outbox/{id}/drop",
                (request, visitor) -> acting.act(
                        () -> office.drop(
                                visitor.person(),
                                OutboxOffice.id(request.part("id")),
                                ReleasePages.reason(request, "reason")),
                        "/outbox?done=dropped",
                        (message, status) -> again(visitor, message, status)));
    }

    private Reply again(Visitor visitor, String message, int status) {
        // whoever may not do it may still look; whoever may not look gets no page of it
        visitor.person().mayLook();
        return renderer.page(visitor, "outbox", "Outbox", "outbox", Map.of("view", view(visitor)), message, status);
    }

    private View view(Visitor visitor) {
        var listing = office.queue().map(OutboxListing::of).orElse(new OutboxListing(List.of(), List.of()));
        return new View(
                office.queue().map(TrackerQueue::place).orElse(""),
                targets(listing.waiting(), listing.pauses()),
                listing.waiting().stream().limit(MOST).toList(),
                listing.waiting().size(),
                office.mayRetry(visitor.person()),
                office.mayDrop(visitor.person()),
                room.now());
    }

    private static List<Target> targets(List<Waiting> waiting, List<Pause> pauses) {
        return Stream.concat(
                        waiting.stream().map(one -> new Target(one.tracker(), one.target(), 0, 0, List.of())),
                        pauses.stream().map(one -> new Target(one.tracker(), one.target(), 0, 0, List.of())))
                .distinct()
                .map(target -> filled(target, waiting, pauses))
                .toList();
    }

    private static Target filled(Target target, List<Waiting> waiting, List<Pause> pauses) {
        var here = waiting.stream()
                .filter(one ->
                        one.tracker().equals(target.tracker) && one.target().equals(target.name))
                .toList();
        return new Target(
                target.tracker,
                target.name,
                here.size(),
                here.stream()
                        .filter(one -> one.state() == Waiting.State.NEEDS_A_PERSON)
                        .count(),
                pauses.stream()
                        .filter(one -> one.tracker().equals(target.tracker)
                                && one.target().equals(target.name))
                        .toList());
    }
}
