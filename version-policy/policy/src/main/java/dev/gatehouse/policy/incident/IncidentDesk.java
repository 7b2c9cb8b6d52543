package dev.gatehouse.policy.incident;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.release.ApprovalPolicy;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.SupportEvents;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Turns a wish about an incident into what the ledger records, or refuses it with every reason. Writes nothing itself. */
public final class IncidentDesk {
    private final ApprovalPolicy people;

    /** @param people whose roles say who may speak about incidents: anybody who is in one */
    public IncidentDesk(ApprovalPolicy people) {
        this.people = people;
    }

    /**
     * Decides on a command.
     *
     * @throws Refused when the actor has no role, the incident is not there or closed, or a version was never published
     */
    public Draft decide(IncidentState state, IncidentCommand command, String actor, Instant now) {
        if (!people.isInAnyRole(actor)) {
            throw new Refused("%s is in none of the roles under approvals.roles".formatted(actor));
        }
        if (command instanceof IncidentCommand.Open open) {
            return draft(actor, IncidentState.OPENED, open(state, open, now));
        } else if (command instanceof IncidentCommand.Update update) {
            return draft(actor, IncidentState.UPDATED, update(state, update));
        } else if (command instanceof IncidentCommand.Close close) {
            return draft(actor, IncidentState.CLOSED, close(state, close));
        }
        throw new IllegalStateException("no rule for " + command);
    }

    /** The id that an incident opened now would have. */
    public static String nextId(IncidentState state, Instant now) {
        int year = now.atZone(ZoneOffset.UTC).getYear();
        long before = state.incidents().stream()
                .filter(incident -> incident.opened().atZone(ZoneOffset.UTC).getYear() == year)
                .count();
        return "INC-%d-%03d".formatted(year, before + 1);
    }

    private static ObjectNode open(IncidentState state, IncidentCommand.Open open, Instant now) {
        published(state, open.affected());
        var payload = payload(nextId(state, now))
                .put("title", open.title())
                .put("severity", open.severity().label());
        affected(payload.putArray("affected"), open.affected());
        if (!open.issue().isEmpty()) {
            payload.put("issue", open.issue());
        }
        return payload;
    }

    private static ObjectNode update(IncidentState state, IncidentCommand.Update update) {
        running(state, update.id());
        published(state, update.affected());
        var payload = payload(update.id()).put("note", update.note());
        var severity = update.severity();
        if (severity != null) {
            payload.put("severity", severity.label());
        }
        if (!update.issue().isEmpty()) {
            payload.put("issue", update.issue());
        }
        if (!update.affected().isEmpty()) {
            affected(payload.putArray("affected"), update.affected());
        }
        return payload;
    }

    private static ObjectNode close(IncidentState state, IncidentCommand.Close close) {
        var incident = running(state, close.id());
        var payload = payload(close.id()).put("note", close.note());
        var hotfix = close.hotfix();
        if (hotfix != null) {
            var published = state.releases()
                    .publication(hotfix.track(), hotfix.version())
                    .orElseThrow(() -> notPublished(hotfix));
            if (published.entry() < incident.story().get(0).entry()) {
                throw new Refused("%s was published at %s, before %s was opened: it is no fix of it"
                        .formatted(hotfix, published.time(), incident.id()));
            }
            payload.putObject("hotfix")
                    .setAll(SupportEvents.payload(hotfix.track(), published.version())
                            .put("publishedAt", published.time().toString())
                            .put("entry", published.entry()));
        }
        return payload;
    }

    private static Incident running(IncidentState state, String id) {
        var incident = state.incident(id).orElseThrow(() -> new Refused("there is no incident " + id));
        if (!incident.isOpen()) {
            throw new Refused("%s is closed; open another one that names it".formatted(id));
        }
        return incident;
    }

    private static void published(IncidentState state, List<Affected> versions) {
        var reasons = versions.stream()
                .filter(one ->
                        state.releases().publication(one.track(), one.version()).isEmpty())
                .map(one -> notPublished(one).getMessage())
                .toList();
        if (!reasons.isEmpty()) {
            throw new Refused(reasons);
        }
    }

    private static Refused notPublished(Affected one) {
        return new Refused("%s was never published on %s".formatted(one.version(), one.track()));
    }

    private static ObjectNode payload(String id) {
        return JsonNodeFactory.instance.objectNode().put("incident", id);
    }

    private static void affected(ArrayNode json, List<Affected> versions) {
        versions.forEach(one -> json.add(SupportEvents.payload(one.track(), one.version())));
    }

    private static Draft draft(String actor, String type, ObjectNode payload) {
        return new Draft(actor, type, IncidentState.VERSION, payload);
    }
}
