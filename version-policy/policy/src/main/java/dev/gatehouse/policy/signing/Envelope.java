package dev.gatehouse.policy.signing;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.signing.NotTrusted.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A DSSE envelope (DSSE v1.0.2): bytes, what they are, and who signed both. Nothing in it is to be believed before
 * {@link Verifier} has.
 *
 * @param payloadType says how to read the payload; part of what is signed
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are copied in and out, and nobody compares envelopes
public record Envelope(String payloadType, byte[] payload, List<Signed> signatures) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_SIGNATURES = 16;

    /**
     * One signature.
     *
     * @param keyId a hint, not signed
     * @param signature ECDSA in ASN.1 DER form
     */
    public record Signed(String keyId, byte[] signature) {}

    public Envelope {
        payload = payload.clone();
        signatures = List.copyOf(signatures);
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }

    /** The pre-authentication encoding: the bytes that a signature covers. */
    public static byte[] pae(String payloadType, byte[] payload) {
        var type = payloadType.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        out.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(type);
        out.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(payload);
        return out.toByteArray();
    }

    /** As canonical JSON, in standard base64. */
    public String json() {
        return CanonicalJson.text(node());
    }

    public ObjectNode node() {
        var base64 = Base64.getEncoder();
        var json = MAPPER.createObjectNode()
                .put("payload", base64.encodeToString(payload))
                .put("payloadType", payloadType);
        var list = json.putArray("signatures");
        signatures.forEach(signed ->
                list.addObject().put("keyid", signed.keyId()).put("sig", base64.encodeToString(signed.signature())));
        return json;
    }

    /** Reads an envelope of at most 1 MiB; unknown members are ignored, as the format asks. */
    public static Envelope parse(byte[] json) throws NotTrusted {
        return parse(json, MAX_BYTES);
    }

    /**
     * As {@link #parse(byte[])}, for documents that may be larger.
     *
     * @param mostBytes length of the largest envelope that is read
     */
    public static Envelope parse(byte[] json, int mostBytes) throws NotTrusted {
        if (json.length > mostBytes) {
            throw new NotTrusted(Reason.NO_ENVELOPE, "larger than %d bytes".formatted(mostBytes));
        }
        try {
            return envelope(MAPPER.readTree(json));
        } catch (IOException | IllegalArgumentException e) {
            throw new NotTrusted(Reason.NO_ENVELOPE, "not the JSON of a DSSE envelope");
        }
    }

    private static Envelope envelope(JsonNode json) throws NotTrusted {
        var signatures = new ArrayList<Signed>();
        for (var signed : json.required("signatures")) {
            signatures.add(new Signed(signed.path("keyid").asText(""), bytes(signed.required("sig"))));
        }
        if (signatures.size() > MAX_SIGNATURES) {
            throw new NotTrusted(Reason.NO_ENVELOPE, "more than 16 signatures");
        }
        return new Envelope(text(json.required("payloadType")), bytes(json.required("payload")), signatures);
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("not a text");
        }
        return value.textValue();
    }

    /** Standard or URL-safe base64, as the format lets a writer choose. */
    private static byte[] bytes(JsonNode value) {
        var text = text(value);
        return text.indexOf('-') >= 0 || text.indexOf('_') >= 0
                ? Base64.getUrlDecoder().decode(text)
                : Base64.getDecoder().decode(text);
    }
}
