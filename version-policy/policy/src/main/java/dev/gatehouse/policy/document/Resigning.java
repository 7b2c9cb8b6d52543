package dev.gatehouse.policy.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.support.SupportPolicy;
import dev.gatehouse.policy.support.SupportWindow;
import dev.gatehouse.policy.support.Track;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Signs the document of a track anew when what it says changes, and when half of its validity is over. The counter is the
 * ledger's sequence, so it only grows; a document that is only refreshed keeps it and has a later time of issue.
 */
public final class Resigning {
    private final Map<Track, Signed> signed = new HashMap<>();

    /** @param content the document without what every signing changes */
    private record Signed(String content, Instant refresh) {}

    /**
     * The new envelope; empty when the one before still stands.
     *
     * @param counter the sequence of the ledger's newest entry
     * @param signer asked only when something is signed
     */
    public Optional<byte[]> next(
            SupportPolicy support,
            Track track,
            SupportWindow window,
            long counter,
            Supplier<Signer> signer,
            Instant now) {
        var before = signed.get(track);
        var content = content(ClientVersionPolicy.json(track, window, support, counter, "", now));
        if (before != null && before.content().equals(content) && now.isBefore(before.refresh())) {
            return Optional.empty();
        }
        var key = signer.get();
        var json = ClientVersionPolicy.json(track, window, support, counter, key.keyId(), now);
        var envelope = key.sign(ClientVersionPolicy.TYPE, CanonicalJson.bytes(json));
        var expires = now.atOffset(ZoneOffset.UTC).plus(support.expiresAfter()).toInstant();
        signed.put(
                track,
                new Signed(content, now.plus(Duration.between(now, expires).dividedBy(2))));
        return Optional.of(envelope.json().getBytes(StandardCharsets.UTF_8));
    }

    private static String content(ObjectNode document) {
        document.remove("counter");
        document.remove("issued");
        document.remove("expires");
        document.remove("keyId");
        return CanonicalJson.text(document);
    }
}
