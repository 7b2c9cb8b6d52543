package dev.gatehouse.policy.ledger;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.json.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.function.LongFunction;

/**
 * An entry as stored: its hash, and its body, which is the canonical JSON of everything else. The hash is over exactly
 * the body's bytes, so any SHA-256 program can check an entry.
 */
public final class EntryFormat {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    private static final HexFormat HEX = HexFormat.of();
    private static final int MEMBERS = 7;

    private final LongFunction<String> places;
    private final MessageDigest digest = Sha256.digest();

    /** An entry's stored form. */
    public record Stored(String hash, String body) {}

    /** {@code places} names where the entry of a sequence is stored, for the message when it is no good. */
    public EntryFormat(LongFunction<String> places) {
        this.places = places;
    }

    /** Reads the entry behind {@code before}; throws {@link BrokenLedger} unless hash and chain hold. */
    public Entry decode(Head before, String hash, byte[] body) {
        return decode(before, hash, body, 0, body.length);
    }

    /** As {@link #decode(Head, String, byte[])}, of {@code length} bytes from {@code start} on. */
    Entry decode(Head before, String hash, byte[] bytes, int start, int length) {
        long sequence = before.sequence() + 1;
        digest.update(bytes, start, length);
        if (!HEX.formatHex(digest.digest()).equals(hash)) {
            throw broken(sequence, "its hash does not match its content");
        }
        Entry entry;
        try {
            var body = MAPPER.readTree(bytes, start, length);
            entry = entry(body, hash);
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw broken(sequence, "it is no entry of a ledger");
        }
        if (entry.sequence() != sequence) {
            throw broken(sequence, "it carries the sequence " + entry.sequence());
        }
        if (!entry.previous().equals(before.hash())) {
            throw broken(sequence, "it does not carry the hash of the entry before it");
        }
        return entry;
    }

    /** Gives a draft its place behind {@code before}; times are kept to the millisecond. */
    public static Stored encode(Head before, Draft draft, Instant time) {
        var body = MAPPER.createObjectNode()
                .put("actor", draft.actor())
                .put("previous", before.hash())
                .put("sequence", before.sequence() + 1)
                .put("time", time.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("type", draft.type())
                .put("version", draft.version());
        body.set("payload", draft.payload());
        var text = CanonicalJson.text(body);
        return new Stored(Sha256.of(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    /** An entry as it was stored, so that its hash can be checked again elsewhere. */
    public static Stored stored(Entry entry) {
        var before = new Head(entry.sequence() - 1, entry.previous());
        return encode(
                before,
                new Draft(entry.actor(), entry.type(), entry.version(), (ObjectNode) entry.payload()),
                entry.time());
    }

    /** All of an entry as one JSON object, for listings and exports. */
    public static JsonNode json(Entry entry) {
        var json = MAPPER.createObjectNode()
                .put("sequence", entry.sequence())
                .put("time", entry.time().toString())
                .put("actor", entry.actor())
                .put("type", entry.type())
                .put("version", entry.version());
        json.set("payload", entry.payload());
        return json.put("previous", entry.previous()).put("hash", entry.hash());
    }

    private static Entry entry(JsonNode body, String hash) {
        var payload = body.required("payload");
        if (body.size() != MEMBERS || !payload.isObject()) {
            throw new IllegalArgumentException("not the members of an entry");
        }
        return new Entry(
                body.required("sequence").longValue(),
                RecordedTime.parse(text(body, "time")),
                text(body, "actor"),
                text(body, "type"),
                body.required("version").intValue(),
                payload,
                text(body, "previous"),
                hash);
    }

    private static String text(JsonNode body, String member) {
        var text = body.required(member).textValue();
        if (text == null) {
            throw new IllegalArgumentException(member + " is no text");
        }
        return text;
    }

    private BrokenLedger broken(long sequence, String reason) {
        return new BrokenLedger(places.apply(sequence), sequence, reason);
    }
}
