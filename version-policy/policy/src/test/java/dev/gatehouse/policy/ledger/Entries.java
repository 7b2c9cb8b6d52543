package dev.gatehouse.policy.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Drafts and times for tests. */
public final class Entries {
    public static final Instant TIME = Instant.parse("2026-11-23T10:00:00Z");
    public static final Clock CLOCK = Clock.fixed(TIME, ZoneOffset.UTC);

    private Entries() {}

    public static Draft draft(String note) {
        var payload = new ObjectMapper().createObjectNode().put("note", note);
        return new Draft("anna", "test.noted", 1, payload);
    }

    public static Entry append(LedgerStore store, String note) {
        return new Ledger<>(store, CLOCK, Object::new, (state, entry) -> {}).decide((state, now) -> draft(note));
    }

    public static List<String> notes(LedgerStore store) {
        var notes = new ArrayList<String>();
        store.read(Head.START, entry -> notes.add(entry.payload().path("note").asText()));
        return notes;
    }
}
