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

/**
 * An entry as stored: its hash, and its body, which is the canonical JSON of everything else. The hash is over exactly
 * the body's bytes, so any SHA-256 program can check an entry.
 */
public final class EntryFormat {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest digest = Sha256.digest();

    /** An entry's stored form. */
    public record Stored(String hash, String body) {}

    /** Reads one entry; {@code sequence} and {@code place} are for the message when it is no good. */
    public Entry decode(String place, Head before, String hash, byte[] body) {
        long sequence = before.sequence() + 1;
        digest.update(body);
        if (!HEX.formatHex(digest.digest()).equals(hash)) {
            throw new BrokenLedger(place, sequence, "its hash does not match its content");
        }
        Entry entry;
        try {
            entry = entry(MAPPER.readTree(body), hash);
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new BrokenLedger(place, sequence, "it is no entry of a ledger");
        }
        if (entry.sequence() != sequence) {
            throw new BrokenLedger(place, sequence, "it carries the sequence " + entry.sequence());
        }
        if (!entry.previous().equals(before.hash())) {
            throw new BrokenLedger(place, sequence, "it does not carry the hash of the entry before it");
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
        return new Entry(
                body.required("sequence").longValue(),
                Instant.parse(body.required("time").asText()),
                body.required("actor").asText(),
                body.required("type").asText(),
                body.required("version").intValue(),
                body.required("payload"),
                body.required("previous").asText(),
                hash);
    }
}
