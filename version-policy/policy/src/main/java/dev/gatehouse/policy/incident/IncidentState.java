package dev.gatehouse.policy.incident;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.policy.incident.Incident.Closing;
import dev.gatehouse.policy.incident.Incident.Line;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.RecordedTime;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.support.SupportEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All incidents of a ledger, and the releases beside them. Filled by one thread, entry by entry. */
public final class IncidentState {
    public static final String OPENED = "incident.opened";
    public static final String UPDATED = "incident.updated";
    public static final String CLOSED = "incident.closed";
    /** Every type of entry that this part writes. */
    static final Set<String> TYPES = Set.of(OPENED, UPDATED, CLOSED);
    /** The newest payload shape that this build writes and reads. */
    public static final int VERSION = 1;

    private final ReleaseState releases = new ReleaseState();
    private final Map<String, Incident> incidents = new LinkedHashMap<>();

    public void accept(Entry entry) {
        releases.accept(entry);
        if (TYPES.contains(entry.type())) {
            entry.refuseNewerThan(VERSION);
        }
        switch (entry.type()) {
            case OPENED -> open(entry);
            case UPDATED -> change(entry, incident -> update(incident, entry));
            case CLOSED -> change(entry, incident -> incident.with(note(entry)).closed(closing(entry)));
            case SupportEvents.BLOCKED -> measure(entry, "%s must not run any more");
            case SupportEvents.MINIMUM_RAISED -> measure(entry, "%s is the minimum now");
            default -> {}
        }
    }

    public ReleaseState releases() {
        return releases;
    }

    /** All, in the order in which they were opened. */
    public Collection<Incident> incidents() {
        return List.copyOf(incidents.values());
    }

    public Optional<Incident> incident(String id) {
        return Optional.ofNullable(incidents.get(id));
    }

    private void open(Entry entry) {
        var payload = entry.payload();
        var id = payload.required("incident").asText();
        var title = payload.required("title").asText();
        incidents.put(
                id,
                new Incident(
                        id,
                        title,
                        severity(payload),
                        payload.path("issue").asText(""),
                        affected(payload),
                        List.of(line(entry, "opened: " + title)),
                        null));
    }

    private static Incident update(Incident incident, Entry entry) {
        var payload = entry.payload();
        var changed = incident.with(note(entry)).withAffected(affected(payload));
        if (payload.has("severity")) {
            changed = changed.with(severity(payload));
        }
        return payload.has("issue")
                ? changed.withIssue(payload.required("issue").asText())
                : changed;
    }

    private void change(Entry entry, UnaryOperator<Incident> change) {
        incidents.computeIfPresent(
                entry.payload().required("incident").asText(), (id, incident) -> change.apply(incident));
    }

    /** A decision on a version belongs to the incident that its reason starts with. */
    private void measure(Entry entry, String what) {
        var payload = entry.payload();
        var reason = payload.path("reason").asText("");
        int colon = reason.indexOf(':');
        if (colon > 0) {
            var about = new Affected(SupportEvents.track(payload), SupportEvents.version(payload));
            incidents.computeIfPresent(
                    reason.substring(0, colon), (id, incident) -> incident.with(line(entry, what.formatted(about))));
        }
    }

    private static Closing closing(Entry entry) {
        var hotfix = entry.payload().path("hotfix");
        return hotfix.isObject()
                ? new Closing(
                        entry.time(),
                        version(hotfix),
                        RecordedTime.parse(hotfix.required("publishedAt").asText()))
                : new Closing(entry.time(), null, null);
    }

    private static Line note(Entry entry) {
        return line(entry, entry.payload().required("note").asText());
    }

    private static Line line(Entry entry, String text) {
        return new Line(entry.time(), entry.actor(), text, entry.sequence());
    }

    private static Severity severity(JsonNode payload) {
        return Severity.of(payload.required("severity").asText());
    }

    private static List<Affected> affected(JsonNode payload) {
        var affected = new ArrayList<Affected>();
        payload.path("affected").forEach(json -> affected.add(version(json)));
        return affected;
    }

    private static Affected version(JsonNode json) {
        return new Affected(SupportEvents.track(json), SupportEvents.version(json));
    }
}
