package dev.gatehouse.policy.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.policy.keys.SigningKey;
import dev.gatehouse.policy.signing.NotTrusted.Reason;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final String TYPE = "application/vnd.example+json";

    private final SigningKey ours = key();
    private final SigningKey older = key();
    private final SigningKey stranger = key();
    private final Envelope envelope = new Signer(List.of(ours, older)).sign(TYPE, "hello".getBytes(UTF_8));

    @Test
    void thePreAuthenticationEncodingIsTheSpecificationsExample() {
        assertThat(Envelope.pae("http://example.com/HelloWorld", "hello world".getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    @Test
    void lengthsAreOfBytesNotCharacters() {
        assertThat(Envelope.pae("t\u00e9", "\u20ac".getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("DSSEv1 3 t\u00e9 3 \u20ac");
    }

    @Test
    void eitherOfTwoKeysIsEnough() throws NotTrusted {
        for (var key : List.of(ours, older)) {
            assertThat(new Verifier(List.of(key.publicKey())).verify(Envelope.parse(bytes(envelope)), TYPE))
                    .asString(UTF_8)
                    .isEqualTo("hello");
        }
    }

    @Test
    void thePlatformsOwnCryptographyAgrees() throws Exception {
        var json = new ObjectMapper().readTree(envelope.json());
        var payload = Base64.getDecoder().decode(json.get("payload").asText());
        var check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(ours.publicKey());
        check.update(("DSSEv1 " + TYPE.length() + " " + TYPE + " " + payload.length + " ").getBytes(UTF_8));
        check.update(payload);
        var signature = json.get("signatures").get(0);
        assertThat(check.verify(Base64.getDecoder().decode(signature.get("sig").asText())))
                .isTrue();
        assertThat(signature.get("keyid").asText()).isEqualTo(ours.id());
    }

    @Test
    void everyChangeIsRefusedForItsOneReason() {
        var changed = new Envelope(TYPE, "hullo".getBytes(UTF_8), envelope.signatures());
        assertRefused(changed, TYPE, Reason.WRONG_SIGNATURE, ours.publicKey());
        assertRefused(envelope, "text/plain", Reason.OTHER_TYPE, ours.publicKey());
        assertRefused(envelope, TYPE, Reason.UNKNOWN_KEY, stranger.publicKey());
        assertRefused(new Envelope(TYPE, envelope.payload(), List.of()), TYPE, Reason.NO_SIGNATURES, ours.publicKey());
        assertRefused(envelope, TYPE, Reason.UNKNOWN_KEY);
    }

    @Test
    void aSignatureUnderAnotherTypeIsNoSignature() {
        var other = new Signer(List.of(ours)).sign("text/plain", "hello".getBytes(UTF_8));
        var relabelled = new Envelope(TYPE, other.payload(), other.signatures());
        assertRefused(relabelled, TYPE, Reason.WRONG_SIGNATURE, ours.publicKey());
    }

    @Test
    void whatIsNoEnvelopeIsRefused() {
        for (var json : List.of(
                "", "{}", "[]", "{\"payload\":1}", envelope.json() + "{}", "{\"payload\":\"\",\"payload\":\"\"}")) {
            assertThatThrownBy(() -> Envelope.parse(json.getBytes(UTF_8)))
                    .isInstanceOfSatisfying(
                            NotTrusted.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_ENVELOPE));
        }
    }

    private static void assertRefused(Envelope envelope, String type, Reason reason, PublicKey... trusted) {
        assertThatThrownBy(() -> new Verifier(List.of(trusted)).verify(envelope, type))
                .isInstanceOfSatisfying(
                        NotTrusted.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] bytes(Envelope envelope) {
        return envelope.json().getBytes(UTF_8);
    }

    private static SigningKey key() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            return new SigningKey(1, Instant.EPOCH, pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
