package dev.gatehouse.policy.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.policy.signing.Envelope;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.NotTrusted.Reason;
import dev.gatehouse.policy.signing.Verifier;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Believes a document only when it is signed, of the right type, issued and not expired. */
public final class DocumentCheck {
    private final Verifier verifier;

    public DocumentCheck(Verifier verifier) {
        this.verifier = verifier;
    }

    /** The document's content, once it is to be believed at {@code now}. */
    public JsonNode check(byte[] envelope, Instant now) throws NotTrusted {
        var payload = verifier.verify(Envelope.parse(envelope), ClientVersionPolicy.TYPE);
        JsonNode json;
        Instant issued;
        Instant expires;
        try {
            json = new ObjectMapper().readTree(payload);
            issued = Instant.parse(json.required("issued").asText());
            expires = Instant.parse(json.required("expires").asText());
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new NotTrusted(Reason.BAD_PAYLOAD, "signed, but no client version policy");
        }
        if (issued.isAfter(now)) {
            throw new NotTrusted(Reason.NOT_YET_VALID, "issued at %s, which is still to come".formatted(issued));
        }
        if (!expires.isAfter(now)) {
            throw new NotTrusted(Reason.EXPIRED, "expired at " + expires);
        }
        return json;
    }
}
