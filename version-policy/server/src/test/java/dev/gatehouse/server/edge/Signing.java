package dev.gatehouse.server.edge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.document.ClientVersionPolicy;
import dev.gatehouse.policy.document.DocumentCheck;
import dev.gatehouse.policy.edge.answer.CacheTimes;
import dev.gatehouse.policy.edge.answer.DecisionHeads;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.keys.SigningKey;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.signing.Verifier;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.server.edge.store.Documents;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A key of its own, and documents signed with it. */
final class Signing {
    static final Track SHOP = new Track("shop", "ios", "stable");

    private final SigningKey key;

    Signing() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        var pair = generator.generateKeyPair();
        key = new SigningKey(1, Instant.EPOCH, pair.getPublic(), pair.getPrivate());
    }

    /** 4.3.0, 4.2.0 and 4.1.0 are supported, 4.1.0 is the minimum, 4.2.0 the next one, 4.1.5 is blocked. */
    ObjectNode shop(long counter, Instant issued) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", "1.0")
                .put("app", "shop")
                .put("platform", "ios")
                .put("channel", "stable")
                .put("counter", counter)
                .put("issued", issued.toString())
                .put("expires", issued.plus(Duration.ofDays(7)).toString())
                .put("minimum", "4.1.0")
                .put("recommended", "4.3.0")
                .put("latest", "4.3.0")
                .put("store", "https://store.example/shop");
        json.putObject("nextMinimum")
                .put("version", "4.2.0")
                .put("at", issued.plus(Duration.ofDays(3)).toString());
        json.putArray("supported").add("4.3.0").add("4.2.0").add("4.1.0");
        json.putArray("blocked").add("4.1.5");
        json.putObject("messages").put("en", "Please update").put("de", "Bitte aktualisieren");
        return json;
    }

    byte[] sign(ObjectNode document) {
        return new Signer(List.of(key))
                .sign(ClientVersionPolicy.TYPE, CanonicalJson.bytes(document))
                .json()
                .getBytes(StandardCharsets.UTF_8);
    }

    PublicKey publicKey() {
        return key.publicKey();
    }

    Documents documents(Clock clock, RecordedLog log) {
        return new Documents(
                () -> new DocumentCheck(new Verifier(List.of(key.publicKey()))),
                CacheTimes.DOCUMENT,
                new DecisionHeads(CacheTimes.DECISION, Duration.ofDays(1)),
                log,
                clock);
    }

    static EdgeSettings settings(boolean reportOnly, boolean failClosed) {
        return new EdgeSettings(
                new EnforceSettings(reportOnly, failClosed, List.of("/login")),
                CacheTimes.DOCUMENT,
                CacheTimes.DECISION,
                Duration.ofDays(1),
                true);
    }
}
