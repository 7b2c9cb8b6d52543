package dev.gatehouse.policy.checkpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.LedgerAudit;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.signing.Envelope;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.NotTrusted.Reason;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.signing.Verifier;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * That a ledger ended with this head at this time. Whatever it is later, it must still hold that entry.
 *
 * @param time UTC
 */
public record Checkpoint(Head head, Instant time) {
    /** DSSE payload type, shape 1. */
    public static final String TYPE = "application/vnd.gatehouse.ledger-checkpoint.v1+json";

    private static final String SCHEMA = "1.0";

    /** As a DSSE envelope, signed with every valid key. */
    public Envelope sign(Signer signer) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", SCHEMA)
                .put("sequence", head.sequence())
                .put("hash", head.hash())
                .put("time", time.toString());
        return signer.sign(TYPE, CanonicalJson.bytes(json));
    }

    /** Reads an envelope, once it is to be believed. */
    public static Checkpoint read(byte[] envelope, Verifier verifier) throws NotTrusted {
        var payload = verifier.verify(Envelope.parse(envelope), TYPE);
        try {
            var json = new ObjectMapper().readTree(payload);
            if (!json.path("schemaVersion").asText().startsWith("1.")) {
                throw new NotTrusted(Reason.BAD_PAYLOAD, "signed, but no checkpoint of a shape that is known");
            }
            var head = new Head(
                    json.required("sequence").longValue(), json.required("hash").asText());
            return new Checkpoint(head, Instant.parse(json.required("time").asText()));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new NotTrusted(Reason.BAD_PAYLOAD, "signed, but no checkpoint");
        }
    }

    /**
     * Verifies the whole chain, and that it holds this head.
     *
     * @return the head that was reached
     * @throws BrokenLedger when the chain does not hold, ends before this head, or has another entry in its place
     */
    public Head verify(LedgerStore ledger) {
        var there = new AtomicReference<@Nullable Head>();
        var reached = LedgerAudit.verify(ledger, entry -> {
            if (entry.sequence() == head.sequence()) {
                there.set(entry.head());
            }
        });
        verify(ledger.name(), reached, there.get());
        return reached;
    }

    /**
     * For whoever walks through a ledger anyway: that what was found there is what this checkpoint knows.
     *
     * @param reached where the chain, which was verified, ended
     * @param there the entry that the ledger has with this checkpoint's number; null where it has none
     * @throws BrokenLedger when it is another one, or the ledger ends before it
     */
    public void verify(String ledger, Head reached, @Nullable Head there) {
        if (there == null) {
            throw new BrokenLedger(
                    ledger,
                    reached.sequence() + 1,
                    "the ledger is cut off: the checkpoint of %s knows %d entries, there are %d"
                            .formatted(time, head.sequence(), reached.sequence()));
        }
        if (!there.equals(head)) {
            throw new BrokenLedger(ledger, head.sequence(), "it is not the one of the checkpoint of " + time);
        }
    }
}
