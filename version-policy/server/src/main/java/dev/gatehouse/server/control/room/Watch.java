package dev.gatehouse.server.control.room;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.server.control.access.AccessState;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.vault.Vault;
import dev.gatehouse.server.log.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what was recorded, by whomever and on whichever server, and alarms where somebody should look: broken glass, a new
 * administrator, support access. How far it has come is in the vault, so that of several servers one alarms, and what a
 * command has recorded while no server ran is told at the next start.
 */
public final class Watch {
    private static final String DOCUMENT = "watched";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ControlRoom room;
    private final Vault vault;
    private final EventLog log;

    public Watch(ControlRoom room, Vault vault, EventLog log) {
        this.room = room;
        this.vault = vault;
        this.log = log;
    }

    /** Looks at what is new; the first look of all takes what is there as known. */
    public synchronized void look() {
        var head = room.look(ControlState::head);
        var stored = vault.read(DOCUMENT);
        var seen = stored.map(Watch::parse).orElse(head);
        if (stored.isPresent() && seen.equals(head)) {
            return;
        }
        var fresh = new ArrayList<Entry>();
        var reached = room.store().read(seen, fresh::add);
        if (vault.write(DOCUMENT, stored.map(Vault.Stored::version).orElse(0L), bytes(reached))) {
            fresh.forEach(this::tell);
        }
    }

    private void tell(Entry entry) {
        event(entry)
                .ifPresent(event -> log.alarm(
                        event,
                        Map.of(
                                "by",
                                entry.actor(),
                                "account",
                                entry.payload().path("account").asText(""),
                                "entry",
                                String.valueOf(entry.sequence()))));
    }

    private static Optional<String> event(Entry entry) {
        var payload = entry.payload();
        if (payload.has("breakGlass")) {
            return Optional.of("glass.broken");
        }
        if (!entry.type().equals(AccessState.GRANTED)) {
            return Optional.empty();
        }
        if (payload.path("support").asBoolean()) {
            return Optional.of("support.access");
        }
        return payload.path("role").asText().equals(Role.ADMINISTRATOR.label())
                ? Optional.of("administrator.new")
                : Optional.empty();
    }

    private static Head parse(Vault.Stored stored) {
        try {
            var json = MAPPER.readTree(stored.content());
            return new Head(
                    json.required("sequence").asLong(), json.required("hash").asText());
        } catch (IOException | IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException("how far the ledger was watched cannot be read", e));
        }
    }

    private static byte[] bytes(Head head) {
        try {
            return MAPPER.writeValueAsBytes(
                    MAPPER.createObjectNode().put("sequence", head.sequence()).put("hash", head.hash()));
        } catch (IOException e) {
            throw new UncheckedIOException("how far the ledger was watched cannot be written", e);
        }
    }
}
